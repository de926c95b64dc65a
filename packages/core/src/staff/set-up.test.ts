import { describe, expect, it } from '@jest/globals';
import { hidden, PASSWORD, StaffHouse } from '../testing/staff-house.js';
import { beginSetUp, completeSetUp } from './set-up.js';
import { viewSession } from './view-session.js';

const OFFICER = { login: 'Ann@example.org', displayName: ' Ann ', password: PASSWORD, controllers: ['club', 'hostel'] };

describe('the first set-up', () => {
  it('makes an officer of all controllers, once', async () => {
    const house = new StaffHouse();
    const begun = await beginSetUp(house.desk);
    const id = await completeSetUp(house.desk, hidden(` ${begun!.code.reveal()}\n`), OFFICER);
    const account = await house.store.transact(({ staff }) => staff.get(id));
    expect(account).toMatchObject({
      login: 'ann@example.org',
      displayName: 'Ann',
      grants: [
        { controller: 'club', role: 'dpo' },
        { controller: 'hostel', role: 'dpo' },
      ],
    });
    await expect(completeSetUp(house.desk, begun!.code, OFFICER)).rejects.toMatchObject({ code: 'REFUSED' });
    expect(await beginSetUp(house.desk)).toBeUndefined();
    expect(await house.trail()).toEqual(['setup.begin done', 'setup.complete done', 'setup.complete refused']);
  });

  it('is over after 15 minutes, and with the next code', async () => {
    const house = new StaffHouse();
    const first = await beginSetUp(house.desk);
    house.pass(14);
    const second = await beginSetUp(house.desk);
    await expect(completeSetUp(house.desk, first!.code, OFFICER)).rejects.toMatchObject({ code: 'REFUSED' });
    house.pass(15);
    await expect(completeSetUp(house.desk, second!.code, OFFICER)).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(completeSetUp(house.desk, hidden('guess'), OFFICER)).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('lets only one of two in who have the code', async () => {
    const house = new StaffHouse();
    const begun = await beginSetUp(house.desk);
    const both = ['ann@example.org', 'eve@example.org'].map((login) =>
      completeSetUp(house.desk, begun!.code, { ...OFFICER, login }),
    );
    const answers = await Promise.allSettled(both);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await house.store.transact(({ staff }) => staff.count())).toBe(1);
  });

  it.each([
    ['no controller', { controllers: [] }],
    ['no name', { displayName: ' ' }],
    ['a name with control characters', { displayName: 'Ann\u0007' }],
    ['a name that is too long', { displayName: 'n'.repeat(201) }],
    ['no login', { login: ' ' }],
    ['a login with space in it', { login: 'ann example' }],
    ['a login with something invisible in it', { login: 'ann\u202E' }],
    ['a login that is too long', { login: 'n'.repeat(201) }],
    ['a password that is too short', { password: hidden('violet tram') }],
  ])('refuses %s, and the code stays valid', async (_what, change) => {
    const house = new StaffHouse();
    const begun = await beginSetUp(house.desk);
    const attempt = completeSetUp(house.desk, begun!.code, { ...OFFICER, ...change });
    await expect(attempt).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(completeSetUp(house.desk, begun!.code, OFFICER)).resolves.toMatch(/^stf_/u);
  });

  it('gives a code that is no session', async () => {
    const house = new StaffHouse();
    const begun = await beginSetUp(house.desk);
    await expect(viewSession(house.desk, begun!.code)).rejects.toMatchObject({ code: 'REFUSED' });
  });
});
