import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LETTER_LANGUAGES, type LetterLanguage } from '../catalogue/letters.js';
import { letterSamples, SENDER } from '../testing/letter-samples.js';
import { composeLetter } from './compose-letter.js';
import type { LetterFacts } from './facts/letter-facts.js';
import { letterFaults } from './letter-faults.js';
import { LETTER_KINDS, type LetterKind } from './letter-kind.js';
import type { LetterSender } from './sender.js';

const HEAD = ['reference', 'receivedOn', 'date'];
const SEARCH = ['search', 'search.snapshotOn', 'search.sources', 'search.isComplete', 'search.records'];
const CASE_FILE = ['caseFile', 'caseFile.holds', 'caseFile.keptUntil'];
const DECISION = ['decision', 'decision.by', 'decision.isDpo', 'decision.at'];
const WITHOUT_REMEDIES = ['sender.name', 'sender.contacts'];
const WITH_REMEDIES = [...WITHOUT_REMEDIES, 'sender.country', 'sender.authority', 'sender.authority.name'];
const DEADLINES = ['received', 'dueSafe', 'dueSafe.date', 'dueLegal', 'dueLegal.date', 'dueExtLegal', 'dueExtLegal.date'];
const GIVEN = [
  ...HEAD,
  'dueOn',
  ...SEARCH,
  'enclosed',
  'enclosed.0',
  'delivery',
  'delivery.by',
  'delivery.until',
  'rights',
  'rights.0',
];

/** Written down from the law, and not from the schemas: without any one of these there is no letter. */
const MANDATORY: Readonly<Record<LetterKind, readonly string[]>> = {
  acknowledgement: [...HEAD, 'dueOn', 'identity', ...WITHOUT_REMEDIES],
  identity_question: [
    ...[...HEAD, 'doubt', 'doubt.reason', 'doubt.explanation', 'asks', 'asks.0', 'asks.0.ask', 'asks.3.what'],
    ...['isOneEnough', 'answerBy', 'dueOn', 'clock', ...WITHOUT_REMEDIES],
  ],
  scope_question: [
    ...[...HEAD, 'found', 'found.records', 'found.sources', 'parts', 'parts.0', 'information', 'answerBy', 'dueOn', 'clock'],
    ...WITHOUT_REMEDIES,
  ],
  extension: [
    ...[...HEAD, 'reason', 'explanation', 'newDueOn', 'deadlines', ...DEADLINES.map((each) => `deadlines.${each}`)],
    ...WITH_REMEDIES,
  ],
  answer: [...GIVEN, ...WITH_REMEDIES],
  partial_answer: [
    ...[
      ...GIVEN,
      'leftOut',
      'leftOut.0',
      'leftOut.0.reason',
      'leftOut.0.what',
      'leftOut.1.interest',
      'leftOut.1.interest.holder',
    ],
    ...['leftOut.1.interest.why', 'leftOut.2.lawRef', 'leftOut.2.why', 'leftOut.3.controller', 'leftOut.4.why', 'leftOut.4.next'],
    ...WITH_REMEDIES,
  ],
  no_data: [
    ...[...HEAD, 'dueOn', ...SEARCH, 'identifiers', 'identifiers.0', 'identifiers.0.kind', 'identifiers.0.value', ...CASE_FILE],
    ...WITH_REMEDIES,
  ],
  refusal: [
    ...[...HEAD, 'dueOn', 'grounds', 'grounds.0', 'grounds.0.ground', 'grounds.0.lastRequestOn', 'grounds.0.evidence'],
    ...['grounds.1.aim', 'grounds.1.intent', 'grounds.2.lawRef', 'grounds.2.why', 'grounds.3.demonstration', 'grounds.4.doubt'],
    ...[...DECISION, ...WITH_REMEDIES],
  ],
  fee: [
    ...[...HEAD, 'cause', 'cause.for', 'cause.firstCopyOn', 'cause.isSameScope', 'cause.isSamePeriod'],
    ...['costs', 'costs.0', 'costs.0.cost', 'costs.0.cents', 'currency', 'answerBy', ...WITH_REMEDIES],
  ],
  wrong_controller: [...HEAD, 'position', 'position.why', 'position.explanation', 'forwarded', ...CASE_FILE, ...WITH_REMEDIES],
  archive_expiry: [...HEAD, 'availableUntil', 'isRenewable', ...WITHOUT_REMEDIES],
};

/** What a letter is well without. */
const SENDER_MAY_LACK = [
  'sender.address',
  'sender.officer',
  'sender.authority.post',
  'sender.authority.phone',
  'sender.authority.url',
];
const OPTIONAL: Readonly<Record<LetterKind, readonly string[]>> = {
  acknowledgement: ['addressee', 'otherRights', 'sender.authority', 'sender.country'],
  identity_question: ['addressee', 'sender.authority', 'sender.country'],
  scope_question: ['addressee', 'sender.authority', 'sender.country'],
  extension: ['addressee'],
  answer: ['addressee', 'delivery.downloads'],
  partial_answer: ['addressee', 'delivery.downloads'],
  no_data: ['addressee'],
  refusal: ['addressee'],
  fee: ['addressee'],
  wrong_controller: ['addressee', 'meantFor'],
  archive_expiry: ['downloadsLeft', 'sender.authority', 'sender.country'],
};

type Tree = Readonly<Record<string, unknown>>;
interface Given {
  readonly facts: Tree;
  readonly sender: LetterSender;
}

const given = (kind: LetterKind): Given => ({ facts: letterSamples('en')[kind], sender: SENDER });

/** The same without what stands at a path. The items of a list stay where they are: a hole is what is missing. */
function without(tree: unknown, [step = '', ...rest]: readonly string[]): unknown {
  if (Array.isArray(tree)) {
    return tree.map((item: unknown, index) =>
      String(index) !== step ? item : rest.length === 0 ? undefined : without(item, rest),
    );
  }
  if (typeof tree !== 'object' || tree === null || !(step in tree)) return tree;
  const { [step]: removed, ...kept } = tree as Tree;
  return rest.length === 0 ? kept : { ...kept, [step]: without(removed, rest) };
}

function remove({ facts, sender }: Given, path: string): Given {
  const steps = path.split('.');
  if (steps[0] !== 'sender') return { sender, facts: without(facts, steps) as Tree };
  return { facts, sender: without(sender, steps.slice(1)) as LetterSender };
}

function write(kind: LetterKind, { facts, sender }: Given, language: LetterLanguage = 'en'): void {
  const { name = '', country = '', contacts = [], ...rest } = sender as Partial<LetterSender>;
  composeLetter(kind, facts as LetterFacts<LetterKind>, { name, country, contacts, ...rest }, language);
}

const cases = (table: Readonly<Record<LetterKind, readonly string[]>>): readonly (readonly [LetterKind, string])[] =>
  LETTER_KINDS.flatMap((kind) => table[kind].map((path) => [kind, path] as const));

describe('a letter is never written without what the law demands (OUT-01, OUT-02, DLN-11)', () => {
  it.each(cases(MANDATORY))('%s without %s', (kind, path) => {
    const { facts, sender } = remove(given(kind), path);
    const place = path.replace(/^sender\.authority\..+/u, 'sender.authority');
    expect(() => {
      write(kind, { facts, sender });
    }).toThrow(expect.objectContaining({ name: 'Refused', code: 'INVALID_INPUT' }));
    const { name = '', country = '', contacts = [], ...rest } = sender as Partial<LetterSender>;
    const faults = letterFaults(kind, facts, { name, country, contacts, ...rest });
    expect(faults).toHaveLength(1);
    expect(faults[0]?.path).toBe(place);
    expect(faults[0]?.message).toMatch(/^[^\n]+ \(.+\)$/u);
  });

  it.each(cases(OPTIONAL))('%s can be written without %s', (kind, path) => {
    expect(() => {
      write(kind, remove(given(kind), path));
    }).not.toThrow();
  });

  it.each(LETTER_KINDS)('and every fact of it is known to be one or the other: %s', (kind) => {
    const known = new Set([...MANDATORY[kind], ...OPTIONAL[kind]].map((path) => path.split('.')[0]));
    expect([...known].filter((each) => each !== 'sender').sort()).toEqual(Object.keys(given(kind).facts).sort());
  });

  it.each(LETTER_KINDS)('so it exists exactly when all mandatory facts are there: %s', (kind) => {
    const optional = fc.subarray([...OPTIONAL[kind], ...SENDER_MAY_LACK]);
    const mandatory = fc.subarray([...MANDATORY[kind]], { maxLength: 2 });
    fc.assert(
      fc.property(optional, mandatory, fc.constantFrom(...LETTER_LANGUAGES), (spared, missing, language) => {
        const left = [...spared, ...missing].reduce(remove, given(kind));
        const isWhole = missing.length === 0;
        let isWritten = true;
        try {
          write(kind, left, language);
        } catch (fault) {
          expect(fault).toMatchObject({ code: 'INVALID_INPUT' });
          isWritten = false;
        }
        expect(isWritten).toBe(isWhole);
      }),
      { numRuns: 150 },
    );
  });

  it.each(LETTER_KINDS)('and an error tells nothing of the person: %s', (kind) => {
    const canary = 'Canary-7f3a';
    const spoil = (value: unknown): unknown => {
      if (typeof value === 'string') return `${canary} `.repeat(2_000);
      if (Array.isArray(value)) return value.map(spoil);
      if (typeof value !== 'object' || value === null || value.constructor !== Object) return canary;
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, spoil(inner)]));
    };
    const faults = letterFaults(kind, spoil(given(kind).facts), SENDER);
    expect(faults.length).toBeGreaterThan(3);
    expect(JSON.stringify(faults)).not.toContain(canary);
  });
});
