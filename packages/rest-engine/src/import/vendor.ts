import type { IdentifierKind } from '@habeas/connector-sdk';
import type { Group } from './given.js';

/** Says what a human must still decide, and where in the draft the question stands. */
export type Decide = (path: readonly PropertyKey[], what: string) => void;

/** One way in which the records of an endpoint are asked for. */
export interface Read {
  /** A request of the manifest; `${ref.users.id}` stands for what an item of another endpoint holds. */
  readonly request: Group;
  /** The kind of identifier that `${id}` stands for, or that the file compares records with. */
  readonly by?: IdentifierKind;
  /** The field that the file compares with the identifier. */
  readonly field?: string;
}

/** What a vendor lists at one place, as either format says it. */
export interface Endpoint {
  readonly name: string;
  readonly key: readonly string[];
  readonly fields: Readonly<Record<string, Group>>;
  readonly reads: readonly Read[];
  /** Where one record is changed or deleted by its key, which may be where it is read. */
  readonly recordPath?: string;
  /** What could not be expressed, and why; its requests are not in the draft. */
  readonly broken: readonly string[];
  /** What is to be decided about it, or is not taken over. */
  readonly notes: readonly string[];
}

/** A vendor's API, as either format says it: the parts of a manifest, and endpoints that are yet to be arranged. */
export interface Vendor {
  readonly title: string;
  readonly documentation: string | undefined;
  readonly base: string;
  readonly tokenHost?: string;
  readonly auth: Group;
  readonly limits: readonly Group[];
  readonly responses: Group;
  readonly check: Group | undefined;
  readonly endpoints: readonly Endpoint[];
}
