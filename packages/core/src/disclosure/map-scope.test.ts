import { parseDataMap } from '@habeas/connector-sdk';
import { describe, expect, it } from '@jest/globals';
import { SOUND_REGISTER } from '../testing/sound-register.js';
import { type MappedScope, scopeOfMap } from './map-scope.js';

const MAP = `
dataMap: 1
collections:
  member:
    activity: membership
    fields:
      email: { identifier: email, origin: provided }
      password: { secret: true }
      score: { origin: inferred }
      nick:
      diet: { origin: provided, special: true }
      guest: { origin: provided, thirdParty: true }
      friends: { origin: provided, thirdParty: true, ownUse: true }
      passportOfRoomMate: { origin: provided, thirdParty: true, ownUse: false }
  access_log:
    nature: consultation-log
    activity: membership
    fields:
      of: { identifier: { kind: id, namespace: crm.member }, origin: observed, log: purpose }
      at: { log: date, origin: observed }
      who: { log: staff, origin: observed }
  loose:
    fields:
      email: { identifier: email, origin: provided }
  country:
    personal: none
    reason: A list of countries.
`;

const scopes = scopeOfMap('crm', parseDataMap(MAP, 'crm.yaml').map, SOUND_REGISTER);

function decisionsOf(collection: string): Readonly<Record<string, string>> {
  const found = scopes.find((each) => each.collection === collection) as MappedScope;
  return Object.fromEntries(
    found.scope.fields.map(({ field, access, portability }) => [field, `${access.reason}, ${portability.reason}`]),
  );
}

describe('what a data map and a register decide before anybody asks (SCP-01, PRT-01)', () => {
  it('is told of each field, by its origin and what it is of', () => {
    expect(decisionsOf('member')).toEqual({
      email: 'held, portable',
      score: 'held-derived, derived',
      nick: 'held-origin-unstated, facts-missing',
      diet: 'held, portable-special',
      guest: 'third-party-data, third-party-data',
      friends: 'held, portable',
      passportOfRoomMate: 'third-party-data, third-party-data',
    });
  });

  it('hands over others’ data that the person gave for a use of their own, leaves out those they did not, and asks about the rest (PRT-06)', () => {
    const verdicts = Object.fromEntries(
      scopes.flatMap(({ scope }) => scope.fields.map(({ field, portability }) => [field, portability.verdict])),
    );
    expect(verdicts).toMatchObject({ friends: 'include', passportOfRoomMate: 'exclude', guest: 'review' });
  });

  it('names credentials apart: nobody reads them', () => {
    expect(scopes.map(({ secrets }) => secrets)).toEqual([['password'], [], []]);
  });

  it('hides staff of a log of consultations behind their role (SCP-05)', () => {
    expect(decisionsOf('access_log')).toMatchObject({
      at: expect.stringMatching(/^consultation/u),
      who: expect.stringMatching(/^staff-masked/u),
    });
  });

  it('is open where nobody has assigned an activity, and leaves out what holds no personal data', () => {
    expect(scopes.map(({ collection, activity }) => [collection, activity])).toEqual([
      ['member', 'membership'],
      ['access_log', 'membership'],
      ['loose', undefined],
    ]);
    expect(scopes.at(-1)?.scope.portability).toMatchObject({ verdict: 'undetermined', missing: ['activity'] });
  });
});
