import type { MatchAccount } from '@habeas/core';
import { ID, ObjectType } from '@nestjs/graphql';
import { Shown } from '../../platform/shown.js';
import { ReviewVerdicts } from './request.words.js';

@ObjectType('MatchEvidence', { description: 'Which identifier stands where on the record.' })
export class MatchEvidenceType {
  @Shown('match.read', () => ID, { description: 'Of the identifier, as it is named in the archive: i1, i2 …' })
  readonly identifier!: string;

  @Shown('match.read', () => String, { description: 'collection.field' })
  readonly field!: string;

  @Shown('match.read', () => String, { description: 'equal, equal-fold, normalised or folded.' })
  readonly how!: string;
}

@ObjectType('Match', { description: 'A record in which an identifier of the subject stands, and what was decided about it.' })
export class MatchType {
  @Shown('match.read', () => ID)
  readonly id!: string;

  @Shown('match.read', () => String)
  readonly source!: string;

  @Shown('match.read', () => String)
  readonly collection!: string;

  @Shown('match.read', () => String)
  readonly recordId!: string;

  @Shown('match.read', () => String)
  readonly tier!: string;

  @Shown('match.read', () => String)
  readonly decision!: string;

  @Shown('match.read', () => [String])
  readonly reasons!: readonly string[];

  @Shown('match.read', () => [MatchEvidenceType])
  readonly evidence!: readonly MatchEvidenceType[];

  @Shown('match.read', () => ReviewVerdicts, { nullable: true, description: 'What a human has said, once one has.' })
  readonly review?: string | undefined;

  static of({ evidence, ...match }: MatchAccount, review: string | undefined): MatchType {
    const { id, source, collection, recordId, tier, decision, reasons } = match;
    const shown = evidence.map(({ identifier, field, how }) =>
      Object.assign(new MatchEvidenceType(), { identifier, field, how }),
    );
    return Object.assign(new MatchType(), {
      ...{ id, source, collection, recordId, tier, decision, reasons, review },
      evidence: shown,
    });
  }
}
