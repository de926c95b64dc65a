import {
  explainScope,
  type FieldScope,
  type Language,
  type MappedScope,
  SCOPE_VERDICTS,
  type ScopeDecision,
  type ScopeVerdict,
} from '@habeas/core/law';
import { ObjectType, registerEnumType } from '@nestjs/graphql';
import { Shown } from '../../platform/shown.js';
import { words } from '../../platform/words.js';

export const ScopeVerdicts = words<ScopeVerdict>({ include: true, mask: true, exclude: true, review: true, undetermined: true });
registerEnumType(ScopeVerdicts, {
  name: 'ScopeVerdict',
  description: `What is done with a field: ${SCOPE_VERDICTS.join(', ')}. Undetermined: a fact is missing, and it is never guessed.`,
});

@ObjectType('ScopeDecision', { description: 'One decision, with its reason and its article.' })
export class ScopeDecisionType {
  @Shown('settings.read', () => ScopeVerdicts)
  readonly verdict!: string;

  @Shown('settings.read', () => String, { description: 'Stable, for programs: `portable`, `derived`, `basis` …' })
  readonly reason!: string;

  @Shown('settings.read', () => String, { description: 'The reason in a sentence, as an archive gives it.' })
  readonly text!: string;

  @Shown('settings.read', () => [String], { description: 'What somebody has to fill in.' })
  readonly missing!: readonly string[];

  static of(decision: ScopeDecision, language: Language): ScopeDecisionType {
    const { verdict, reason, missing = [] } = decision;
    return Object.assign(new ScopeDecisionType(), { verdict, reason, missing, text: explainScope(decision, language) });
  }
}

@ObjectType('FieldScope', { description: 'What a person gets of one field.' })
export class FieldScopeType {
  @Shown('settings.read', () => String)
  readonly field!: string;

  @Shown('settings.read', () => ScopeDecisionType, { description: 'Art. 15 GDPR.' })
  readonly access!: ScopeDecisionType;

  @Shown('settings.read', () => ScopeDecisionType, { description: 'Art. 20 GDPR.' })
  readonly portability!: ScopeDecisionType;

  static of({ field, access, portability }: FieldScope, language: Language): FieldScopeType {
    const decisions = {
      access: ScopeDecisionType.of(access, language),
      portability: ScopeDecisionType.of(portability, language),
    };
    return Object.assign(new FieldScopeType(), { field, ...decisions });
  }
}

@ObjectType('CollectionScope', {
  description: 'What a person gets of the records of one collection, by its data map and the register.',
})
export class CollectionScopeType {
  @Shown('settings.read', () => String)
  readonly source!: string;

  @Shown('settings.read', () => String)
  readonly collection!: string;

  @Shown('settings.read', () => String, {
    nullable: true,
    description: 'Of the register. Nothing where nobody has assigned one.',
  })
  readonly activity?: string | undefined;

  @Shown('settings.read', () => [FieldScopeType])
  readonly fields!: readonly FieldScopeType[];

  @Shown('settings.read', () => [String], { description: 'Credentials: never read, and named in every answer.' })
  readonly neverRead!: readonly string[];

  static of(source: string, { collection, activity, scope, secrets }: MappedScope, language: Language): CollectionScopeType {
    const fields = scope.fields.map((each) => FieldScopeType.of(each, language));
    return Object.assign(new CollectionScopeType(), { source, collection, activity, fields, neverRead: secrets });
  }
}
