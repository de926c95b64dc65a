/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { FakeService, fault, refusal } from '../testing/fake-service.js';
import { button, openConsole } from '../testing/open-console.js';
import { data, SETTINGS, SOURCE } from '../testing/room-answers.js';
import { inboxOf, ROW } from '../testing/sample-answers.js';
import { SETUP } from '../testing/setup-answers.js';

const viewer = (...permissions: string[]) => data('viewer', { viewer: { id: 'stf_1', controller: 'club', permissions } });
const noRequest = data('anyRequest', { requests: { edges: [], totalCount: 0 } });
const nobody = data('settings', {
  ...SETTINGS,
  settings: { ...SETTINGS.settings, contact: null, hasRegister: false },
});
const bare = data('setup', { setup: { publicUrl: null, mailServer: null, mailFrom: null } });

/** An installation as it is after its first account. */
const fresh = (): FakeService =>
  new FakeService()
    .on('settings', nobody)
    .on('setup', bare)
    .on('sources', data('sources', { sources: [{ ...SOURCE, lastCheck: null, lastSearch: null }] }))
    .on('anyRequest', noRequest)
    .on('inbox', () => inboxOf([]));

const step = async (name: string): Promise<HTMLElement> => {
  const item = (await screen.findByRole('heading', { name })).closest('li');
  if (item === null) throw new Error(`There is no step ${name}.`);
  return item;
};

describe('the first steps', () => {
  it('are where the empty inbox and the head of the page lead as long as nothing was requested', async () => {
    const { user } = openConsole('/club/requests', fresh());
    await user.click(await screen.findByRole('link', { name: 'Go on with the first steps' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'First steps' })).toBeTruthy();
    const ways = within(screen.getByRole('navigation'));
    expect(ways.getByRole('link', { name: 'First steps' }).getAttribute('aria-current')).toBe('page');
  });

  it('say what stands, what is missing, where it is written, and what to do next', async () => {
    openConsole('/club/first-steps', fresh());
    const controller = within(await step('Say who answers'));
    expect(await controller.findByText('do this next')).toBeTruthy();
    expect(controller.getAllByText('not set')).toHaveLength(4);
    expect(controller.getByRole('link', { name: 'Write it' }).className).toContain('main');
    const reach = within(await step('Reach people, and be reached'));
    expect(await reach.findByText('publicUrl: https://privacy.example.org')).toBeTruthy();
    expect(reach.getByText(/^mail: \{ smtp: '\$\{env:SMTP_URL\}'/u)).toBeTruthy();
    expect(reach.getByText('to be done')).toBeTruthy();
    expect(screen.getByText('0 of 4 steps are done.')).toBeTruthy();
  });

  it('are over when all of it is done, and then the settings keep the way', async () => {
    const { user } = openConsole('/club/settings');
    await user.click(await screen.findByRole('link', { name: 'First steps' }));
    expect(await screen.findByText(/^Every step is done/u)).toBeTruthy();
    expect(screen.getAllByText('done')).toHaveLength(4);
    expect(within(screen.getByRole('navigation')).queryByRole('link', { name: 'First steps' })).toBeNull();
    expect((await screen.findByRole('link', { name: 'See the request' })).getAttribute('href')).toBe(
      '/console/club/requests/req_1',
    );
  });

  it('let the connection of a source be tested, which does the step', async () => {
    const sources = (lastCheck: (typeof SOURCE)['lastCheck']) => data('sources', { sources: [{ ...SOURCE, lastCheck }] });
    const service = fresh().on('sources', sources(null), sources(SOURCE.lastCheck));
    const { user } = openConsole('/club/first-steps', service);
    await user.click(await button('Test the connection'));
    expect(await within(await step('Connect a first source')).findByText('done')).toBeTruthy();
  });

  it.each([
    [{ mailCheck: { reached: true, problem: null } }, /answers, and takes the account/u],
    [{ mailCheck: { reached: false, problem: { errorClass: 'auth', message: 'It refused.', remedy: null } } }, /It refused/u],
    [{ mailCheck: null }, /cannot be used/u],
  ])('try the mail server when that is asked for: %j', async (answer, said) => {
    const service = fresh().on('setup', data('setup', SETUP)).on('mailCheck', data('mailCheck', answer));
    const { user } = openConsole('/club/first-steps', service);
    await user.click(await button('Test the mail server'));
    expect(await screen.findByText(said)).toBeTruthy();
    await user.click(await button('Test the mail server'));
    await waitFor(() => {
      expect(service.asked('mailCheck')).toHaveLength(2);
    });
  });

  it('file a first request once it is said whose and how it is known that it is them, and have it searched', async () => {
    const filed = data('anyRequest', { requests: { edges: [{ node: { ...ROW, state: 'searching' } }], totalCount: 1 } });
    const opened = {
      openRequest: { __typename: 'Request' as const, id: 'req_1', reference: '2026-0001', state: 'ready' as const },
    };
    const service = fresh()
      .on('open', refusal('openRequest', 'TRY_LATER'), data('open', opened))
      .on('start', data('start', { startRequest: { __typename: 'Request', id: 'req_1', state: 'searching', version: 2 } }));
    const { user } = openConsole('/club/first-steps', service);
    await user.click(await button('File the request'));
    expect(screen.getAllByText('Fill this in.')).toHaveLength(2);
    await user.type(screen.getByLabelText('E-mail address'), 'ann@example.org');
    await user.type(screen.getByLabelText('How you know that it is them'), 'my own');
    await user.click(await button('File the request'));
    expect(await screen.findByText(/Said as TRY_LATER/u)).toBeTruthy();
    service.on('anyRequest', filed);
    await user.click(await button('File the request'));
    expect(await screen.findByText('Searching')).toBeTruthy();
    const keys = service.asked('open').map(({ given }) => (given['input'] as { readonly clientKey: string }).clientKey);
    expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
    expect(service.asked('open')[0]?.given['input']).toMatchObject({
      identifiers: [{ kind: 'email', value: 'ann@example.org', provedBy: 'my own' }],
      language: 'en',
    });
    expect(service.asked('start')[0]?.given).toEqual({ id: 'req_1' });
  });

  it('say which of them wait for somebody else', async () => {
    openConsole('/club/first-steps', fresh().on('viewer', viewer('request.read', 'request.open', 'source.read')));
    expect(await screen.findAllByText('for somebody else')).toHaveLength(2);
    expect(screen.queryByRole('link', { name: 'Add a source' })).toBeNull();
    expect(await button('File the request')).toBeTruthy();
  });

  it('are still there where one of them cannot be asked for', async () => {
    openConsole('/club/first-steps', fresh().on('setup', fault('INTERNAL')));
    expect(await within(await step('Reach people, and be reached')).findByRole('alert')).toBeTruthy();
    expect(await screen.findByText('do this next')).toBeTruthy();
  });
});
