import type { JsonObject, JsonValue } from '@habeas/connector-sdk';
import type { Texts } from '../texts.js';

/** Properties of our own; the profiles allow any (Data Package v2, "extensions"). */
type Extensions = Readonly<Record<`x-${string}`, JsonValue>>;

/** A field of Table Schema. */
export interface FieldDescriptor extends Extensions {
  readonly name: string;
  readonly type: string;
  readonly format?: string;
  readonly title?: string;
  readonly description?: string;
  readonly trueValues?: readonly string[];
  readonly falseValues?: readonly string[];
  readonly constraints?: { readonly required?: boolean };
  readonly rdfType?: string;
  /** The type the source's data map gives, which may say more than Table Schema can. */
  readonly 'x-type': string;
}

/** A foreign key of Table Schema. Field names are lists: v2 deprecates the single name. */
export interface ForeignKeyDescriptor {
  readonly fields: readonly string[];
  readonly reference: { readonly resource: string; readonly fields: readonly string[] };
}

/** A Table Schema. */
export interface SchemaDescriptor {
  readonly $schema: string;
  readonly fields: readonly FieldDescriptor[];
  readonly missingValues: readonly string[];
  readonly primaryKey?: readonly string[];
  readonly foreignKeys?: readonly ForeignKeyDescriptor[];
}

/** A system that the data come from; in the language of the archive, and in every language it has a title in. */
export interface SourceDescriptor {
  readonly title: string;
  readonly version?: string;
  readonly 'x-title'?: Texts;
}

/** A tabular Data Resource. */
export interface ResourceDescriptor extends Extensions {
  readonly $schema: string;
  readonly name: string;
  readonly type: 'table';
  readonly path: string;
  readonly title: string;
  readonly description?: string;
  readonly format: 'csv' | 'json';
  readonly mediatype: string;
  readonly encoding: 'utf-8';
  readonly bytes?: number;
  readonly hash: string;
  readonly dialect?: Readonly<Record<string, JsonValue>>;
  readonly schema: SchemaDescriptor;
  readonly sources?: readonly SourceDescriptor[];
}

/** A file for people. */
export interface DocumentDescriptor extends JsonObject {
  readonly path: string;
  readonly title: Readonly<Record<string, string>>;
  readonly bytes: number;
  readonly hash: string;
}

/** A Data Package, v2. */
export interface PackageDescriptor extends Extensions {
  readonly $schema: string;
  readonly name: string;
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly version: string;
  readonly created: string;
  readonly contributors: readonly { readonly title: string; readonly roles: readonly string[] }[];
  readonly sources: readonly SourceDescriptor[];
  readonly resources: readonly ResourceDescriptor[];
  readonly 'x-documents'?: readonly DocumentDescriptor[];
}
