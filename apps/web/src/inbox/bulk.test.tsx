/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { away, FakeService, refusal } from '../testing/fake-service.js';
import { button, openConsole } from '../testing/open-console.js';
import { inboxOf, ROW } from '../testing/sample-answers.js';

const INBOX = '/club/requests';
const started = (): object => ({ data: { startRequest: { __typename: 'Request', id: 'req_1', version: 8 } } });
const READY = { ...ROW, state: 'ready', possibleEvents: ['start', 'cancel'] } as const;
const rows = [
  { ...READY, possibleEvents: [...READY.possibleEvents] },
  { ...READY, id: 'req_2', reference: '2026-0002', possibleEvents: [...READY.possibleEvents] },
  { ...ROW, id: 'req_3', reference: '2026-0003', possibleEvents: ['retry', 'release'] },
];
const ready = (): FakeService => new FakeService().on('inbox', () => inboxOf(rows));

describe('many requests at once', () => {
  it('are started one after the other, each with what came of it, and none is released', async () => {
    const service = ready().on('start', started, refusal('startRequest', 'WRONG_STATE'));
    const { user } = openConsole(INBOX, service);
    await user.click(await button('Choose all that are shown'));
    expect(screen.getByText('3 chosen')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Release|^Search anew/u })).toBeNull();
    await user.click(await button('Start the search (2)'));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('1 of those chosen is left out: it is not possible there.')).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Start the search' }));
    expect(await dialog.findByText('2 of 2 done or refused')).toBeTruthy();
    const [first, second] = dialog.getAllByRole('listitem');
    expect(first?.textContent).toBe('2026-0001 Done.');
    expect(second?.textContent).toMatch(/^2026-0002 .*no longer where this can happen/u);
    expect(service.asked('start').map(({ given }) => given['id'])).toEqual(['req_1', 'req_2']);
    await user.click(dialog.getByRole('button', { name: 'Close' }));
    await user.click(await button('Choose none'));
    expect(screen.getByText('0 chosen')).toBeTruthy();
  });

  it('go on from where the service was gone', async () => {
    const service = ready().on('start', started, away, started);
    const { user } = openConsole(INBOX, service);
    await user.click(await screen.findByRole('checkbox', { name: 'Choose 2026-0001' }));
    await user.click(screen.getByRole('checkbox', { name: 'Choose 2026-0002' }));
    await user.click(await button('Start the search (2)'));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Start the search' }));
    expect((await dialog.findByRole('alert')).textContent).toContain('The service does not answer');
    await user.click(dialog.getByRole('button', { name: 'Start the search' }));
    expect(await dialog.findByText('2 of 2 done or refused')).toBeTruthy();
    expect(service.asked('start').map(({ given }) => given['id'])).toEqual(['req_1', 'req_2', 'req_2']);
  });

  it('are not offered to who may do nothing with them', async () => {
    const viewer = { id: 'stf_2', controller: 'club', permissions: ['request.read'] };
    openConsole(
      INBOX,
      ready().on('viewer', () => ({ data: { viewer } })),
    );
    await screen.findByText('2026-0003');
    expect(screen.queryByText(/chosen$/u)).toBeNull();
  });
});

describe('an answer that reached somebody else', () => {
  it('is marked in the inbox until it is said what came of it (DEL-03)', async () => {
    const breach = { id: 'b1', notifyBy: '2026-11-20T09:00:00Z', outcome: null };
    const marked = [
      { ...ROW, breaches: [breach] },
      { ...ROW, id: 'req_2', reference: '2026-0002', breaches: [{ ...breach, outcome: 'risk_unlikely' as const }] },
    ];
    openConsole(
      INBOX,
      new FakeService().on('inbox', () => inboxOf(marked)),
    );
    expect(
      await screen.findAllByText(/^Sent to the wrong person: the authority has to be notified by 20 Nov 2026/u),
    ).toHaveLength(1);
  });
});
