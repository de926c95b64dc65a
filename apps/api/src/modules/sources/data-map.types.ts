import type { DataMap, DataMapCollection, DataMapField, InputFault } from '@habeas/connector-sdk';
import { ID, Int, ObjectType } from '@nestjs/graphql';
import { Shown } from '../../platform/shown.js';
import { SourceProblemType } from './source.types.js';

/** What is said in several languages, in one of them; what has no name of its own is called by its name in the source. */
export function toldIn(texts: Readonly<Record<string, string>> | undefined, language: string): string | undefined {
  return texts?.[language] ?? texts?.['en'] ?? Object.values(texts ?? {})[0];
}

/** A field, whoever describes it: a data map, or a connector that knows its own records. */
export type DescribedField = Pick<DataMapField, 'title' | 'description' | 'category' | 'origin'> &
  Partial<Pick<DataMapField, 'identifier' | 'special' | 'thirdParty' | 'freeText' | 'secret'>>;

@ObjectType('MappedField', { description: 'What one field holds, as its data map says. No value of anybody.' })
export class MappedFieldType {
  @Shown('settings.read', () => String)
  readonly name!: string;

  @Shown('settings.read', () => String, { description: 'What a person would call it.' })
  readonly title!: string;

  @Shown('settings.read', () => String, { nullable: true })
  readonly description?: string | undefined;

  @Shown('settings.read', () => String, {
    nullable: true,
    description: 'A term of the Data Privacy Vocabulary. Nothing where nobody has given one.',
  })
  readonly category?: string | undefined;

  @Shown('settings.read', () => String, { nullable: true, description: 'provided, observed, derived, inferred or third_party.' })
  readonly origin?: string | undefined;

  @Shown('settings.read', () => String, { nullable: true, description: 'What it identifies a person by.' })
  readonly identifies?: string | undefined;

  @Shown('settings.read', () => Boolean, { description: 'Personal data of Art. 9 or 10 GDPR.' })
  readonly isSpecial!: boolean;

  @Shown('settings.read', () => Boolean, { description: 'It holds somebody else’s data.' })
  readonly isThirdParty!: boolean;

  @Shown('settings.read', () => Boolean, { description: 'Text a person wrote, which may name anybody.' })
  readonly isFreeText!: boolean;

  @Shown('settings.read', () => Boolean, { description: 'A credential: never read, and listed as withheld.' })
  readonly isSecret!: boolean;

  static of(name: string, field: DescribedField, language: string): MappedFieldType {
    const { title, description, category, origin, identifier } = field;
    const told = { title: toldIn(title, language) ?? name, description: toldIn(description, language), category, origin };
    const marks = {
      isSpecial: field.special === true,
      isThirdParty: field.thirdParty === true,
      isFreeText: field.freeText === true,
      isSecret: field.secret === true,
    };
    return Object.assign(new MappedFieldType(), { name, ...told, identifies: identifier?.kind, ...marks });
  }
}

@ObjectType('MappedReference', { description: 'How the records of one collection refer to those of another.' })
export class MappedReferenceType {
  @Shown('settings.read', () => String)
  readonly name!: string;

  @Shown('settings.read', () => String, { description: 'The collection it refers to.' })
  readonly to!: string;

  @Shown('settings.read', () => Boolean, {
    description: 'Whether a record belongs to the one it refers to, and is delivered with it. Otherwise it is context.',
  })
  readonly isOwned!: boolean;

  @Shown('settings.read', () => [String], { description: 'Of context: the fields of the other that are shown.' })
  readonly shows!: readonly string[];
}

@ObjectType('MappedCollection', { description: 'What one collection holds, and how it belongs to others.' })
export class MappedCollectionType {
  @Shown('settings.read', () => String)
  readonly name!: string;

  @Shown('settings.read', () => String, { description: 'What a person would call it.' })
  readonly title!: string;

  @Shown('settings.read', () => String, { nullable: true })
  readonly description?: string | undefined;

  @Shown('settings.read', () => ID, { nullable: true, description: 'Of the register. Nothing where nobody has assigned one.' })
  readonly activity?: string | undefined;

  @Shown('settings.read', () => Boolean, { description: 'Whether it is searched: it may be declared to hold nobody’s data.' })
  readonly isSearched!: boolean;

  @Shown('settings.read', () => String, { nullable: true, description: 'Why it is not.' })
  readonly because?: string | undefined;

  @Shown('settings.read', () => Boolean, { description: 'Whether its records tell who looked at a person’s data.' })
  readonly isLog!: boolean;

  @Shown('settings.read', () => [String], { description: 'What is known to be missing from it.' })
  readonly gaps!: readonly string[];

  @Shown('settings.read', () => [MappedFieldType])
  readonly fields!: readonly MappedFieldType[];

  @Shown('settings.read', () => [MappedReferenceType])
  readonly references!: readonly MappedReferenceType[];

  static of(name: string, collection: DataMapCollection, language: string): MappedCollectionType {
    const { title, description, activity, personal, reason, nature, gaps, fields, references } = collection;
    return Object.assign(new MappedCollectionType(), {
      name,
      title: toldIn(title, language) ?? name,
      description: toldIn(description, language),
      activity,
      isSearched: personal === 'subject',
      because: reason,
      isLog: nature === 'consultation-log',
      gaps,
      fields: Object.entries(fields).map(([field, each]) => MappedFieldType.of(field, each, language)),
      references: Object.entries(references).map(([reference, { to, as, show }]) =>
        Object.assign(new MappedReferenceType(), { name: reference, to, isOwned: as === 'owned', shows: show }),
      ),
    });
  }
}

@ObjectType('UnmappedTable', { description: 'A table that exists and is left out on purpose.' })
export class UnmappedTableType {
  @Shown('settings.read', () => String)
  readonly table!: string;

  @Shown('settings.read', () => String)
  readonly because!: string;
}

@ObjectType('DataMap', { description: 'What a source holds of people, as it is described. No value of anybody, no credential.' })
export class DataMapType {
  @Shown('settings.read', () => ID)
  readonly source!: string;

  @Shown('settings.read', () => String, {
    nullable: true,
    description: 'The file as it was read when the service started. Nothing where the connector knows its records by itself.',
  })
  readonly yaml?: string | undefined;

  @Shown('settings.read', () => String, { nullable: true, description: 'What that file is called.' })
  readonly file?: string | undefined;

  @Shown('settings.read', () => SourceProblemType, {
    nullable: true,
    description: 'Why a connector that knows its records by itself could not tell them.',
  })
  readonly problem?: SourceProblemType | undefined;

  @Shown('settings.read', () => [MappedCollectionType])
  readonly collections!: readonly MappedCollectionType[];

  @Shown('settings.read', () => [UnmappedTableType])
  readonly unmapped!: readonly UnmappedTableType[];
}

@ObjectType('ConfigurationFault', {
  description: 'What a file of the configuration cannot be read for, as the service would say it when it starts.',
})
export class ConfigurationFaultType {
  @Shown('settings.read', () => Int, { nullable: true, description: 'Counted from 1.' })
  readonly line?: number | undefined;

  @Shown('settings.read', () => String, { nullable: true, description: 'Where, as collections.order.fields.email.' })
  readonly path?: string | undefined;

  @Shown('settings.read', () => String)
  readonly what!: string;

  @Shown('settings.read', () => String, { nullable: true })
  readonly remedy?: string | undefined;

  static of({ line, path, what, remedy }: InputFault): ConfigurationFaultType {
    return Object.assign(new ConfigurationFaultType(), { line, path, what, remedy });
  }
}

@ObjectType('MapCoverage', { description: 'How much of a data map says what it holds.' })
export class MapCoverageType {
  @Shown('source.read', () => Int, { description: 'That are searched.' })
  readonly collections!: number;

  @Shown('source.read', () => Int, { description: 'Of these collections, without credentials.' })
  readonly fields!: number;

  @Shown('source.read', () => Int, { description: 'Those of them that have a category.' })
  readonly categorised!: number;

  static of({ collections }: DataMap): MapCoverageType {
    const searched = Object.values(collections).filter(({ personal }) => personal === 'subject');
    const fields = searched.flatMap((collection) => Object.values(collection.fields).filter(({ secret }) => !secret));
    const categorised = fields.filter(({ category }) => category !== undefined).length;
    return Object.assign(new MapCoverageType(), { collections: searched.length, fields: fields.length, categorised });
  }
}
