import type { ConnectorManifest } from '@habeas/connector-sdk';

/** What is known of a connector, each from where it is said first: its manifest, and the committed files that its tests compare. */
export interface Facts {
  /** Its folder: `connectors/ghost`. */
  readonly folder: string;
  readonly manifest: Pick<ConnectorManifest, 'title' | 'version' | 'systems'>;
  /** How many are named, those of its collections included. */
  readonly gaps: number;
  /** What a manifest in YAML says. Of the others a data map says it, for each source anew. */
  readonly rest?: RestFacts;
  /** How many fields the vendor's specification has and the manifest does not describe, where a test compares the two. */
  readonly undescribed?: number;
  /** The checks that passed, and why others do not apply; or why no kit is run. */
  readonly conformance: Conformance | string;
}

/** What the last run of a kit showed. */
export interface Conformance {
  readonly passed: readonly string[];
  readonly skipped: Readonly<Record<string, string>>;
}

/** What the manifest of a vendor says. */
export interface RestFacts {
  readonly finds: readonly Find[];
  readonly collections: number;
  readonly fields: number;
  /** How many of them have a category. */
  readonly categorised: number;
  /** The fields that files are given, as `collection.field`. */
  readonly files: readonly string[];
  readonly authentication: string;
  /** The families of pages that its requests know. */
  readonly pagination: readonly string[];
  readonly limits: readonly string[];
}

/** A way to find a person. */
export interface Find {
  /** `e-mail`, `phone`, `id of a member` … */
  readonly by: string;
  readonly mode: 'exact' | 'index' | 'scan';
  readonly collections: readonly string[];
}
