import { describe, expect, it } from '@jest/globals';
import { decideRelease, GATE_CODES, type GateCode, type GateFacts, type GateFlags } from './gate.js';
import { explainGate } from './explain-gate.js';

const CLEAR: GateFacts = {
  isIdentityProved: true,
  isContactNew: false,
  searchedCollections: 4,
  incompleteSearches: [],
  queuedMatches: [],
  mentions: [],
  thirdPartyData: [],
  specialCategories: [],
  unknownCodes: [],
  unclassifiedFields: [],
  undeterminedScope: [],
  legalHolds: [],
  restricted: [],
  redactions: [],
  heldForOthers: [],
  records: 12,
  recordLimit: 1000,
  areNegativesSampled: false,
};
const PLACE = { source: 'crm', collection: 'contact', count: 2 };

/** What raises each code by itself. */
const RAISES: Readonly<
  Record<
    Exclude<GateCode, 'negative-answer' | 'objection' | 'cool-off' | 'fee' | 'heir'>,
    (facts: GateFacts) => Partial<GateFacts>
  >
> = {
  identity: () => ({ isIdentityProved: false }),
  'new-contact': () => ({ isContactNew: true }),
  'nothing-searched': () => ({ searchedCollections: 0 }),
  'incomplete-search': flag('incompleteSearches'),
  'queued-match': flag('queuedMatches'),
  'mention-only': flag('mentions'),
  'third-party-data': flag('thirdPartyData'),
  'special-category': flag('specialCategories'),
  'unknown-code': flag('unknownCodes'),
  'unclassified-field': flag('unclassifiedFields'),
  'undetermined-scope': flag('undeterminedScope'),
  'legal-hold': flag('legalHolds'),
  restricted: flag('restricted'),
  redaction: flag('redactions'),
  'held-for-another': flag('heldForOthers'),
  size: ({ records }) => ({ recordLimit: records - 1 }),
};

function flag(name: keyof GateFlags): () => Partial<GateFacts> {
  return () => ({ [name]: [PLACE] });
}

const codesOf = (facts: GateFacts): readonly GateCode[] => {
  const decision = decideRelease(facts);
  return decision.release === 'dpo' ? decision.reasons.map(({ code }) => code) : [];
};

describe('decideRelease (OUT-08)', () => {
  it('releases by itself what nothing speaks against', () => {
    expect(decideRelease(CLEAR)).toEqual({ release: 'automatic', answer: 'copy' });
  });

  it('is automatic exactly where nothing is flagged, and else names everything that is: over all combinations (OUT-01, SCP-09)', () => {
    const raises = Object.entries(RAISES);
    const wrong: unknown[] = [];
    for (let bits = 0; bits < 1 << raises.length; bits += 1) {
      for (const [records, areNegativesSampled] of [
        [12, false],
        [12, true],
        [0, false],
        [0, true],
      ] as const) {
        const base: GateFacts = { ...CLEAR, records, areNegativesSampled };
        const raised = raises.filter((_, bit) => (bits & (1 << bit)) !== 0);
        const facts = Object.assign({ ...base }, ...raised.map(([, raise]) => raise(base))) as GateFacts;
        const expected = raised.map(([code]) => code);
        if (records === 0 && !areNegativesSampled) expected.push('negative-answer');
        const decision = decideRelease(facts);
        const found = decision.release === 'dpo' ? decision.reasons.map(({ code }) => code) : [];
        const isRight = (decision.release === 'automatic') === (expected.length === 0) && found.join() === expected.join();
        if (!isRight || decision.answer !== (records === 0 ? 'negative' : 'copy')) wrong.push({ expected, decision });
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  it('a negative answer goes out by itself only after a DPO’s sample, and only if the search was complete (OUT-01)', () => {
    const negative: GateFacts = { ...CLEAR, records: 0 };
    expect(codesOf(negative)).toEqual(['negative-answer']);
    expect(decideRelease({ ...negative, areNegativesSampled: true })).toEqual({ release: 'automatic', answer: 'negative' });
    expect(codesOf({ ...negative, areNegativesSampled: true, incompleteSearches: [PLACE] })).toEqual(['incomplete-search']);
    expect(codesOf({ ...negative, areNegativesSampled: true, searchedCollections: 0 })).toEqual(['nothing-searched']);
  });

  it('tells where, and how much of it', () => {
    const places = [PLACE, { source: 'shop', collection: 'order', field: 'note', count: 3 }];
    expect(decideRelease({ ...CLEAR, thirdPartyData: places })).toEqual({
      release: 'dpo',
      answer: 'copy',
      reasons: [{ code: 'third-party-data', places, count: 5 }],
    });
  });

  it.each([
    [1000, 1000, []],
    [1001, 1000, ['size']],
    [12, Number.NaN, ['size']],
    [Number.NaN, 1000, ['size']],
  ])('%d records with a limit of %d: %j', (records, recordLimit, expected) => {
    expect(codesOf({ ...CLEAR, records, recordLimit })).toEqual(expected);
  });

  it('does not pass what is no number of searches', () => {
    expect(codesOf({ ...CLEAR, searchedCollections: Number.NaN })).toEqual(['nothing-searched']);
  });

  it('a place is a flag even if nobody could count what is there', () => {
    expect(codesOf({ ...CLEAR, unknownCodes: [{ ...PLACE, count: 0 }] })).toEqual(['unknown-code']);
  });
});

describe('explainGate (OUT-08)', () => {
  it.each(GATE_CODES)('%s: what it is and what can be done, in both languages', (code) => {
    const reason = { code, places: [PLACE], count: 2 };
    for (const language of ['en', 'fr'] as const) {
      const { what, remedy } = explainGate(reason, language);
      expect(what).toMatch(/^\p{Lu}.*\.$/u);
      expect(remedy).toMatch(/^\p{Lu}.*\.$/u);
    }
    expect(explainGate(reason, 'fr')).not.toEqual(explainGate(reason, 'en'));
  });

  it('says how much', () => {
    expect(explainGate({ code: 'queued-match', places: [PLACE], count: 2 }, 'en')).toEqual({
      what: 'Matches wait for a decision: 2.',
      remedy: 'Confirm or reject each of them.',
    });
  });
});
