import { describe, expect, it } from '@jest/globals';
import type { Origin } from '@habeas/connector-sdk';
import { ARTICLE_9_CONDITIONS, BASES, type Article9Condition, type Basis } from '../register/vocabulary.js';
import { decideAccess } from './decide-access.js';
import { decidePortability } from './decide-portability.js';
import type { ActivityFacts, FieldFacts } from './facts.js';

interface Row {
  readonly origin: Origin;
  readonly bases: readonly Basis[];
  readonly automated?: boolean;
  readonly special?: boolean;
  readonly article9?: Article9Condition;
}

function decide({ origin, bases, automated = true, special = false, article9 }: Row): readonly string[] {
  const field: FieldFacts = { name: 'note', origin, special };
  const activity: ActivityFacts = {
    id: 'crm',
    role: 'controller',
    bases,
    automated,
    filingSystem: true,
    ...(article9 === undefined ? {} : { article9 }),
  };
  const record = { activity, nature: 'own' } as const;
  return [decideAccess(field, record), decidePortability(field, record)].map(({ verdict, reason }) => `${verdict} ${reason}`);
}

const GIVEN: readonly Origin[] = ['provided', 'observed'];
const CONSENT_OR_CONTRACT: readonly Basis[] = ['consent', 'explicit_consent', 'contract'];
const OTHERS: readonly Basis[] = BASES.filter((basis) => !CONSENT_OR_CONTRACT.includes(basis));
const NOT_CONSENT = ARTICLE_9_CONDITIONS.filter((condition) => condition !== 'a');
const each = <A, B>(as: readonly A[], bs: readonly B[]): readonly (readonly [A, B])[] =>
  as.flatMap((a) => bs.map((b) => [a, b] as const));

describe('the truth table of portability (PRT-01)', () => {
  it.each(each(GIVEN, CONSENT_OR_CONTRACT))('%s, on %s among other bases: access and portability', (origin, basis) => {
    for (const other of BASES) {
      expect(decide({ origin, bases: [other, basis] })).toEqual(['include held', 'include portable']);
    }
  });

  it.each(each(GIVEN, OTHERS))('%s, on %s only: access', (origin, basis) => {
    const reason = basis === 'public_task' ? 'public-task' : 'basis';
    expect(decide({ origin, bases: [basis] })).toEqual(['include held', `exclude ${reason}`]);
  });

  it.each(each(['derived', 'inferred'] as const, BASES))('%s, on %s: access (PRT-02)', (origin, basis) => {
    expect(decide({ origin, bases: [basis] })).toEqual(['include held-derived', 'exclude derived']);
  });

  it.each(BASES)('from a third party, on %s: access with its source', (basis) => {
    expect(decide({ origin: 'third_party', bases: [basis] })).toEqual(['include held-from-elsewhere', 'exclude from-elsewhere']);
  });

  it.each(CONSENT_OR_CONTRACT)('provided on paper, on %s: access', (basis) => {
    expect(decide({ origin: 'provided', bases: [basis], automated: false })).toEqual(['include held', 'exclude paper']);
  });

  it.each(each(GIVEN, BASES))('%s, special, on %s, consented to under Art. 9(2)(a): both (SPC-02)', (origin, basis) => {
    expect(decide({ origin, bases: [basis], special: true, article9: 'a' })).toEqual([
      'include held',
      'include portable-special',
    ]);
  });

  it.each(each(CONSENT_OR_CONTRACT, ARTICLE_9_CONDITIONS))(
    'special, on %s, under Art. 9(2)(%s): both (SPC-02)',
    (basis, article9) => {
      for (const origin of GIVEN) {
        expect(decide({ origin, bases: [basis], special: true, article9 })).toEqual(['include held', 'include portable-special']);
      }
    },
  );

  it.each(each(OTHERS, NOT_CONSENT))('special, on %s, under Art. 9(2)(%s): access (SPC-02)', (basis, article9) => {
    expect(decide({ origin: 'provided', bases: [basis], special: true, article9 })).toEqual([
      'include held',
      'exclude article-9',
    ]);
  });
});
