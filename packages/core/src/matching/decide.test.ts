import { describe, expect, it } from '@jest/globals';
import { identifierKey } from '../subject/identifier-key.js';
import { identifierOf, matchOf, type MatchSketch, subjectOf } from '../testing/match-builder.js';
import { decide, type DecisionContext, type Reason } from './decide.js';
import { givenFacts, NO_FACTS } from './person-facts.js';

const key = (text: string): string => identifierKey(identifierOf(text));
const GIVEN = 'email:ann@example.org';
const OTHER_GIVEN = 'phone:+33612345678';
const DERIVED = 'phone:+33698765432';
const DERIVED_ID = 'id:crm.contact:7';
const ROLE = 'email:info@example.org';

const known = givenFacts(subjectOf(GIVEN, 'name:Ann Martin', 'birthDate:1980-03-05').identifiers);
const context: DecisionContext = {
  trust: new Map([
    [key(GIVEN), 'verified'],
    [key(OTHER_GIVEN), 'verified'],
    [key(ROLE), 'verified'],
    [key(DERIVED), 'derived'],
    [key(DERIVED_ID), 'derived'],
    [key('email:famille.martin@example.org'), 'derived'],
  ]),
  ambiguous: new Set(),
  contradicting: known,
  corroborating: known,
  disputed: new Set(),
};

type Expected = `${'A' | 'B' | 'C' | 'E' | 'F'} ${'included' | 'queued'}`;

describe('decide', () => {
  it.each<[string, MatchSketch, Expected, readonly Reason[]]>([
    // A: proved
    ['a verified identifier, exact', { by: [GIVEN] }, 'A included', ['verified-exact']],
    [
      'with the same name and date',
      { by: [GIVEN], on: ['name:Ann Martin', 'birthDate:1980-03-05'] },
      'A included',
      ['verified-exact'],
    ],
    ['with a usage name', { by: [GIVEN], on: ['given:Ann', 'family:Durand'] }, 'A included', ['verified-exact']],
    ['with a nickname', { by: [GIVEN], on: ['given:Annie', 'family:Martin'] }, 'A included', ['verified-exact']],
    ['with an initial', { by: [GIVEN], on: ['given:A', 'family:Martin'] }, 'A included', ['verified-exact']],
    ['with a swapped day and month', { by: [GIVEN], on: ['birthDate:1980-05-03'] }, 'A included', ['verified-exact']],
    ['with a placeholder birth date', { by: [GIVEN], on: ['birthDate:1955-01-01'] }, 'A included', ['verified-exact']],
    ['beside a doubtful one', { by: [GIVEN, `~${OTHER_GIVEN}`] }, 'A included', ['verified-exact']],
    // B: proved, but doubtful
    ['another given name', { by: [GIVEN], on: ['given:Bob', 'family:Martin'] }, 'B queued', ['contradicts-name']],
    ['another birth date', { by: [GIVEN], on: ['birthDate:1955-11-21'] }, 'B queued', ['contradicts-birth-date']],
    ['a folded key', { by: [`~${GIVEN}`] }, 'B queued', ['folded-only']],
    ['a role mailbox', { by: [ROLE] }, 'B queued', ['shared-mailbox']],
    ['a role mailbox with the right name', { by: [ROLE], on: ['name:Ann Martin'] }, 'B queued', ['shared-mailbox']],
    ['free text', { by: [GIVEN], place: 'free-text' }, 'B queued', ['free-text']],
    ['free text, folded', { by: [`~${GIVEN}`], place: 'free-text' }, 'B queued', ['folded-only', 'free-text']],
    // C: not proved
    ['a derived identifier alone', { by: [DERIVED] }, 'C queued', ['not-corroborated']],
    ['with a weak name only', { by: [DERIVED], on: ['given:A', 'family:Martin'] }, 'C queued', ['not-corroborated']],
    ['with a family name only', { by: [DERIVED], on: ['family:Martin'] }, 'C queued', ['not-corroborated']],
    ['with a placeholder date only', { by: [DERIVED], on: ['birthDate:1980-01-01'] }, 'C queued', ['not-corroborated']],
    ['folded, with the right name', { by: [`~${DERIVED}`], on: ['name:Ann Martin'] }, 'C queued', ['folded-only']],
    [
      'corroborated and contradicted',
      { by: [DERIVED], on: ['name:Ann Martin', 'birthDate:1955-11-21'] },
      'C queued',
      ['contradicts-birth-date'],
    ],
    ['an id, contradicted', { by: [DERIVED_ID], on: ['given:Bob', 'family:Martin'] }, 'C queued', ['contradicts-name']],
    [
      'a derived household mailbox, with the right name',
      { by: ['email:famille.martin@example.org'], on: ['name:Ann Martin'] },
      'C queued',
      ['shared-mailbox'],
    ],
    [
      'an identifier whose origin is in doubt',
      { by: ['phone:+33611111111'], on: ['name:Ann Martin'] },
      'C queued',
      ['origin-in-doubt'],
    ],
    // E: derived and corroborated
    ['the same name', { by: [DERIVED], on: ['name:Martin Ann'] }, 'E included', ['corroborated-name']],
    ['the same birth date', { by: [DERIVED], on: ['birthDate:1980-03-05'] }, 'E included', ['corroborated-birth-date']],
    ['a verified address on the record', { by: [DERIVED], on: [GIVEN] }, 'E included', ['corroborated-email']],
    ['a verified phone on the record', { by: [DERIVED], on: [OTHER_GIVEN] }, 'E included', ['corroborated-phone']],
    ['a known id on the record', { by: [DERIVED], on: [DERIVED_ID] }, 'E included', ['corroborated-id']],
    ['an id in its issuer’s namespace', { by: [DERIVED_ID] }, 'E included', ['issuer-id']],
    ['an unknown address on the record', { by: [DERIVED], on: ['email:x@example.org'] }, 'C queued', ['not-corroborated']],
    ['a shared mailbox on the record', { by: [DERIVED], on: [ROLE] }, 'C queued', ['not-corroborated']],
    // F: only mentioned
    ['somebody else’s record', { by: [GIVEN], place: 'third-party' }, 'F queued', ['mention-only']],
    ['somebody else’s record, by an id', { by: [DERIVED_ID], place: 'third-party' }, 'F queued', ['mention-only']],
  ])('%s', (_, sketch, expected, reasons) => {
    const { tier, decision, reasons: given } = decide(matchOf(sketch), context);
    expect([`${tier} ${decision}`, given]).toEqual([expected, reasons]);
  });

  it('queues what an ambiguous identifier leads to, verified or derived, and does not let it corroborate', () => {
    const guarded = { ...context, ambiguous: new Set([key(GIVEN), key(DERIVED)]) };
    expect(decide(matchOf({ by: [GIVEN], on: ['name:Ann Martin'] }), guarded)).toMatchObject({
      tier: 'B',
      reasons: ['several-people'],
    });
    expect(decide(matchOf({ by: [DERIVED], on: ['name:Ann Martin'] }), guarded)).toMatchObject({
      tier: 'C',
      reasons: ['several-people'],
    });
    expect(decide(matchOf({ by: [DERIVED_ID], on: [GIVEN] }), guarded).reasons).toEqual(['issuer-id']);
  });

  it('includes by another identifier what an ambiguous one leads to as well', () => {
    const guarded = { ...context, ambiguous: new Set([key(DERIVED)]) };
    expect(decide(matchOf({ by: [GIVEN, DERIVED] }), guarded).tier).toBe('A');
  });

  it('queues a match that is clearly another person than a match of the same standing', () => {
    const match = matchOf({ by: [GIVEN] });
    expect(decide(match, { ...context, disputed: new Set([match.id]) })).toMatchObject({
      tier: 'B',
      reasons: ['contradicts-other-match'],
    });
  });

  it('takes nothing for a contradiction where nothing is known', () => {
    const blank = { ...context, contradicting: NO_FACTS, corroborating: NO_FACTS };
    expect(decide(matchOf({ by: [GIVEN], on: ['given:Bob', 'birthDate:1955-11-21'] }), blank).tier).toBe('A');
  });
});
