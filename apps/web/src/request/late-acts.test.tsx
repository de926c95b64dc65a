/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { FakeService, refusal, standing } from '../testing/fake-service.js';
import { button, openConsole } from '../testing/open-console.js';
import { of, REQUEST, requestOf } from '../testing/sample-answers.js';

const PAGE = '/club/requests/req_1';
const form = async () => within(await screen.findByRole('dialog'));
const isClosed = (): Promise<void> =>
  waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
const sent = (service: FakeService, name: string) => service.asked(name).map((each) => each.given);
const iso = (time: string): string => new Date(time).toISOString();
/** Somebody who may do this alone, beside reading. */
const only = (service: FakeService, ...permissions: string[]): FakeService =>
  service.on('viewer', () => ({ data: { viewer: { id: 'stf_1', controller: 'club', permissions } } }));
/** The page has every part of it, with what somebody may do there. */
const isShown = (): Promise<HTMLElement> => screen.findByText('Nothing is to be done by a certain day any more.');

describe('the date of receipt (INT-01)', () => {
  it('is corrected to another time, with how that is known', async () => {
    const { user, service } = openConsole(PAGE);
    await user.click(await button('Correct the date of receipt'));
    const dialog = await form();
    expect(dialog.getByText(/^Noted until now: 1 Nov 2026/u)).toBeTruthy();
    const send = () => user.click(dialog.getByRole('button', { name: 'Correct it' }));
    const time = dialog.getByLabelText<HTMLInputElement>('When it really reached you');
    expect(iso(time.value)).toBe('2026-11-01T09:00:00.000Z');
    await send();
    expect(dialog.getByText('Give another time than the one that is noted.')).toBeTruthy();
    expect(dialog.getByText('This is needed.')).toBeTruthy();
    await user.clear(time);
    expect(dialog.getByText('Give another time than the one that is noted.')).toBeTruthy();
    await user.type(time, '2026-10-20T10:00');
    await user.type(dialog.getByLabelText('How that is known'), ' Stamped at the desk. ');
    await send();
    await isClosed();
    const receipt = { receivedAt: iso('2026-10-20T10:00'), reason: 'Stamped at the desk.' };
    expect(sent(service, 'correctReceipt')).toEqual([{ id: 'req_1', receipt }]);
  });

  it('stays where the service refuses another one, and says so', async () => {
    const service = new FakeService().on('correctReceipt', refusal('correctReceipt', 'INVALID_INPUT'));
    const { user } = openConsole(PAGE, service);
    await user.click(await button('Correct the date of receipt'));
    const dialog = await form();
    await user.clear(dialog.getByLabelText('When it really reached you'));
    await user.type(dialog.getByLabelText('When it really reached you'), '2026-12-20T10:00');
    await user.type(dialog.getByLabelText('How that is known'), 'Guessed.');
    await user.click(dialog.getByRole('button', { name: 'Correct it' }));
    expect((await dialog.findByRole('alert')).textContent).toContain('not what it has to be');
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    await isClosed();
  });

  it('is corrected of what is decided too, by an officer alone, and not of what was destroyed', async () => {
    openConsole(PAGE, standing('cancelled', ['shred']));
    expect(await button('Correct the date of receipt')).toBeTruthy();
    cleanup();
    openConsole(PAGE, only(new FakeService(), 'request.ask'));
    expect(await button('Note a reminder')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Correct the date of receipt' })).toBeNull();
    cleanup();
    openConsole(PAGE, standing('shredded', []));
    await isShown();
    expect(screen.queryByRole('button', { name: 'Correct the date of receipt' })).toBeNull();
  });
});

describe('a reminder of the subject (INT-05)', () => {
  it('is noted with what they wrote and when it came, or as of now without a word', async () => {
    const { user, service } = openConsole(PAGE, standing('refused', []));
    await user.click(await button('Note a reminder'));
    const dialog = await form();
    await user.type(dialog.getByLabelText('What they wrote'), ' Where is it? ');
    await user.type(dialog.getByLabelText('When it came'), '2026-11-20T10:00');
    await user.click(dialog.getByRole('button', { name: 'Note it' }));
    await isClosed();
    await user.click(await button('Note a reminder'));
    await user.click((await form()).getByRole('button', { name: 'Note it' }));
    await isClosed();
    const reminder = { text: 'Where is it?', receivedAt: iso('2026-11-20T10:00') };
    expect(sent(service, 'linkReminder')).toEqual([
      { id: 'req_1', reminder },
      { id: 'req_1', reminder: {} },
    ]);
  });

  it('is not one of what was taken back, and not for those who ask nothing', async () => {
    openConsole(PAGE, standing('cancelled', []));
    await button('Correct the date of receipt');
    expect(screen.queryByRole('button', { name: 'Note a reminder' })).toBeNull();
    cleanup();
    openConsole(PAGE, only(new FakeService(), 'request.read'));
    await isShown();
    expect(screen.queryByRole('button', { name: 'Note a reminder' })).toBeNull();
  });
});

describe('a new claim code (security R48)', () => {
  const given = () => ({ data: { renewClaimCode: { __typename: 'HandedOver', claimCode: '48210937' } } });

  it('is shown once, with no way out but to say that it was kept, and nowhere afterwards', async () => {
    const expiresAt = '2026-12-08T10:00:00Z';
    const service = standing('released', [], { expiresAt }).on('renewClaim', refusal('renewClaimCode', 'WRONG_STATE'), given);
    const { user } = openConsole(PAGE, service);
    await user.click(await button('Give a new code'));
    const dialog = await form();
    expect(dialog.getByText(/^A new link goes to their proved e-mail address/u)).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Give a new code' }));
    expect((await dialog.findByRole('alert')).textContent).toContain('Said as WRONG_STATE.');
    await user.click(dialog.getByRole('button', { name: 'Give a new code' }));
    expect(await screen.findByText('4821 0937')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.getByText('4821 0937')).toBeTruthy();
    await user.click(await button('I have noted it'));
    await isClosed();
    await user.click(await button('Give a new code'));
    expect((await form()).queryByText('4821 0937')).toBeNull();
    expect(sent(service, 'renewClaim')).toEqual([{ id: 'req_1' }, { id: 'req_1' }]);
  });

  it('sends no link where nothing can be fetched', async () => {
    for (const [state, expiresAt] of [
      ['awaiting_release', null],
      ['refused', '2026-12-08T10:00:00Z'],
      ['cancelled', '2026-12-08T10:00:00Z'],
    ] as const) {
      const { user } = openConsole(PAGE, standing(state, [], { expiresAt }));
      await user.click(await button('Give a new code'));
      const dialog = await form();
      expect(dialog.queryByText(/^A new link goes/u)).toBeNull();
      await user.click(dialog.getByRole('button', { name: 'Cancel' }));
      await isClosed();
      cleanup();
    }
  });

  it('is not given where the officer would rather not prove that it is them', async () => {
    const service = new FakeService().on('renewClaim', refusal('renewClaimCode', 'STEP_UP_REQUIRED'));
    const { user } = openConsole(PAGE, service);
    await user.click(await button('Give a new code'));
    await user.click((await form()).getByRole('button', { name: 'Give a new code' }));
    const proof = await screen.findByRole('dialog', { name: 'Confirm that it is you' });
    await user.click(within(proof).getByRole('button', { name: 'Cancel' }));
    expect((await form()).getByText(/who has lost the code/u)).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is not given of what was destroyed, and not by those who renew nothing', async () => {
    for (const service of [standing('shredded', []), only(new FakeService(), 'request.ask')]) {
      openConsole(PAGE, service);
      expect(await screen.findByText('Nothing has gone out yet.')).toBeTruthy();
      expect(screen.queryByRole('button', { name: 'Give a new code' })).toBeNull();
      cleanup();
    }
  });
});

describe('a message that came back', () => {
  const at = '2026-11-03T10:00:00Z';
  const message = { kind: 'archive_ready', queuedAt: at, sentAt: at, failedAt: null, bouncedAt: null, problem: null };
  const messages = [
    { ...message, id: 'msg_1', state: 'sent' },
    { ...message, id: 'msg_2', state: 'bounced', bouncedAt: at },
    { ...message, id: 'msg_3', state: 'waiting', sentAt: null },
    { ...message, id: 'msg_4', state: 'sent', kind: 'received', sentAt: null },
  ];
  const wrote = (service = new FakeService()): FakeService =>
    service.on('delivery', of({ channel: 'download', answers: [], delivery: null, breaches: [], messages }));

  it('is noted of one that was sent, with when that was, or as of now', async () => {
    const { user, service } = openConsole(PAGE, wrote());
    expect(await screen.findAllByRole('button', { name: /^It came back: /u })).toHaveLength(2);
    await user.click(await button(/^It came back: The answer can be fetched, 3 Nov 2026/u));
    const dialog = await form();
    await user.type(dialog.getByLabelText('When it came back'), '2026-11-04T10:00');
    await user.click(dialog.getByRole('button', { name: 'Note it' }));
    await isClosed();
    await user.click(await button(/^It came back: The request has come in/u));
    await user.click((await form()).getByRole('button', { name: 'Note it' }));
    await isClosed();
    expect(sent(service, 'recordBounce')).toEqual([
      { id: 'req_1', message: 'msg_1', bouncedAt: iso('2026-11-04T10:00') },
      { id: 'req_1', message: 'msg_4' },
    ]);
  });

  it('is not noted by those who only read', async () => {
    openConsole(PAGE, only(wrote(), 'match.read'));
    expect(await screen.findAllByText('The answer can be fetched')).toHaveLength(3);
    expect(screen.queryByRole('button', { name: /^It came back/u })).toBeNull();
  });
});

describe('the data of a decided request', () => {
  it('are destroyed once it is said that this is meant, with what goes and what stays', async () => {
    const released = standing('released', ['retry', 'shred'], { expiresAt: '2026-12-08T10:00:00Z' });
    const { user, service } = openConsole(PAGE, released);
    await user.click(await button('Destroy the data'));
    const dialog = await form();
    expect(dialog.getByText(/its time is over: 8 Dec 2026\. Until then the person can fetch the answer/u)).toBeTruthy();
    for (const text of ['What goes, for good:', 'What stays:']) expect(dialog.getByText(text)).toBeTruthy();
    const send = () => user.click(dialog.getByRole('button', { name: 'Destroy the data' }));
    await send();
    expect(dialog.getByRole('alert').textContent).toBe('Tick this first.');
    expect(service.asked('shred')).toEqual([]);
    await user.click(dialog.getByLabelText('I know that nobody can bring it back'));
    expect(dialog.queryByRole('alert')).toBeNull();
    await send();
    expect(await screen.findByText('Done.')).toBeTruthy();
    expect(sent(service, 'shred')).toEqual([{ id: 'req_1' }]);
  });

  it('are told of without an answer that could be fetched, and without a time where there is none', async () => {
    for (const expiresAt of ['2026-12-08T10:00:00Z', null]) {
      const { user } = openConsole(PAGE, standing('refused', ['shred'], { expiresAt }));
      await user.click(await button('Destroy the data'));
      const dialog = await form();
      expect(dialog.queryAllByText(/its time is over/u)).toHaveLength(expiresAt === null ? 0 : 1);
      expect(dialog.queryByText(/Until then the person can fetch/u)).toBeNull();
      cleanup();
    }
  });

  it('stay where nothing is decided, and for those who may not', async () => {
    const decided = standing('released', ['shred']);
    for (const service of [new FakeService().on('request', () => requestOf(REQUEST)), only(decided, 'request.ask')]) {
      openConsole(PAGE, service);
      await isShown();
      expect(screen.queryByRole('button', { name: 'Destroy the data' })).toBeNull();
      cleanup();
    }
  });
});
