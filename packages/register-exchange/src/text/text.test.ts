import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  ARTICLE_9_CONDITIONS,
  BASES,
  ENDINGS,
  OVERRIDE_GROUNDS,
  RECIPIENT_ROLES,
  SAFEGUARDS,
  SPECIAL_CATEGORIES,
} from '@habeas/core/law';
import { basisLabel, basisOf, roleLabel, roleOf, safeguardLabel, safeguardOf, unnamedLabel, unnamedOf } from './choices.js';
import { countryCode, countryName } from './countries.js';
import { dayOf } from './days.js';
import { categoryOf, familyLabel } from './families.js';
import { mark, unmark } from './mark.js';
import { periodOf, periodsIn, periodWords } from './period-words.js';
import { readRule } from './read-rule.js';
import { detailOf, placeOf } from './recipient-lines.js';
import type { TitledRule } from './rule-words.js';
import { specialLabels, specialOf } from './special.js';
import { writeRule } from './write-rule.js';

const numbers = fc.integer({ min: 0, max: 99 }).map(String);
const periods = fc.oneof(
  numbers.map((count) => `P${count}W`),
  fc
    .tuple(fc.option(numbers), fc.option(numbers), fc.option(numbers))
    .filter((parts) => parts.some((part) => part !== null))
    .map(
      ([years, months, days]) =>
        `P${years === null ? '' : `${years}Y`}${months === null ? '' : `${months}M`}${days === null ? '' : `${days}D`}`,
    ),
);
const free = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .map((text) => text.replaceAll(/\s+/gu, ' ').trim())
  .filter((text) => text !== '');
const moments = fc.constantFrom('contract.endedAt', 'membership', 'record.collectedAt');
const backing = fc
  .option(free, { nil: undefined })
  .map((reason) => (reason === undefined ? {} : { assumed: true as const, reason }));
const wordings = free.map((text) => ({ en: text, fr: text }));

/** A group of keys of which some are there. */
const some = <Value extends object>(parts: { [Key in keyof Value]: fc.Arbitrary<Value[Key]> }): fc.Arbitrary<Partial<Value>> =>
  fc.record(parts, { requiredKeys: [] }) as fc.Arbitrary<Partial<Value>>;

const overrides = fc
  .tuple(fc.constantFrom(...OVERRIDE_GROUNDS), some({ law: free, anchor: moments, length: periods, until: wordings }), backing)
  .map(([because, rest, backed]) => ({ because, ...rest, ...backed }));

const rules: fc.Arbitrary<TitledRule> = fc
  .tuple(
    some<TitledRule>({
      subjects: fc.array(free, { minLength: 1, maxLength: 3 }),
      anchor: fc.array(moments, { minLength: 1, maxLength: 2 }),
      whileOpen: moments,
      then: fc.constantFrom(...ENDINGS),
      period: fc.tuple(periods, backing).map(([length, backed]) => ({ length, ...backed })),
      criterion: fc
        .tuple(wordings, fc.option(free, { nil: undefined }), backing)
        .map(([text, fixedBy, backed]) => ({ text, ...(fixedBy === undefined ? {} : { fixedBy }), ...backed })),
      overrides: fc.array(overrides, { minLength: 1, maxLength: 2 }),
    }),
    fc.constantFrom(undefined, 'later_of' as const, 'earlier_of' as const),
    backing,
  )
  .map(([rule, combine, backed]) => ({
    ...rule,
    ...(rule.anchor === undefined || combine === undefined ? {} : { combine }),
    ...backed,
  }));

describe('a rule of retention as a line', () => {
  it('is read as the same rule again, whatever is in it', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        expect(readRule(writeRule(rule))).toEqual(rule);
      }),
      { numRuns: 500 },
    );
  });

  it('reads as a person would write it', () => {
    expect(
      writeRule({ anchor: ['membership.endedAt'], period: { length: 'P2Y' }, whileOpen: 'membership', then: 'delete' }),
    ).toBe('2 ans ; à compter de : membership.endedAt ; après la fin de : membership ; puis : suppression');
    expect(writeRule({ anchor: ['a', 'b'] })).toBe('à compter de : a, b');
    expect(writeRule({})).toBe('durée non précisée');
  });

  it.each([
    '5 ans après la fin du contrat',
    '5 ans ; 6 ans',
    '5 ans ; à compter de : la fin du contrat',
    'puis : oubli',
    'après la fin de : tout le contrat',
    'fixé par : «la loi»',
    'sauf : bonne raison',
    'pendant : 5 ans',
    'sauf : contentieux ; pendant : toujours',
    'sauf : contentieux ; depuis : le début',
    "sauf : contentieux ; jusqu'à : la fin",
    'sauf : contentieux ; exception à confirmer : peut-être',
    'sauf : contentieux ; loi : le code',
    'selon : la loi',
    'règle à confirmer : peut-être',
    'durée à confirmer : «peut-être»',
    'pour : tous',
    'selon : «un texte sans fin',
    '',
  ])('is no rule of ours in other words: %s', (line) => {
    expect(readRule(line)).toBeUndefined();
  });
});

describe('periods in French', () => {
  it('are the same period again', () => {
    fc.assert(
      fc.property(periods, (length) => {
        expect(periodOf(periodWords(length))).toBe(length);
      }),
    );
  });

  it.each<[string, readonly string[]]>([
    ['conservées 5 ans après la fin du contrat', ['P5Y']],
    ['Deux ans (archives : 10 années)', ['P2Y', 'P10Y']],
    ['cinq (5) ans', ['P5Y']],
    ['une semaine puis 30 jours', ['P1W', 'P30D']],
    ['13mois', ['P13M']],
    ['article 12 ; 2,5 ans ; les mois', []],
    ['9999 ans', []],
  ])('are found in "%s"', (text, found) => {
    expect(periodsIn(text)).toEqual(found);
  });
});

describe('dayOf', () => {
  it.each([
    ['2026-03-08', '2026-03-08'],
    ['2026-03-08T00:00:00', '2026-03-08'],
    ['8/3/2026', '2026-03-08'],
    ['08.03.2026', '2026-03-08'],
    ['1er mars 2026', '2026-03-01'],
    ['8 AOÛT 2026', '2026-08-08'],
    ['46089', '2026-03-08'],
    ['46089.5', '2026-03-08'],
  ])('reads %s', (text, day) => {
    expect(dayOf(text, false)).toBe(day);
  });

  it.each(['08/03/26', '31/02/2026', '8 brumaire 2026', '2026', 'hier'])('does not guess %s', (text) => {
    expect(dayOf(text, false)).toBeUndefined();
  });

  it('counts from 1904 where the workbook does', () => {
    expect(dayOf('44627', true)).toBe('2026-03-08');
  });
});

describe('choices of the law in French', () => {
  it('are the same choice again', () => {
    expect(BASES.map((basis) => basisOf(basisLabel(basis)))).toEqual(BASES);
    expect(RECIPIENT_ROLES.map((role) => roleOf(roleLabel(role)))).toEqual(RECIPIENT_ROLES);
    expect(SAFEGUARDS.map((kind) => safeguardOf(safeguardLabel(kind)))).toEqual(SAFEGUARDS);
    expect(
      (['not_identifiable', 'manifestly_unfounded_or_excessive'] as const).map((reason) => unnamedOf(unnamedLabel(reason))),
    ).toEqual(['not_identifiable', 'manifestly_unfounded_or_excessive']);
    expect(ARTICLE_9_CONDITIONS.map((condition) => basisOf(condition))).toEqual(ARTICLE_9_CONDITIONS.map(() => undefined));
  });

  it.each([
    ['Article 6.1.b du RGPD', 'contract'],
    ["Exécution d'un contrat", 'contract'],
    ["Respect d'une obligation légale", 'legal_obligation'],
    ["L'exécution d'une mission d'intérêt public", 'public_task'],
    ['', undefined],
    ['Habitude', undefined],
  ])('names a basis as controllers do: %s', (text, basis) => {
    expect(basisOf(text)).toBe(basis);
  });
});

describe('countries', () => {
  it.each([
    ['france', 'FR'],
    ['ROYAUME-UNI', 'GB'],
    ['Morocco', 'MA'],
    ['USA', 'US'],
    ['UK', 'GB'],
    ['SU', undefined],
    ['de', 'DE'],
    ['ZZ', undefined],
    ['Union européenne', undefined],
    ['Atlantide', undefined],
  ])('knows %s', (name, code) => {
    expect(countryCode(name)).toBe(code);
  });

  it('gives back a code that has no name', () => {
    expect([countryName('MA'), countryName('QQ')]).toEqual(['Maroc', 'QQ']);
  });

  it('reads several, and none where one is not understood', () => {
    expect(placeOf('Maroc, Suisse')).toEqual(['MA', 'CH']);
    expect(placeOf('Monde entier')).toBe('worldwide');
    expect(placeOf('Maroc, Atlantide')).toBeUndefined();
  });
});

describe('lines of a recipient', () => {
  it.each(['Pays : Atlantide', 'Non nommé : par oubli', 'Adresse : ailleurs', 'Un titre'])(
    'are titles where they tell nothing: %s',
    (line) => {
      expect(detailOf(line)).toBeUndefined();
    },
  );
});

describe('marks of what is assumed (PRF-03)', () => {
  it('are read as they were set, and need no reason', () => {
    fc.assert(
      fc.property(free, free, (text, reason) => {
        expect(unmark(mark(text, { assumed: true, reason }))).toEqual({ text, backing: { assumed: true, reason } });
      }),
    );
    expect(unmark(mark('Contrat', { assumed: true }))).toMatchObject({ text: 'Contrat', backing: { assumed: true } });
    expect(unmark('Contrat')).toEqual({ text: 'Contrat', backing: {} });
  });
});

describe('families and kinds of data', () => {
  it('bring each kind of sensitive data back', () => {
    for (const kind of SPECIAL_CATEGORIES)
      expect(specialLabels([kind]).map((label) => specialOf(label)?.special)).toEqual([[kind]]);
    expect(specialLabels(['religion', 'health', 'philosophy']).flatMap((label) => specialOf(label)?.special ?? [])).toEqual([
      'religion',
      'philosophy',
      'health',
    ]);
    expect(specialOf('Données de contact')).toBeUndefined();
  });

  it('keep a term in its family', () => {
    expect(['pd:Name', 'pd:Job', 'pd:BankAccount', 'pd:CurrentLocation'].map((term) => categoryOf(familyLabel(term)))).toEqual([
      'pd:Identifying',
      'pd:Professional',
      'pd:Financial',
      'pd:Location',
    ]);
    expect([familyLabel('x:Unheard'), categoryOf('Divers')]).toEqual(['Autres catégories de données', 'x:Uncategorised']);
  });
});
