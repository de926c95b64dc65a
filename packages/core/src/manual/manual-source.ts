import type { IdentifierKind, Origin } from '@habeas/connector-sdk';

/** A source that is a person or a paper file: somebody searches it by hand, in a task of each request (SCP-07). */
export interface ManualSource {
  /** What is to be done, by language. */
  readonly instructions: Readonly<Record<string, string>>;
  /** The role or the team that does it; nobody's name. */
  readonly doneBy: string;
  /** Days from the begin of the search until its task is due. */
  readonly dueInDays: number;
  /** The kinds of identifier that whoever does it is told. */
  readonly tells: readonly IdentifierKind[];
  /** What it may hold, at least one. */
  readonly collections: readonly ManualCollection[];
}

/** What a manual source may hold for one processing activity. Its fields are those of the rows that are found. */
export interface ManualCollection {
  readonly name: string;
  readonly title?: Readonly<Record<string, string>>;
  /** By its id in the register. */
  readonly activity?: string;
  readonly origin?: Origin;
  /** Personal data of Art. 9 or 10. */
  readonly special?: boolean;
}
