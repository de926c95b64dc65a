/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { FakeService, refusal } from '../testing/fake-service.js';
import { button, openConsole } from '../testing/open-console.js';
import { ACCESS, data, SETTINGS } from '../testing/room-answers.js';

const PASSKEY = { id: 'psk_1', name: 'Laptop', createdAt: '2026-01-01T00:00:00Z', lastUsedAt: null };
const OTHER = { ...ACCESS.sessions[0]!, id: 'ses_2', isThis: false };

describe('the settings', () => {
  it('show how the controller introduces itself, and what is not set', async () => {
    openConsole('/club/settings');
    expect(await screen.findByText('privacy@example.org')).toBeTruthy();
    expect(screen.getByText('not set')).toBeTruthy();
    expect(screen.getByText('yes')).toBeTruthy();
    expect(screen.getByText(/^Nobody is told/u)).toBeTruthy();
  });

  it('show who is told what happens, and what failed', async () => {
    const endpoint = {
      id: 'desk',
      events: ['request.released'],
      isConfigured: true,
      waiting: 1,
      sent: 2,
      failed: 0,
      waitingSince: null,
      lastSentAt: '2026-01-01T00:00:00Z',
      lastFailedAt: null,
    };
    const webhookEndpoints = [endpoint, { ...endpoint, id: 'old', isConfigured: false, failed: 3 }];
    const settings = { ...SETTINGS.settings, signs: false };
    openConsole('/club/settings', new FakeService().on('settings', data('settings', { settings, webhookEndpoints })));
    expect(await screen.findByText('no longer in service.yaml')).toBeTruthy();
    expect(screen.getAllByText('Not yet')).toHaveLength(2);
    expect(screen.getByText('no')).toBeTruthy();
  });

  it('show what could not be told, why and of which request, and let it be sent again', async () => {
    const call = {
      id: 'whk_1',
      endpoint: 'desk',
      event: 'request.released',
      happenedAt: '2026-01-01T00:00:00Z',
      tries: 250,
      failedAt: null,
      problem: { errorClass: 'transient', message: 'It does not answer.', remedy: null },
    };
    const other = {
      ...call,
      id: 'whk_2',
      endpoint: 'crm',
      event: 'novel.event',
      failedAt: '2026-01-09T00:00:00Z',
      problem: null,
    };
    const failed = [call, other].map((each) => ({ request: 'req_1', reference: 'R-1', call: each }));
    const service = new FakeService()
      .on('failedCalls', data('failedCalls', { failedWebhookCalls: failed }))
      .on('sendCallAgain', refusal('sendWebhookAgain', 'WRONG_STATE'));
    const { user } = openConsole('/club/settings', service);
    const table = await screen.findByRole('table', { name: 'What could not be told' });
    for (const said of ['250', 'It does not answer.', 'novel.event'])
      expect(within(table).getAllByText(said).length).toBeGreaterThan(0);
    expect(within(table).getAllByRole('link')[0]?.getAttribute('href')).toBe('/console/club/requests/req_1');
    await user.click(await button('Send again to desk: R-1'));
    await waitFor(() => {
      expect(service.asked('sendCallAgain')[0]?.given).toEqual({ id: 'req_1', call: 'whk_1' });
    });
    expect((await screen.findByRole('alert')).textContent).toContain('Said as WRONG_STATE.');
    expect(service.asked('failedCalls').length).toBeGreaterThan(1);
  });

  it('let nobody send again who may not', async () => {
    const viewer = { id: 'stf_1', controller: 'club', permissions: ['request.read'] };
    const call = { id: 'whk_1', endpoint: 'desk', event: 'request.opened', happenedAt: '2026-01-01T00:00:00Z', tries: 1 };
    const failedWebhookCalls = [{ request: 'req_1', reference: 'R-1', call: { ...call, failedAt: null, problem: null } }];
    const service = new FakeService()
      .on('viewer', data('viewer', { viewer }))
      .on('failedCalls', data('failedCalls', { failedWebhookCalls }));
    openConsole('/club/settings', service);
    expect(await screen.findByText('R-1')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Send again/u })).toBeNull();
  });

  it('show only one’s own ways in to those who may see no more', async () => {
    const viewer = { id: 'stf_1', controller: 'club', permissions: [] };
    const service = new FakeService().on('viewer', data('viewer', { viewer }));
    openConsole('/club/settings', service);
    expect(await screen.findByText('this one')).toBeTruthy();
    expect(screen.getByText(/^You have none/u)).toBeTruthy();
    expect(service.asked('settings')).toHaveLength(0);
  });

  it('let one remove a passkey, and end a session (R24, R28)', async () => {
    const access = {
      passkeys: [PASSKEY, { ...PASSKEY, id: 'psk_2', name: 'Key', lastUsedAt: '2026-02-01T00:00:00Z' }],
      sessions: [...ACCESS.sessions, OTHER],
    };
    const service = new FakeService()
      .on('access', data('access', access))
      .on('removePasskey', refusal('removePasskey', 'NOT_FOUND'))
      .on('revokeSession', refusal('revokeSession', 'NOT_FOUND'));
    const { user } = openConsole('/club/settings', service);
    await user.click(await button('Remove Laptop'));
    await waitFor(() => {
      expect(service.asked('removePasskey')[0]?.given).toEqual({ id: 'psk_1' });
    });
    await user.click(await button(/^End the session/u));
    await waitFor(() => {
      expect(service.asked('revokeSession')[0]?.given).toEqual({ id: 'ses_2' });
    });
    expect((await screen.findAllByText('There is no such thing here.')).length).toBe(2);
    expect(service.asked('access').length).toBeGreaterThan(2);
  });
});
