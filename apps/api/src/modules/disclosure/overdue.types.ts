import type { Page } from '@habeas/core';
import { type Ending, ENDINGS, explainRetention, type Language, OVERRIDE_GROUNDS, type OverdueRecord } from '@habeas/core/law';
import { ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LocalDate } from '../../platform/local-date.scalar.js';
import { PageInfoType } from '../../platform/page.type.js';
import { Shown } from '../../platform/shown.js';
import { words } from '../../platform/words.js';

export const Endings = words<Ending>({ delete: true, anonymise: true, archive: true });
registerEnumType(Endings, {
  name: 'RetentionEnding',
  description: `What a rule says is done at the end: ${ENDINGS.join(', ')}.`,
});

@ObjectType('OverdueRecord', { description: 'A record that is kept longer than its rule allows. Nothing here deletes it.' })
export class OverdueRecordType {
  @Shown('finding.read', () => String)
  readonly source!: string;

  @Shown('finding.read', () => String)
  readonly collection!: string;

  @Shown('finding.read', () => ID, { description: 'As the findings have it.' })
  readonly recordId!: string;

  @Shown('finding.read', () => String, { description: 'Of the register, whose rule it is.' })
  readonly activity!: string;

  @Shown('finding.read', () => LocalDate, { description: 'The last day on which it could be kept.' })
  readonly expiredOn!: string;

  @Shown('finding.read', () => Endings, { nullable: true, description: 'Nothing where the rule does not say.' })
  readonly then?: string | undefined;

  @Shown('finding.read', () => String, {
    nullable: true,
    description: 'The rule, as the controller words it. Nothing where it does not.',
  })
  readonly rule?: string | undefined;

  @Shown('finding.read', () => Boolean, {
    description: 'Whether the rule is assumed in the register, until an officer confirms it.',
  })
  readonly assumed!: boolean;

  @Shown('finding.read', () => String, { description: 'The rule and what it was reckoned from, in words.' })
  readonly why!: string;

  @Shown('finding.read', () => [String], {
    description: `What nobody has looked up, and has to be known before it is deleted: ${OVERRIDE_GROUNDS.join(', ')}.`,
  })
  readonly unchecked!: readonly string[];

  static of(record: OverdueRecord, language: Language): OverdueRecordType {
    const { source, collection, recordId, activity, expiredOn, then, unchecked, rule, isAssumed, evaluation } = record;
    const place = { source, collection, recordId, activity, expiredOn, then, unchecked };
    const why = explainRetention(evaluation, rule, language);
    return Object.assign(new OverdueRecordType(), { ...place, rule: rule.quote, assumed: isAssumed, why });
  }
}

@ObjectType('OverdueRecordEdge')
export class OverdueRecordEdgeType {
  @Shown('finding.read', () => String)
  readonly cursor!: string;

  @Shown('finding.read', () => OverdueRecordType)
  readonly node!: OverdueRecordType;
}

@ObjectType('OverdueRecordConnection')
export class OverdueRecordConnectionType {
  @Shown('finding.read', () => [OverdueRecordEdgeType])
  readonly edges!: readonly OverdueRecordEdgeType[];

  @Shown('finding.read', () => PageInfoType)
  readonly pageInfo!: PageInfoType;

  @Shown('finding.read', () => Int)
  readonly totalCount!: number;

  static of(page: Page<OverdueRecord>, language: Language): OverdueRecordConnectionType {
    const edges = page.items.map(({ cursor, item }) => ({ cursor, node: OverdueRecordType.of(item, language) }));
    const told = { edges, pageInfo: new PageInfoType(page), totalCount: page.total };
    return Object.assign(new OverdueRecordConnectionType(), told);
  }
}
