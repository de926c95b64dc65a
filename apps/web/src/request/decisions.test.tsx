/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { away, FakeService, fault, refusal, standing } from '../testing/fake-service.js';
import { button, openConsole } from '../testing/open-console.js';
import { of, OUTLOOK, requestOf, trailOf } from '../testing/sample-answers.js';

const PAGE = '/club/requests/req_1';
const NEWS = { state: 'searching', version: 7, queued: 0, included: 0, complete: null, ledger: [], work: [] };
const part = (name: string): Promise<HTMLElement> => screen.findByRole('region', { name });

describe('a decision', () => {
  it.each([
    ['ready', 'start', 'Start the search'],
    ['searching', 'pause', 'Pause the work'],
    ['paused', 'resume', 'Resume the work'],
    ['needs_attention', 'retry', 'Search anew'],
  ] as const)('of a request that is %s can be to %s', async (state, act, name) => {
    const { user, service } = openConsole(PAGE, standing(state, [act]));
    await user.click(await button(name));
    await user.click(within(await screen.findByRole('dialog', { name })).getByRole('button', { name }));
    expect(await screen.findByText('Done.')).toBeTruthy();
    expect(service.asked(act).map(({ given }) => given)).toEqual([{ id: 'req_1' }]);
  });

  it('to refuse needs a reason, also where it stayed unproved who asks (DLN-11, OUT-03)', async () => {
    const unproved = { ...OUTLOOK, unproved: 'identity_not_proved' };
    const { user, service } = openConsole(PAGE, new FakeService().on('refusalOutlook', of({ refusalOutlook: unproved })));
    await user.click(await button('Refuse the request'));
    const dialog = await screen.findByRole('dialog', { name: 'Refuse the request' });
    await user.click(within(dialog).getByRole('button', { name: 'Refuse the request' }));
    expect(within(dialog).getByText('Say why.')).toBeTruthy();
    await user.type(within(dialog).getByLabelText(/^Why it is refused/u), ' Nobody was proved. ');
    await user.selectOptions(within(dialog).getByLabelText('On which ground'), 'unproved');
    expect(within(dialog).getByText(/that they can ask again/u)).toBeTruthy();
    expect(within(dialog).queryByText(/^Who asks is proved/u)).toBeNull();
    await user.click(within(dialog).getByRole('button', { name: 'Refuse the request' }));
    expect(await screen.findByText('Done.')).toBeTruthy();
    expect(service.asked('refuseUnproved').map(({ given }) => given)).toEqual([
      { id: 'req_1', reason: 'Nobody was proved.', seen: 7 },
    ]);
  });

  it('to release what is not complete needs a reason, and a number of days', async () => {
    const { user, service } = openConsole(PAGE, standing('awaiting_release', ['release'], { complete: false }));
    await user.click(await button('Release the answer'));
    const dialog = await screen.findByRole('dialog');
    const [days, submit] = [
      within(dialog).getByLabelText(/how many days/u),
      within(dialog).getByRole('button', { name: 'Release the answer' }),
    ];
    await user.clear(days);
    await user.type(days, '31');
    await user.click(submit);
    expect(within(dialog).getByText('A number from 1 to 30.')).toBeTruthy();
    await user.clear(days);
    await user.type(days, '30');
    await user.type(within(dialog).getByLabelText(/although something is missing/u), 'The source is gone for good.');
    await user.click(submit);
    expect(await screen.findByText('Done.')).toBeTruthy();
    const release = { days: 30, reason: 'The source is gone for good.' };
    expect(service.asked('release').map(({ given }) => given)).toEqual([{ id: 'req_1', release, seen: 7 }]);
  });

  it('to release asks for a reason where the service misses something that the request does not tell', async () => {
    const { user, service } = openConsole(PAGE, new FakeService().on('release', refusal('releaseRequest', 'INCOMPLETE')));
    await user.click(await button('Release the answer'));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Release the answer' }));
    await user.type(await within(dialog).findByLabelText(/although something is missing/u), 'Known for years.');
    await user.click(within(dialog).getByRole('button', { name: 'Release the answer' }));
    await waitFor(() => {
      expect(service.asked('release').at(-1)?.given).toEqual({
        id: 'req_1',
        release: { days: 7, reason: 'Known for years.' },
        seen: 7,
      });
    });
  });

  it('is not offered to whose role does not allow it, and can be left', async () => {
    const viewer = { id: 'stf_1', controller: 'club', permissions: ['request.refuse'] };
    const { user } = openConsole(
      PAGE,
      new FakeService().on('viewer', () => ({ data: { viewer } })),
    );
    await user.click(await button('Refuse the request'));
    expect(screen.queryByRole('button', { name: 'Release the answer' })).toBeNull();
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.click(await button('Refuse the request'));
    await user.keyboard('{Escape}');
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
  });

  it('of the second of two officers is told what the first did, before and after', async () => {
    const service = new FakeService().on('release', refusal('releaseRequest', 'WRONG_STATE'));
    const { user } = openConsole(PAGE, service);
    await user.click(await button('Release the answer'));
    const dialog = await screen.findByRole('dialog');
    service.on('request', () => requestOf({ version: 8, state: 'released', possibleEvents: ['shred', 'release'] }));
    service.on('trail', () => trailOf([{ action: 'request.release', actor: 'stf_2' }]));
    service.tell({ ...NEWS, version: 8 });
    expect(await within(dialog).findByText(/has changed since.*released, by Paul Other/u)).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Release the answer' }));
    expect((await within(dialog).findByRole('alert')).textContent).toContain('no longer where this can happen');
    expect(within(dialog).getByText(/released, by Paul Other/u)).toBeTruthy();
  });

  it('while the service is gone may have been made or not, and says so', async () => {
    const { user } = openConsole(PAGE, new FakeService().on('release', away));
    await user.click(await button('Release the answer'));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Release the answer' }));
    expect(await within(dialog).findByText(/look before you try again/u)).toBeTruthy();
  });
});

describe('a doubtful match (IDV-06)', () => {
  const evidence = [{ identifier: 'i1', field: 'contacts.email', how: 'folded' }];
  const match = {
    id: 'm1',
    source: 'crm',
    collection: 'contacts',
    recordId: '12',
    tier: 'B',
    decision: 'queued',
    reasons: [],
    review: null,
    evidence,
  };
  const matches = [match, { ...match, id: 'm2', review: 'rejected' }, { ...match, id: 'm3', decision: 'included' }];
  const given = [{ kind: 'email', part: null, value: 'Ann@example.org' }];
  const found = [
    { field: 'contacts.email', kind: 'email', part: null, value: 'ann@example.org' },
    { field: 'contacts.name', kind: 'name', part: 'full', value: '<b>Ann</b>' },
  ];
  const reviewing = (): FakeService =>
    standing('in_review', ['review'])
      .on(
        'matches',
        () => ({ data: { request: { id: 'req_1', matches } } }),
        () => ({ data: { request: { id: 'req_1', matches: [] } } }),
      )
      .on('doubtful', () => ({ data: { doubtfulMatch: { __typename: 'DoubtfulMatch', given, found } } }));

  it('is shown side by side once it is asked for, and decided with a reason', async () => {
    const { user, service } = openConsole(PAGE, reviewing());
    const list = await part('Matches to decide');
    expect(service.asked('doubtful')).toEqual([]);
    await user.click(await within(list).findByRole('button', { name: 'Compare' }));
    expect(await within(list).findByText('<b>Ann</b>')).toBeTruthy();
    expect(within(list).getAllByText(/the same on both sides/u)).toHaveLength(2);
    await user.click(within(list).getByRole('button', { name: 'Decide' }));
    expect(within(list).getByText('Choose one.')).toBeTruthy();
    await user.click(within(list).getByLabelText('It is the person’s'));
    await user.type(within(list).getByLabelText('Why'), 'Same address.');
    await user.click(within(list).getByRole('button', { name: 'Decide' }));
    expect(await screen.findByText('No match waits for a decision.')).toBeTruthy();
    const review = { match: 'm1', verdict: 'confirmed', reason: 'Same address.' };
    expect(service.asked('review').map((call) => call.given)).toEqual([{ id: 'req_1', review }]);
  });

  it('says why it cannot be shown or decided, and that a side is empty', async () => {
    const service = reviewing().on('doubtful', refusal('doubtfulMatch', 'WRONG_STATE'), () => ({
      data: { doubtfulMatch: { __typename: 'DoubtfulMatch', given: [], found } },
    }));
    service.on('matches', () => ({ data: { request: { id: 'req_1', matches } } }));
    const { user } = openConsole(PAGE, service.on('review', refusal('reviewMatch', 'CHANGED')));
    await user.click(await button('Compare'));
    expect((await screen.findByRole('alert')).textContent).toContain('no longer where this can happen');
    await user.click(await button('Compare'));
    expect(await screen.findByText('nothing')).toBeTruthy();
    await user.click(screen.getByLabelText('It is somebody else’s'));
    await user.type(screen.getByLabelText('Why'), 'Another birth date.{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('Somebody else changed');
  });
});

describe('who asks', () => {
  const identifiers = [
    { position: 1, kind: 'email', namespace: null, part: null, value: 'ann@example.org', provedBy: 'a code' },
    { position: 2, kind: 'phone', namespace: null, part: null, value: '+33639980001', provedBy: null },
    { position: 3, kind: 'id', namespace: 'crm', part: null, value: '77', provedBy: null },
  ];
  const words = [{ name: 'message', text: 'Everything, please.' }];
  const asking = (): FakeService =>
    standing('received', ['attest']).on('asked', () => ({ data: { asked: { __typename: 'Asked', identifiers, words } } }));

  it('is shown once it is asked for, and what is proved is noted with how (IDV-01)', async () => {
    const { user, service } = openConsole(PAGE, asking());
    await user.click(await button('Show what they gave'));
    expect(await screen.findByText('Everything, please.')).toBeTruthy();
    const note = await button('Note how it was proved');
    await user.click(note);
    expect(screen.getByText(/choose at least one/u)).toBeTruthy();
    await user.click(screen.getByLabelText('77'));
    await user.click(screen.getByLabelText('+33639980001'));
    await user.click(screen.getByLabelText('77'));
    await user.type(screen.getByLabelText('How was it proved?'), 'Called back.');
    await user.click(note);
    await waitFor(() => {
      expect(service.asked('asked')).toHaveLength(2);
    });
    const attestations = [{ identifier: 2, provedBy: 'Called back.' }];
    expect(service.asked('attest').map(({ given }) => given)).toEqual([{ id: 'req_1', attestations }]);
  });

  it('stays hidden where the person would rather not prove that it is them', async () => {
    const { user } = openConsole(PAGE, asking().on('asked', refusal('asked', 'STEP_UP_REQUIRED')));
    await user.click(await button('Show what they gave'));
    const proof = await screen.findByRole('dialog', { name: 'Confirm that it is you' });
    await user.click(within(proof).getByRole('button', { name: 'Cancel' }));
    expect(await button('Show what they gave')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says why it cannot be shown, or noted', async () => {
    const service = asking().on('asked', fault('FORBIDDEN'), () => ({
      data: { asked: { __typename: 'Asked', identifiers, words: [] } },
    }));
    const { user } = openConsole(PAGE, service.on('attest', refusal('attestIdentity', 'CHANGED')));
    await user.click(await button('Show what they gave'));
    expect((await screen.findByRole('alert')).textContent).toContain('Your role does not allow this.');
    await user.click(await button('Show what they gave'));
    await user.click(await screen.findByLabelText('77'));
    await user.type(screen.getByLabelText('How was it proved?'), 'Called back.{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('Somebody else changed');
  });
});
