import { describe, expect, it } from '@jest/globals';
import { hidden, type Member, StaffHouse } from '../testing/staff-house.js';
import { may } from './permissions.js';
import { viewerIn } from './principal.js';
import { createToken, listTokens, revokeToken, viewToken } from './service-tokens.js';

const INTAKE = { name: ' intake ', scopes: ['request.open', 'request.read', 'request.open'], days: 90 };
const REFUSED = { code: 'REFUSED', message: 'These credentials are not valid.' };

async function club(): Promise<{ house: StaffHouse; officer: Member }> {
  const house = new StaffHouse();
  return { house, officer: await house.officer() };
}

describe('a service token', () => {
  it('is a program of one controller that may do what it names', async () => {
    const { house, officer } = await club();
    const { token, description } = await createToken(house.desk, await house.viewer(officer), INTAKE);
    expect(token.reveal()).toMatch(/^hbs_tok_\d+_[\w-]{43}$/u);
    expect(description).toMatchObject({ name: 'intake', scopes: ['request.open', 'request.read'], createdBy: officer.id });
    expect(description).not.toHaveProperty('secretHash');
    const program = await viewToken(house.desk, token);
    expect(program).toMatchObject({ actor: { kind: 'service', id: description.id }, displayName: 'intake' });
    const viewer = viewerIn(program, 'club');
    expect(may(viewer, 'request.open')).toBe(true);
    expect(may(viewer, 'request.start')).toBe(false);
    expect(() => viewerIn(program, 'hostel')).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
  });

  it('is over with its days, when it is revoked, and was never one that is malformed: all answer the same', async () => {
    const { house, officer } = await club();
    const viewer = await house.viewer(officer);
    const one = await createToken(house.desk, viewer, { ...INTAKE, days: 1 });
    const two = await createToken(house.desk, viewer, INTAKE);
    await revokeToken(house.desk, viewer, two.description.id);
    await expect(viewToken(house.desk, two.token)).rejects.toMatchObject(REFUSED);
    const swapped = two.token.reveal().replace(two.description.id, one.description.id);
    const malformed = ['', 'hbs_', one.token.reveal().slice(0, -1), `${one.token.reveal()}x`, swapped];
    for (const text of malformed) await expect(viewToken(house.desk, hidden(text))).rejects.toMatchObject(REFUSED);
    const unknown = one.token.reveal().replace(one.description.id, 'tok_none');
    await expect(viewToken(house.desk, hidden(unknown))).rejects.toMatchObject(REFUSED);
    await expect(viewToken(house.desk, one.token)).resolves.toBeDefined();
    house.pass(24 * 60);
    await expect(viewToken(house.desk, one.token)).rejects.toMatchObject(REFUSED);
  });

  it('shows its last use, to the minute', async () => {
    const { house, officer } = await club();
    const viewer = await house.viewer(officer);
    const { token, description } = await createToken(house.desk, viewer, INTAKE);
    const lastUse = async (): Promise<Date | undefined> => (await listTokens(house.desk, viewer))[0]?.lastUsedAt;
    expect(description.lastUsedAt).toBeUndefined();
    await viewToken(house.desk, token);
    const first = house.now();
    house.pass(0.9);
    await viewToken(house.desk, token);
    expect(await lastUse()).toEqual(first);
    house.pass(0.1);
    await viewToken(house.desk, token);
    expect(await lastUse()).toEqual(house.now());
    await expect(viewToken(house.desk, hidden(`hbs_${description.id}_${'x'.repeat(43)}`))).rejects.toMatchObject(REFUSED);
  });

  it.each([
    ['no scope', { scopes: [] }],
    ['a scope that no program can have', { scopes: ['request.open', 'request.release'] }],
    ['an unknown scope', { scopes: ['__proto__'] }],
    ['more than 90 days', { days: 91 }],
    ['no day', { days: 0 }],
    ['half a day', { days: 0.5 }],
    ['no name', { name: ' ' }],
  ])('is not made with %s', async (_what, change) => {
    const { house, officer } = await club();
    const viewer = await house.viewer(officer);
    await expect(createToken(house.desk, viewer, { ...INTAKE, ...change })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('is made, listed and revoked by officers of its controller only, and made only with a fresh proof', async () => {
    const { house, officer } = await club();
    const viewer = await house.viewer(officer);
    const { description } = await createToken(house.desk, viewer, INTAKE);
    const hostel = await house.viewer(officer, 'hostel');
    expect(await listTokens(house.desk, hostel)).toEqual([]);
    await expect(revokeToken(house.desk, hostel, description.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(revokeToken(house.desk, viewer, 'tok_none')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const bob = await house.viewer(await house.member(officer, 'bob@example.org', ['handler']));
    await expect(createToken(house.desk, bob, INTAKE)).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(listTokens(house.desk, bob)).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(revokeToken(house.desk, bob, description.id)).rejects.toMatchObject({ code: 'REFUSED' });
    house.pass(5);
    await expect(createToken(house.desk, viewer, INTAKE)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    const revoked = await revokeToken(house.desk, viewer, description.id);
    house.pass(5);
    expect(await revokeToken(house.desk, viewer, description.id)).toEqual(revoked);
    expect(await house.trail('club')).toEqual(['token.create done', 'staff.add done', 'token.revoke done']);
  });
});
