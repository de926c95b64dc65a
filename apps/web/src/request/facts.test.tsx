/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { data } from '../testing/room-answers.js';
import { FakeService, fault, refusal } from '../testing/fake-service.js';
import { button, openConsole } from '../testing/open-console.js';
import { of, PROOF, requestOf } from '../testing/sample-answers.js';

const PAGE = '/club/requests/req_1';
const BOOKING = { source: 'events', collection: 'booking', collectionTitle: 'Bookings' };
const FIELDS = [
  { ...BOOKING, field: 'number', title: 'Number' },
  { ...BOOKING, field: 'booked_on', title: 'Booked on' },
  { ...BOOKING, field: 'course', title: 'Course' },
];

function asking(provableFacts: readonly object[] = FIELDS, request: Parameters<typeof requestOf>[0] = {}): FakeService {
  return new FakeService()
    .on('request', () => requestOf({ state: 'awaiting_release', included: 3, ...request }))
    .on('proof', of({ proof: { ...PROOF, isEnough: false } }))
    .on('provableFacts', of({ provableFacts }));
}
const checked = (isRight: boolean, triesLeft: number) =>
  data('checkFacts', { checkKnownFacts: { __typename: 'FactsCheck', isRight, triesLeft } });
const form = async () => within(await screen.findByRole('dialog'));
const isClosed = (): Promise<void> =>
  waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });

describe('what a person knows (IDV-02)', () => {
  it('is compared with what was found, from two facts on, and told to be right as a whole', async () => {
    const service = asking().on('checkFacts', checked(true, 2));
    const { user } = openConsole(PAGE, service);
    await user.click(await button('Check what they know'));
    const dialog = await form();
    expect(dialog.getAllByLabelText('What they say')).toHaveLength(2);
    const send = () => user.click(dialog.getByRole('button', { name: 'Compare' }));
    await send();
    expect(dialog.getAllByText('This is needed.')).toHaveLength(2);
    const [first, second] = dialog.getAllByLabelText('What they say');
    await user.type(first!, ' B-2041 ');
    await user.selectOptions(dialog.getAllByLabelText('What they were asked about')[1]!, 'Bookings · Course');
    await user.type(second!, 'Sailing');
    // Then the answer goes out by itself
    service.on('proof', of({ proof: PROOF })).on('provableFacts', of({ provableFacts: [] }));
    await send();
    expect(await screen.findByText('Enough is proved.')).toBeTruthy();
    expect((await form()).getByText('All of it is right: they know what stands on record.')).toBeTruthy();
    const facts = [
      { source: 'events', collection: 'booking', field: 'number', value: 'B-2041' },
      { source: 'events', collection: 'booking', field: 'course', value: 'Sailing' },
    ];
    expect(service.asked('checkFacts').map(({ given }) => given)).toEqual([{ id: 'req_1', facts }]);
    await user.click((await form()).getByRole('button', { name: 'Close' }));
    await isClosed();
  });

  it('can be asked about five times at most, and is not told apart where it is wrong', async () => {
    const { user } = openConsole(PAGE, asking(FIELDS.slice(0, 1)).on('checkFacts', checked(false, 1)));
    await user.click(await button('Check what they know'));
    const dialog = await form();
    for (let more = 0; more < 3; more += 1) await user.click(dialog.getByRole('button', { name: 'One fact more' }));
    expect(dialog.queryByRole('button', { name: 'One fact more' })).toBeNull();
    for (const field of dialog.getAllByLabelText('What they say')) await user.type(field, 'x');
    await user.click(dialog.getByRole('button', { name: 'Compare' }));
    expect(await (await form()).findByText('Not all of it is right.')).toBeTruthy();
    expect((await form()).getByText(/One try is left\./u)).toBeTruthy();
  });

  it('is not compared where the fresh proof is not given, and what is refused is told', async () => {
    const service = asking().on('checkFacts', refusal('checkKnownFacts', 'STEP_UP_REQUIRED'), fault('INTERNAL'));
    const { user } = openConsole(PAGE, service);
    await user.click(await button('Check what they know'));
    for (const field of (await form()).getAllByLabelText('What they say')) await user.type(field, 'something');
    await user.click((await form()).getByRole('button', { name: 'Compare' }));
    await user.click(within((await screen.findAllByRole('dialog')).at(-1)!).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => {
      expect(screen.getAllByRole('dialog')).toHaveLength(1);
    });
    await user.click((await form()).getByRole('button', { name: 'Compare' }));
    expect(await (await form()).findByRole('alert')).toBeTruthy();
    await user.click((await form()).getByRole('button', { name: 'Cancel' }));
    await isClosed();
  });

  it('cannot be asked about where nothing suits, or what suits could not be loaded', async () => {
    const { user } = openConsole(PAGE, asking([]));
    await user.click(await button('Check what they know'));
    expect(await (await form()).findByText('Nothing was found that a person could be asked about.')).toBeTruthy();
    await user.click((await form()).getByRole('button', { name: 'Close' }));
    await isClosed();
    cleanup();
    const broken = openConsole(PAGE, asking().on('provableFacts', fault('INTERNAL'), of({ provableFacts: FIELDS })));
    await broken.user.click(await button('Check what they know'));
    expect(await (await form()).findByText('What can be asked about could not be loaded.')).toBeTruthy();
    await broken.user.click((await form()).getByRole('button', { name: /again/u }));
    expect(await (await form()).findAllByLabelText('What they say')).toHaveLength(2);
  });

  it.each([
    ['before anything was found', { included: 0 }],
    ['before the answer waits for its release', { state: 'searching' as const }],
  ])('is not asked about %s', async (_, request) => {
    openConsole(PAGE, asking(FIELDS, request));
    expect(await screen.findByText('Not enough is proved yet.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Check what they know' })).toBeNull();
  });
});
