import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { matchOf, type MatchSketch, subjectOf } from '../testing/match-builder.js';
import { settle, type Settlement } from './settle.js';
import type { Subject } from '../subject/subject.js';

const ADDRESS = 'email:ann@example.org';
const PHONE = 'phone:+33612345678';
const OTHER = 'email:ann.m@example.test';
const CONTACT = 'id:crm.contact:7';

function settled(sketches: readonly MatchSketch[], subject: Subject = subjectOf(ADDRESS)): Settlement {
  return settle(
    sketches.map((sketch, index) => matchOf({ record: String(index), ...sketch })),
    subject,
    { recordsPerIdentifier: 5 },
  );
}

const told = ({ verdicts }: Settlement): readonly string[] =>
  verdicts.map(({ match, decision }) => `${match.recordId} ${decision.tier} ${decision.reasons.join(' ')}`);
const learnt = ({ lessons }: Settlement): readonly string[] => lessons.map(({ carried }) => carried.identifier.value.reveal());

describe('settle', () => {
  it('learns the identifiers of included matches, and not those of queued ones', () => {
    const settlement = settled([
      { by: [ADDRESS], on: [PHONE, 'name:Ann Martin'] },
      { by: [`~${ADDRESS}`], on: [OTHER] },
    ]);
    expect(told(settlement)).toEqual(['0 A verified-exact', '1 B folded-only identifiers-not-followed']);
    expect(learnt(settlement)).toEqual(['+33612345678']);
  });

  it('includes in layers: what one layer teaches corroborates the next', () => {
    const settlement = settled([
      { record: 'third', by: [OTHER], on: ['name:Ann Martin'] },
      { record: 'second', by: [CONTACT], on: [OTHER] },
      { record: 'first', by: [ADDRESS], on: [CONTACT, 'given:Ann', 'family:Martin'] },
    ]);
    expect(told(settlement)).toEqual(['first A verified-exact', 'second E issuer-id', 'third E corroborated-name']);
  });

  it('lets no match speak for itself', () => {
    const settlement = settled([{ by: [ADDRESS], on: [PHONE] }, { by: [PHONE], on: [OTHER] }, { by: [PHONE, OTHER] }]);
    expect(told(settlement).slice(1)).toEqual([
      '1 C not-corroborated identifiers-not-followed',
      '2 C origin-in-doubt not-corroborated identifiers-not-followed',
    ]);
  });

  it('queues proved matches that are clearly two people, when nobody knows which is the subject', () => {
    const sketches = [
      { collection: 'person', by: [ADDRESS], on: ['given:Ann'] },
      { collection: 'order', by: [ADDRESS], on: ['given:Bob', PHONE] },
      { collection: 'visit', by: [ADDRESS] },
    ];
    expect(told(settled(sketches))).toEqual([
      '1 B contradicts-other-match several-people identifiers-not-followed',
      '0 B contradicts-other-match several-people',
      '2 B several-people',
    ]);
  });

  it('tells them apart by the name that the requester proved', () => {
    const sketches = [
      { collection: 'person', by: [ADDRESS], on: ['given:Ann'] },
      { collection: 'order', by: [ADDRESS], on: ['given:Bob'] },
    ];
    expect(told(settled(sketches, subjectOf(ADDRESS, 'given:Ann')))).toEqual(['1 B contradicts-name', '0 A verified-exact']);
  });

  it('queues the whole shared mailbox when one collection shows two people, even with a proved name', () => {
    const sketches = [{ by: [ADDRESS], on: ['given:Ann'] }, { by: [ADDRESS], on: ['given:Bob'] }, { by: [ADDRESS] }];
    expect(told(settled(sketches, subjectOf(ADDRESS, 'given:Ann')))).toEqual([
      '0 B several-people',
      '1 B contradicts-name several-people',
      '2 B several-people',
    ]);
  });

  it('holds an unverified name against a match, and never for one', () => {
    const subject = subjectOf(ADDRESS, '?name:Bob Martin');
    expect(told(settled([{ by: [ADDRESS], on: ['name:Ann Martin'] }], subject))).toEqual(['0 B contradicts-name']);
    const sketches = [
      { by: [ADDRESS], on: [PHONE] },
      { by: [PHONE], on: ['name:Bob Martin'] },
    ];
    expect(told(settled(sketches, subject))[1]).toBe('1 C not-corroborated');
  });

  it('takes back what rested on an identifier that leads to several people', () => {
    const first: readonly MatchSketch[] = [
      { record: 'a', by: [ADDRESS], on: [PHONE, 'name:Ann Martin'] },
      { record: 'b', collection: 'order', by: [PHONE], on: ['name:Ann Martin', OTHER] },
    ];
    const later: readonly MatchSketch[] = [...first, { record: 'c', collection: 'order', by: [PHONE], on: ['name:Bob Martin'] }];
    expect(told(settled(first))).toEqual(['b E corroborated-name', 'a A verified-exact']);
    expect(told(settled(later))).toEqual([
      'b C several-people identifiers-not-followed',
      'c C contradicts-name several-people not-corroborated',
      'a A verified-exact',
    ]);
    expect(learnt(settled(first))).toContain('ann.m@example.test');
    expect(learnt(settled(later))).not.toContain('ann.m@example.test');
  });

  it('holds the names of derived matches against later ones where no better name is known', () => {
    const settlement = settled([
      { record: 'a', by: [ADDRESS], on: [CONTACT] },
      { record: 'b', by: [CONTACT], on: ['given:Ann', 'birthDate:1980-03-05', 'id:shop.customer:9'] },
      { record: 'c', collection: 'customer', by: ['id:shop.customer:9'], on: ['given:Bob'] },
      { record: 'd', collection: 'visit', by: ['id:shop.customer:9'], on: ['birthDate:1955-11-21'] },
    ]);
    expect(told(settlement)).toEqual([
      'c C contradicts-name',
      'a A verified-exact',
      'b E issuer-id',
      'd C contradicts-birth-date',
    ]);
  });

  it('lets a proved match in later when a proved name explains its own', () => {
    const subject = subjectOf(ADDRESS, PHONE, 'name:Ann Martin');
    const sketches = [
      { collection: 'crm', by: [ADDRESS], on: ['given:Ann', 'given:Nadja', 'family:Martin'] },
      { collection: 'shop', by: [PHONE], on: ['given:Nadja', 'family:Martin'] },
    ];
    expect(told(settled(sketches, subject))).toEqual(['0 A verified-exact', '1 A verified-exact']);
  });

  it('decides the same in whatever order the matches come', () => {
    const ids = [ADDRESS, PHONE, OTHER, CONTACT];
    const sketch = fc.record({
      by: fc.subarray(ids, { minLength: 1, maxLength: 2 }),
      on: fc.subarray([...ids, 'given:Ann', 'given:Bob', 'family:Martin', 'birthDate:1980-03-05', 'birthDate:1955-11-21'], {
        maxLength: 4,
      }),
      collection: fc.constantFrom('person', 'order'),
      isPersonRecord: fc.boolean(),
    });
    const sketches = fc
      .array(sketch, { maxLength: 8 })
      .map((all) => all.map((each, index) => ({ ...each, record: String(index) })));
    const subject = subjectOf(ADDRESS, PHONE);
    const outcome = (all: readonly MatchSketch[]): unknown => [told(settled(all, subject)), learnt(settled(all, subject))];
    fc.assert(
      fc.property(
        sketches.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([a, b]) => {
          expect(outcome(a)).toEqual(outcome(b));
        },
      ),
      { numRuns: 200 },
    );
  });
});
