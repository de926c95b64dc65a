/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { FakeService, refusal } from '../testing/fake-service.js';
import { button, openConsole } from '../testing/open-console.js';
import { data, MEMBER, TOKEN } from '../testing/room-answers.js';

const INVITED = {
  __typename: 'Invitation',
  member: { id: 'stf_9', displayName: 'Nia New' },
  oneTimeCode: 'abcd-1234',
  expiresAt: '2026-12-01T00:00:00Z',
} as const;
const CHANGED = { __typename: 'StaffMember', id: 'stf_2' } as const;
const gone = async (title: string): Promise<void> => {
  await waitFor(() => {
    expect(screen.queryByRole('dialog', { name: title })).toBeNull();
  });
};

describe('the people of a controller', () => {
  it('are listed with their roles, and with how they get in', async () => {
    const staff = [
      MEMBER,
      { ...MEMBER, id: 'a', displayName: 'Ada', roles: [], disabledAt: '2026-02-01T00:00:00Z' },
      { ...MEMBER, id: 'b', displayName: 'Bo', lockedUntil: '2999-01-01T00:00:00Z' },
      { ...MEMBER, id: 'c', displayName: 'Cy', hasPassword: false, lockedUntil: '2000-01-01T00:00:00Z' },
      { ...MEMBER, id: 'd', displayName: 'Di', hasSecondFactor: false },
    ];
    openConsole('/club/people', new FakeService().on('staff', data('staff', { staff })));
    await screen.findByText('Ada');
    const rows = screen.getAllByRole('row').map((row) => row.textContent);
    expect(rows[1]).toMatch(/Paul Other.*paul.*Handler.*password and second factor.*Reset/u);
    expect(rows[2]).toMatch(/Ada.*none here.*ended on 1 Feb 2026.*$/u);
    expect(rows[2]).not.toContain('Reset');
    expect([rows[3], rows[4], rows[5]].join()).toMatch(/locked until.*no password yet.*no second factor yet/u);
  });

  it('become one more, with a code that is shown once and has to be kept', async () => {
    const service = new FakeService().on('addStaff', data('addStaff', { addStaff: INVITED }));
    const { user } = openConsole('/club/people', service);
    await user.click(await button('Add somebody'));
    const dialog = await screen.findByRole('dialog', { name: 'Add somebody' });
    await user.click(dialog.querySelector('[type=submit]')!);
    expect(await screen.findByText('Choose at least one role.')).toBeTruthy();
    expect(screen.getAllByText('Fill this in.')).toHaveLength(2);
    await user.type(screen.getByLabelText('Name'), ' Nia New ');
    await user.type(screen.getByLabelText('Login'), 'nia');
    await user.click(screen.getByLabelText(/^Auditor/u));
    await user.click(screen.getByLabelText(/^Reviewer/u));
    await user.click(screen.getByLabelText(/^Auditor/u));
    await user.click(dialog.querySelector('[type=submit]')!);
    expect((await screen.findByText('abcd-1234')).tagName).toBe('CODE');
    expect(service.asked('addStaff')[0]?.given['input']).toEqual({ displayName: 'Nia New', login: 'nia', roles: ['reviewer'] });
    await user.keyboard('{Escape}');
    await user.click(await button('I have kept them'));
    await gone('invited, no password yet');
  });

  it('get other roles', async () => {
    const service = new FakeService().on('changeGrants', data('changeGrants', { changeGrants: CHANGED }));
    const { user } = openConsole('/club/people', service);
    await user.click(await button('Roles of Paul Other'));
    await user.click(await screen.findByLabelText(/^Auditor/u));
    await user.click(await button('Save'));
    await gone('Roles of Paul Other');
    expect(service.asked('changeGrants')[0]?.given).toEqual({ id: 'stf_2', roles: ['handler', 'auditor'] });
  });

  it('lose their access at once, unless the service refuses that, and then it says why', async () => {
    const service = new FakeService().on(
      'disableStaff',
      refusal('disableStaff', 'REFUSED'),
      data('disableStaff', { disableStaff: CHANGED }),
    );
    const { user } = openConsole('/club/people', service);
    await user.click(await button('End access of Paul Other'));
    await user.click(await button('End access'));
    expect((await screen.findByRole('alert')).textContent).toContain('not allowed');
    await user.click(await button('End access'));
    await gone('End access of Paul Other');
    expect(service.asked('disableStaff')).toHaveLength(2);
  });

  it('begin anew with a code, where they lost what they prove themselves with', async () => {
    const { user } = openConsole('/club/people', new FakeService().on('resetStaff', data('resetStaff', { resetStaff: INVITED })));
    await user.click(await button('Reset the access of Paul Other'));
    await user.click(await button('Reset'));
    expect(await screen.findByText('abcd-1234')).toBeTruthy();
    await user.click(await button('I have kept them'));
    await gone('Reset the access of Paul Other');
  });

  it('stay as they are where somebody thinks better of it', async () => {
    const { user, service } = openConsole('/club/people');
    await user.click(await button('Reset the access of Paul Other'));
    await user.click(await button('Cancel'));
    await gone('Reset the access of Paul Other');
    expect(service.asked('resetStaff')).toHaveLength(0);
  });
});

describe('the programs of a controller', () => {
  it('are listed with what their tokens allow, and until when', async () => {
    const tokens = [
      TOKEN,
      { ...TOKEN, id: 'b', name: 'Old', expiresAt: '2020-01-01T00:00:00Z', lastUsedAt: '2019-12-01T00:00:00Z' },
      { ...TOKEN, id: 'c', name: 'Gone', revokedAt: '2026-02-01T00:00:00Z' },
    ];
    openConsole('/club/programs', new FakeService().on('tokens', data('tokens', { tokens, tokenScopes: [] })));
    await screen.findByText('Website');
    const rows = screen.getAllByRole('row').map((row) => row.textContent);
    expect(rows[1]).toMatch(/request\.open.*until 1 Jan 2999.*never.*Revoke/u);
    expect(rows[2]).toMatch(/over since 1 Jan 2020.*2019$|over since 1 Jan 2020/u);
    expect(rows[3]).toMatch(/revoked on 1 Feb 2026/u);
    expect(screen.getAllByRole('button', { name: /^Revoke/u })).toHaveLength(1);
  });

  it('get a token that is shown once (R26)', async () => {
    const issued = {
      __typename: 'IssuedToken',
      token: 'hbs_secret',
      description: { id: 'tok_2', name: 'Desk', expiresAt: '2026-12-30T00:00:00Z' },
    } as const;
    const service = new FakeService().on('createToken', data('createToken', { createToken: issued }));
    const { user } = openConsole('/club/programs', service);
    await user.click(await button('Make a token'));
    const dialog = await screen.findByRole('dialog', { name: 'Make a token' });
    await user.clear(screen.getByLabelText('For how many days'));
    await user.click(dialog.querySelector('[type=submit]')!);
    expect(await screen.findByText('A number from 1 to 90.')).toBeTruthy();
    expect(screen.getByText('Choose at least one.')).toBeTruthy();
    await user.type(screen.getByLabelText('What it is called'), 'Desk');
    await user.type(screen.getByLabelText('For how many days'), '91');
    await user.click(screen.getByLabelText(/something\.new/u));
    await user.click(screen.getByLabelText(/open requests/u));
    await user.click(screen.getByLabelText(/something\.new/u));
    await user.click(dialog.querySelector('[type=submit]')!);
    expect(service.asked('createToken')).toHaveLength(0);
    await user.clear(screen.getByLabelText('For how many days'));
    await user.type(screen.getByLabelText('For how many days'), '90');
    await user.click(dialog.querySelector('[type=submit]')!);
    expect(await screen.findByText('hbs_secret')).toBeTruthy();
    expect(service.asked('createToken')[0]?.given['input']).toEqual({ name: 'Desk', days: 90, scopes: ['request.open'] });
    await user.click(await button('I have kept them'));
    await gone('The token is made');
  });

  it('lose their token at once', async () => {
    const service = new FakeService().on(
      'revokeToken',
      data('revokeToken', { revokeToken: { __typename: 'ServiceToken', id: 'tok_1' } }),
    );
    const { user } = openConsole('/club/programs', service);
    await user.click(await button('Revoke Website'));
    await user.click(await button('Revoke'));
    await gone('Revoke Website');
    expect(service.asked('revokeToken')).toHaveLength(1);
  });

  it('may be none', async () => {
    openConsole('/club/programs', new FakeService().on('tokens', data('tokens', { tokens: [], tokenScopes: [] })));
    expect(await screen.findByText('No program has a token yet.')).toBeTruthy();
  });
});
