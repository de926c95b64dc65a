/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { type FakeService, fault, refusal, standing } from '../testing/fake-service.js';
import { button, openConsole } from '../testing/open-console.js';
import { LINE, of } from '../testing/sample-answers.js';

const PAGE = '/club/requests/req_1';
const part = (name: string): Promise<HTMLElement> => screen.findByRole('region', { name });

describe('the grid of the search', () => {
  it('has one source searched again, and leads to the records of a collection', async () => {
    const ledger = [LINE, { ...LINE, source: 'shop', collection: 'orders', outcome: 'failed', blocking: true, records: 0 }];
    const service = standing('awaiting_release', ['retry'], { ledger });
    const { user } = openConsole(PAGE, service);
    const grid = await part('Search');
    expect((await within(grid).findByRole('link', { name: 'contacts' })).getAttribute('href')).toBe(
      '/console/club/requests/req_1/records/crm/contacts',
    );
    expect(within(grid).queryByRole('link', { name: 'orders' })).toBeNull();
    await user.click(await within(grid).findByRole('button', { name: 'Search again: shop' }));
    await waitFor(() => {
      expect(service.asked('retrySource').map(({ given }) => given)).toEqual([{ id: 'req_1', source: 'shop' }]);
    });
    service.on('retrySource', refusal('retrySource', 'WRONG_STATE'));
    await user.click(within(grid).getByRole('button', { name: 'Search again: shop' }));
    expect((await within(grid).findByRole('alert')).textContent).toContain('no longer where this can happen');
  });
});

describe('how identifiers were found', () => {
  const known = { kind: 'email', namespace: null, status: 'verified', round: 1, learntFrom: null };
  const identifiers = [
    { ...known, id: 'i1' },
    { ...known, id: 'i2', kind: 'id', namespace: 'crm', status: 'derived', learntFrom: { match: 'm1', field: 'contacts.id' } },
    { ...known, id: 'i3', status: 'something-new', learntFrom: { match: 'm2', field: 'orders.mail' } },
  ];
  const match = { id: 'm1', source: 'crm', collection: 'contacts', recordId: '12', decision: 'included' };
  const matches = [
    {
      ...match,
      evidence: [
        { identifier: 'i1', field: 'contacts.email' },
        { identifier: 'i2', field: 'contacts.id' },
      ],
    },
    {
      ...match,
      id: 'm2',
      collection: 'orders',
      recordId: 'a-very-long-key-of-a-record',
      evidence: [{ identifier: 'i2', field: 'orders.who' }],
    },
  ];
  const values = [{ identifier: 'i1', value: 'ann@example.org' }];
  const searched = (found: object): FakeService =>
    standing('awaiting_release', [], { ledger: [LINE] })
      .on('identifiers', of(found))
      .on('identifierValues', fault('FORBIDDEN'), () => ({
        data: { identifierValues: { __typename: 'IdentifierValues', values } },
      }));

  it('is a picture with its table, and what they say is shown by a press only', async () => {
    const { user, service } = openConsole(PAGE, searched({ identifiers, matches }));
    const trace = await part('How identifiers were found');
    const rows = (await within(trace).findAllByRole('row')).map(({ textContent }) => textContent);
    expect(rows.slice(1)).toEqual([
      'i1 · e-mail address provedgiven by the requester1',
      'i2 · number or id crmfound on a sure recordrecord crm.contacts 12, field contacts.id2',
      'i3 · e-mail address something-newrecord crm.orders a-very-long-key-of-a-record, field orders.mail0',
    ]);
    expect(trace.querySelectorAll('.trace-box')).toHaveLength(5);
    expect(trace.querySelectorAll('.trace-line')).toHaveLength(4);
    expect(trace.textContent).toContain('a-very-long-key-of…');
    expect(service.asked('identifierValues')).toEqual([]);
    await user.click(within(trace).getByRole('button', { name: 'Show what they say' }));
    expect((await within(trace).findByRole('alert')).textContent).toContain('Your role does not allow this.');
    await user.click(within(trace).getByRole('button', { name: 'Show what they say' }));
    expect(await within(trace).findAllByText('ann@example.org')).toHaveLength(2);
  });

  it('says where nothing led to anything', async () => {
    openConsole(PAGE, searched({ identifiers: identifiers.slice(0, 1), matches: [] }));
    expect(await screen.findByText(/Only what the requester gave/u)).toBeTruthy();
  });

  it('says where nothing is known', async () => {
    openConsole(PAGE, searched({ identifiers: [], matches: [] }));
    expect(await screen.findByText(/Nothing is known yet/u)).toBeTruthy();
  });
});

describe('what went out', () => {
  const archive = { records: 3, bytes: 1_000 };
  const answers = [
    {
      releasedAt: '2026-11-03T10:00:00Z',
      expiresAt: '2026-11-10T10:00:00Z',
      complete: false,
      missing: ['shop'],
      givenUpAt: null,
      archive,
    },
    {
      releasedAt: '2026-11-04T10:00:00Z',
      expiresAt: '2026-11-11T10:00:00Z',
      complete: true,
      missing: [],
      givenUpAt: null,
      archive,
    },
  ];
  const delivery = {
    ...{
      isAutomatic: false,
      sentAt: '2026-11-03T10:00:00Z',
      expiresAt: null,
      isRevoked: false,
      isLocked: false,
      isBeingLocked: false,
      isLockAwaited: false,
    },
    ...{ completed: 1, left: 4, packing: 'zip' },
  };
  const messages = [
    {
      id: 'msg_1',
      kind: 'archive_ready',
      state: 'sent',
      queuedAt: '2026-11-03T10:00:00Z',
      sentAt: '2026-11-03T10:01:00Z',
      failedAt: null,
      bouncedAt: null,
      problem: null,
    },
  ];
  const released = (more: object = {}): FakeService =>
    standing('released', ['shred'], { outstanding: ['shop'] }).on(
      'delivery',
      of({ answers, delivery: { ...delivery, ...more }, breaches: [], messages }),
    );

  it('is told with its additions, what is still missing, and how it reaches the subject (SCP-09)', async () => {
    const { user, service } = openConsole(PAGE, released());
    const part1 = await part('Answers and delivery');
    await within(part1).findByText('Addition released');
    for (const text of ['Missing: shop', 'can still be added: shop', 'downloads: 1 done, 4 left', 'Fetched as plain ZIP', 'sent'])
      expect(part1.textContent).toContain(text);
    await user.click(within(part1).getByRole('button', { name: 'Send a new link' }));
    await user.click(within(part1).getByRole('button', { name: 'Take the link back' }));
    await waitFor(() => {
      expect([service.asked('renewLink').length, service.asked('revokeLink').length]).toEqual([1, 1]);
    });
  });

  it('tells why a message did not go out, and that what was missing was given up (SCP-09)', async () => {
    const problem = { errorClass: 'transient', message: 'The mail server does not answer.', remedy: 'Start it.' };
    const failed = { ...messages[0]!, id: 'msg_2', state: 'failed', failedAt: '2026-11-03T11:00:00Z', problem };
    const given = [{ ...answers[0]!, givenUpAt: '2026-11-09T10:00:00Z' }];
    const sent = of({ answers: given, delivery: null, breaches: [], messages: [...messages, failed] });
    openConsole(PAGE, standing('released', ['shred']).on('delivery', sent));
    const part1 = await part('Answers and delivery');
    expect(await within(part1).findByText('The mail server does not answer. Start it.')).toBeTruthy();
    expect(part1.textContent).toContain('What was missing was given up: 9 Nov 2026');
  });

  it.each([
    [{ isRevoked: true, sentAt: null }, 'The link was taken back.'],
    [{ isLocked: true }, /Too many wrong claim codes/u],
    [{ isBeingLocked: true }, /being locked/u],
    [{ isLockAwaited: true, packing: 'aes' }, /offered locked first/u],
  ])('says what stands in the way of the link', async (more, text) => {
    openConsole(PAGE, released(more));
    expect(await screen.findByText(text)).toBeTruthy();
  });

  it('can be locked with a passphrase that is shown once', async () => {
    const packed = (passphrase: string | null) => () => ({
      data: { packArchive: { __typename: 'PackedArchive', passphrase, request: { id: 'req_1' } } },
    });
    const service = released().on('pack', refusal('packArchive', 'LIMITED'), packed('correct-horse'), packed(null));
    const { user } = openConsole(PAGE, service);
    await user.click(await button('Lock the archive'));
    const dialog = within(await screen.findByRole('dialog'));
    await user.selectOptions(dialog.getByLabelText('How it is locked'), 'ZIP with a passphrase (AES-256)');
    await user.click(dialog.getByRole('button', { name: 'Lock the archive' }));
    expect((await dialog.findByRole('alert')).textContent).toContain('Too many');
    await user.click(dialog.getByRole('button', { name: 'Lock the archive' }));
    expect(await screen.findByText('correct-horse')).toBeTruthy();
    await user.click(await button('Close'));
    expect(screen.queryByText('correct-horse')).toBeNull();
    await user.click(await button('Lock the archive'));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Lock the archive' }));
    expect(await screen.findByText(/plain ZIP again/u)).toBeTruthy();
    expect(service.asked('pack').map(({ given }) => given['packing'])).toEqual(['aes', 'aes', 'zip']);
  });

  it('stays as it was where the officer would rather not prove that it is them', async () => {
    const { user } = openConsole(PAGE, released().on('pack', refusal('packArchive', 'STEP_UP_REQUIRED')));
    await user.click(await button('Lock the archive'));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Lock the archive' }));
    const proof = await screen.findByRole('dialog', { name: 'Confirm that it is you' });
    await user.click(within(proof).getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByLabelText('How it is locked')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
