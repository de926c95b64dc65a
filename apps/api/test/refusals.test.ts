import { TOKEN_SCOPES } from '@habeas/core';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DOCUMENTS } from '../src/client/documents.js';
import { accepted } from '../src/client/service-client.js';
import { ask, tokenOf } from './people.js';
import { UNFOUNDED } from './refusing.js';
import { EXAMPLES } from './root-fields.js';
import { MEMBER, people, type People, smallHouse, type SmallHouse } from './small-house.js';

let house: SmallHouse;
let some: People;
beforeAll(async () => {
  house = await smallHouse();
  some = await people(house);
}, 60_000);
afterAll(() => house.stop());

async function opened(clientKey: string, provedBy?: string): Promise<string> {
  const identifiers = [{ kind: 'email' as const, value: MEMBER, ...(provedBy === undefined ? {} : { provedBy }) }];
  const input = { clientKey, identifiers, rights: ['access' as const] };
  return accepted((await some.club.run('openRequest', { input })).openRequest).id;
}

const stateOf = async (id: string): Promise<string | undefined> =>
  (await some.officer.client.run('request', { id })).request?.state;

const asUnproved = async (id: string, reason = 'The code was not entered.') =>
  (await some.officer.client.run('refuseUnproved', { id, reason })).refuseUnproved;

const outlookOf = async (id: string) => (await some.officer.client.run('refusalOutlook', { id })).request?.refusalOutlook;

/** Every root field that can change something. */
const MUTATIONS = Object.entries(DOCUMENTS).flatMap(([name, document]) =>
  document.startsWith('mutation') ? [name as keyof typeof DOCUMENTS] : [],
);

describe('a program', () => {
  it('can be given no scope that refuses, or asks for a fee (OUT-03)', () => {
    expect(TOKEN_SCOPES).not.toContain('request.refuse');
    expect(TOKEN_SCOPES).not.toContain('fee.announce');
  });

  it('refuses no request with every scope there is, by any of the calls that change something (OUT-03)', async () => {
    const program = await tokenOf(some.officer);
    const calls = MUTATIONS.filter((name) => EXAMPLES[name] !== undefined);
    expect(calls).toEqual(
      expect.arrayContaining(['refuseOnGround', 'refuseUnproved', 'answerWrongController', 'refuseUnidentifiable']),
    );
    const other = { source: 'members', staff: 'stf_none', token: 'tok_none', session: 'ses_none', passkey: 'psk_none' };
    const done: string[] = [];
    for (const name of calls) {
      const request = await opened(`program-${name}`, name.startsWith('refuse') ? undefined : 'answered a mail');
      const { body } = await ask(program.client, name, EXAMPLES[name]?.({ ...other, request }) ?? {});
      const state = await stateOf(request);
      expect([name, state === 'refused']).toEqual([name, false]);
      if (body.errors === undefined) done.push(name);
    }
    expect(done).toContain('startRequest');
    const { auditTrail } = await some.officer.client.run('auditTrail', { first: 100 });
    const refused = auditTrail.edges.filter(({ node }) => node.action === 'request.refuse' && node.outcome === 'done');
    expect(refused).toEqual([]);
  }, 60_000);
});

describe('an officer', () => {
  it('cannot refuse by free words who is proved, is told the grounds, and refuses on one of them (OUT-03)', async () => {
    const id = await opened('is-proved', 'answered a mail');
    expect(await outlookOf(id)).toMatchObject({ unproved: null });
    expect(await asUnproved(id, 'We do not want to.')).toMatchObject({
      code: 'WRONG_STATE',
      remedy: expect.stringContaining('legal_restriction'),
    });
    expect(await stateOf(id)).not.toBe('refused');
    const { refuseOnGround } = await some.officer.client.run('refuseOnGround', { id, refusal: UNFOUNDED });
    expect(accepted(refuseOnGround).state).toBe('refused');
    expect((await some.officer.client.run('matches', { id })).request?.decisions).toMatchObject([{ ground: UNFOUNDED.ground }]);
  });

  it('refuses who stayed unproved, and not for what is no ground (OUT-03, IDV-08)', async () => {
    const id = await opened('is-unproved');
    expect(await outlookOf(id)).toMatchObject({ unproved: 'identity_not_proved' });
    expect(await asUnproved(id, 'Too much work.')).toMatchObject({ code: 'INVALID_INPUT' });
    expect(accepted(await asUnproved(id)).state).toBe('refused');
  });

  it('refuses who acts for another and has not shown that they may (OUT-03, PER-04)', async () => {
    const identifiers = [{ kind: 'email' as const, value: MEMBER, provedBy: 'answered a mail' }];
    const input = { clientKey: 'by-a-proxy', identifiers, rights: ['access' as const], onBehalf: 'proxy' as const };
    const { id } = accepted((await some.club.run('openRequest', { input })).openRequest);
    expect(await outlookOf(id)).toMatchObject({ unproved: 'authority_not_shown' });
    expect(accepted(await asUnproved(id, 'The mandate is not signed.')).state).toBe('refused');
  });
});
