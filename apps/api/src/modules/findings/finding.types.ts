import type { DoubtfulMatch, Finding, FoundValue, MatchMark, Page } from '@habeas/core';
import { ID, Int, ObjectType } from '@nestjs/graphql';
import { PageInfoType } from '../../platform/page.type.js';
import { Shown } from '../../platform/shown.js';
import { IdentifierKinds, NameParts } from '../requests/request.words.js';

@ObjectType('TextStretch', { description: 'A stretch of a text in UTF-16 code units: of the text itself, not of its JSON.' })
export class TextStretchType {
  @Shown('finding.read', () => Int)
  readonly start!: number;

  @Shown('finding.read', () => Int, { description: 'The first that is not of it any more.' })
  readonly end!: number;
}

@ObjectType('FindingValue', { description: 'What one field of a record holds.' })
export class FindingValueType {
  @Shown('finding.read', () => String)
  readonly field!: string;

  @Shown('finding.read', () => String, { description: 'Of the field: string, integer, decimal, datetime, json, file …' })
  readonly type!: string;

  @Shown('finding.read', () => String, {
    nullable: true,
    description: 'JSON text. Null where there is no value, and where it is masked.',
  })
  readonly json?: string | undefined;

  @Shown('finding.read', () => Boolean, {
    description: 'Whether it is there, and not shown: of a special category (GDPR Art. 9, 10).',
  })
  readonly masked!: boolean;

  @Shown('finding.read', () => Boolean, { description: "Whether the field holds somebody else's data." })
  readonly thirdParty!: boolean;

  @Shown('finding.read', () => [TextStretchType], { description: 'Where in a free text somebody else may be named.' })
  readonly others!: readonly TextStretchType[];

  static of({ field, value, isMasked, others }: FoundValue): FindingValueType {
    return Object.assign(new FindingValueType(), {
      field: field.name,
      type: field.type,
      json: value === null ? undefined : JSON.stringify(value),
      masked: isMasked,
      thirdParty: field.thirdParty ?? false,
      others: others.map(({ start, end }) => Object.assign(new TextStretchType(), { start, end })),
    });
  }
}

@ObjectType('FindingPath', { description: 'From which record a finding was reached, along which references.' })
export class FindingPathType {
  @Shown('finding.read', () => String)
  readonly collection!: string;

  @Shown('finding.read', () => String)
  readonly recordId!: string;

  @Shown('finding.read', () => [String])
  readonly references!: readonly string[];
}

@ObjectType('Finding', { description: 'One record that was found.' })
export class FindingType {
  @Shown('finding.read', () => ID)
  readonly recordId!: string;

  @Shown('finding.read', () => [FindingValueType])
  readonly values!: readonly FindingValueType[];

  @Shown('finding.read', () => [FindingPathType])
  readonly paths!: readonly FindingPathType[];

  static of({ recordId, values, via }: Finding): FindingType {
    const paths = via.map(({ root, path }) =>
      Object.assign(new FindingPathType(), { collection: root.collection, recordId: root.recordId, references: path }),
    );
    return Object.assign(new FindingType(), { recordId, values: values.map((value) => FindingValueType.of(value)), paths });
  }
}

@ObjectType('FindingEdge')
export class FindingEdgeType {
  @Shown('finding.read', () => String)
  readonly cursor!: string;

  @Shown('finding.read', () => FindingType)
  readonly node!: FindingType;
}

@ObjectType('FindingConnection')
export class FindingConnectionType {
  @Shown('finding.read', () => [FindingEdgeType])
  readonly edges!: readonly FindingEdgeType[];

  @Shown('finding.read', () => PageInfoType)
  readonly pageInfo!: PageInfoType;

  @Shown('finding.read', () => Int)
  readonly totalCount!: number;

  static of(page: Page<Finding>): FindingConnectionType {
    const edges = page.items.map(({ cursor, item }) => ({ cursor, node: FindingType.of(item) }));
    return Object.assign(new FindingConnectionType(), { edges, pageInfo: new PageInfoType(page), totalCount: page.total });
  }
}

@ObjectType('Mark', { description: 'Something that identifies a person.' })
export class MarkType {
  @Shown('match.read', () => String, { nullable: true, description: 'collection.field; none of what the requester gave.' })
  readonly field?: string | undefined;

  @Shown('match.read', () => IdentifierKinds)
  readonly kind!: string;

  @Shown('match.read', () => String, { nullable: true })
  readonly namespace?: string | undefined;

  @Shown('match.read', () => NameParts, { nullable: true })
  readonly part?: string | undefined;

  @Shown('match.read', () => String)
  readonly value!: string;

  static of({ kind, namespace, part, value }: Omit<MatchMark, 'field'>, field?: string): MarkType {
    return Object.assign(new MarkType(), { field, kind, namespace, part, value });
  }
}

@ObjectType('DoubtfulMatch', { description: 'The two sides that a person decides about.' })
export class DoubtfulMatchType {
  @Shown('match.read', () => [MarkType], { description: "What stands on the record. It may be somebody else's." })
  readonly found!: readonly MarkType[];

  @Shown('match.read', () => [MarkType], { description: 'What the requester gave.' })
  readonly given!: readonly MarkType[];

  static of({ found, given }: DoubtfulMatch): DoubtfulMatchType {
    return Object.assign(new DoubtfulMatchType(), {
      found: found.map((mark) => MarkType.of(mark, mark.field)),
      given: given.map((mark) => MarkType.of(mark)),
    });
  }
}
