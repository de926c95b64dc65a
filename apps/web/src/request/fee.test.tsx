/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { FakeService } from '../testing/fake-service.js';
import { button, openConsole } from '../testing/open-console.js';
import { inboxOf, of, requestOf, ROW } from '../testing/sample-answers.js';
import { centsOf } from './fee-draft.js';
import { isCurrency, moneyIn } from './money.js';

const PAGE = '/club/requests/req_1';
const FEE = {
  ...{ standing: 'announced', cause: 'further_copy', earlier: 'req_0', earlierOn: '2026-10-01', currency: 'EUR' },
  costs: [
    { cost: 'printing', cents: 150 },
    { cost: 'postage', cents: 420 },
  ],
  ...{ total: 570, answerBy: '2026-11-20', announcedAt: '2026-11-02T10:00:00Z', announcedBy: 'stf_2' },
  ...{ acceptedAt: null, acceptedBy: null, endedAt: null, evidence: 'Ann wants the files on paper.' },
};

function priced(fee: object = {}, request: Parameters<typeof requestOf>[0] = {}): FakeService {
  const shown = { ...FEE, ...fee };
  const standing = shown.standing as 'announced';
  return new FakeService().on('request', () => requestOf({ ...request, fee: { standing } })).on('fee', of({ fee: shown }));
}

const part = async () => within(await screen.findByRole('region', { name: 'Fee' }));

describe('a fee that is announced (OUT-06)', () => {
  it('says what can be charged and what never, and asks for everything that it needs', async () => {
    const { user, service } = openConsole(PAGE, new FakeService());
    await user.click(await button('Announce a fee'));
    const form = within(await screen.findByRole('dialog'));
    expect(form.getByText(/A first copy is free, whatever the motive/u)).toBeTruthy();
    expect(form.getByText(/Searching, people’s time and overheads are none/u)).toBeTruthy();
    const send = (): Promise<void> => user.click(form.getByRole('button', { name: 'Announce a fee' }));
    await user.clear(form.getByLabelText('Currency'));
    await send();
    for (const fault of [
      'Choose what it is for.',
      'This is needed.',
      'Give at least one.',
      'The three capital letters of a currency: EUR',
      'Choose a day.',
    ]) {
      expect(form.getByText(fault)).toBeTruthy();
    }
    await user.selectOptions(form.getByLabelText('What it is for'), 'further_copy');
    expect(form.getByText(/asks for a first copy/u)).toBeTruthy();
    expect(form.getAllByText('This is needed.')).toHaveLength(2);
    await user.type(form.getByLabelText('Postage'), 'dear');
    expect(form.getByText('Give an amount, with no more places than the currency has: 4.20')).toBeTruthy();
    await send();
    expect(service.asked('announceFee')).toEqual([]);
  });

  it('names the earlier request by its reference, and its costs in cents', async () => {
    const service = new FakeService().on('inbox', () => inboxOf([{ ...ROW, id: 'req_0' }]));
    const { user } = openConsole(PAGE, service);
    await user.click(await button('Announce a fee'));
    const form = within(await screen.findByRole('dialog'));
    await user.selectOptions(form.getByLabelText('What it is for'), 'excessive');
    await user.type(form.getByLabelText(/^Reference of the earlier/u), '2026-0001');
    await user.type(form.getByLabelText(/^What shows it/u), ' Nothing is new. ');
    await user.type(form.getByLabelText('Printing'), '1,5');
    await user.type(form.getByLabelText('Postage'), '4.20');
    await user.type(form.getByLabelText(/^Until when/u), '2026-11-20');
    await user.click(form.getByRole('button', { name: 'Announce a fee' }));
    expect(await screen.findByText('Done.')).toBeTruthy();
    const { costs } = FEE;
    const fee = {
      cause: 'excessive',
      evidence: 'Nothing is new.',
      costs,
      currency: 'EUR',
      answerBy: '2026-11-20',
      earlier: 'req_0',
    };
    expect(service.asked('announceFee').map(({ given }) => given)).toEqual([{ id: 'req_1', fee, seen: 7 }]);
  });

  it('names no earlier request where the request itself is unfounded', async () => {
    const { user, service } = openConsole(PAGE, new FakeService());
    await user.click(await button('Announce a fee'));
    const form = within(await screen.findByRole('dialog'));
    await user.selectOptions(form.getByLabelText('What it is for'), 'manifestly_unfounded');
    await user.type(form.getByLabelText(/^What shows it/u), 'They write that they are a test.');
    await user.type(form.getByLabelText('Packaging'), '2');
    await user.type(form.getByLabelText(/^Until when/u), '2026-11-20');
    await user.click(form.getByRole('button', { name: 'Announce a fee' }));
    await waitFor(() => {
      expect(service.asked('announceFee')[0]?.given['fee']).toMatchObject({ costs: [{ cost: 'packaging', cents: 200 }] });
    });
    expect(service.asked('announceFee')[0]?.given['fee']).not.toHaveProperty('earlier');
  });

  it('reads amounts as people write them, and no others', () => {
    const inEuro = (amount: string) => centsOf(amount, 'EUR');
    expect(['4', '4.2', '4,20', ' 0.05 '].map(inEuro)).toEqual([400, 420, 420, 5]);
    expect(['', '0', '0.00', '-1', '4.205', 'four', '4 €', '4.'].map(inEuro)).toEqual(Array(8).fill(undefined));
  });

  it('reads and writes them with as many places as the currency has', () => {
    expect([centsOf('420', 'JPY'), centsOf('4.20', 'JPY'), centsOf('4.205', 'KWD'), centsOf('4.20', '')]).toEqual([
      420,
      undefined,
      4_205,
      420,
    ]);
    expect([moneyIn('en', 'JPY', 420), moneyIn('en', 'EUR', 420)]).toEqual(['JP¥420', '€4.20']);
    expect(moneyIn('fr', 'KWD', 4_205)).toContain('4,205');
    expect(['EUR', 'JPY', 'eur', 'ABC'].map(isCurrency)).toEqual([true, true, false, false]);
  });
});

describe('a fee as it stands (OUT-06)', () => {
  it('says what it is made of, until when it waits, and that nothing goes out before', async () => {
    const { service } = openConsole(PAGE, priced());
    const shown = await part();
    expect(await shown.findByText('€5.70')).toBeTruthy();
    expect(shown.getByText(/a further copy of the same .*\(1 Oct\w* 2026\)/u)).toBeTruthy();
    expect(shown.getByText(/Postage: €4\.20/u)).toBeTruthy();
    expect(shown.getByText(/answer by 20 Nov\w* 2026\. The answer does not go out/u)).toBeTruthy();
    expect(shown.getByText('Ann wants the files on paper.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Announce a fee' })).toBeNull();
    expect(service.asked('fee')[0]?.given).toEqual({ id: 'req_1', words: true });
  });

  it.each([
    ['Note that it is accepted', 'How you know it', 'noteFee', { noted: { as: 'accepted', words: 'By telephone.' } }],
    ['Note that it is paid', 'How you know it', 'noteFee', { noted: { as: 'paid', words: 'By telephone.' } }],
    ['Waive the fee', 'Why it is waived', 'waiveFee', { words: 'By telephone.' }],
  ])('is ended by: %s', async (act, label, name, given) => {
    const { user, service } = openConsole(PAGE, priced());
    await user.click(await (await part()).findByRole('button', { name: act }));
    const form = within(await screen.findByRole('dialog'));
    await user.type(form.getByLabelText(label), ' By telephone. ');
    await user.click(form.getByRole('button', { name: act }));
    await waitFor(() => {
      expect(service.asked(name).map((call) => call.given)).toEqual([{ id: 'req_1', ...given, seen: 7 }]);
    });
  });

  it('needs no words to be waived', async () => {
    const { user, service } = openConsole(PAGE, priced());
    await user.click(await (await part()).findByRole('button', { name: 'Waive the fee' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Waive the fee' }));
    await waitFor(() => {
      expect(service.asked('waiveFee').map((call) => call.given)).toEqual([{ id: 'req_1', seen: 7 }]);
    });
  });

  it('says who accepted it and what came of it, and is noted no more once it has ended', async () => {
    const accepted = { standing: 'accepted', acceptedAt: '2026-11-03T10:00:00Z', acceptedBy: 'subject', evidence: null };
    openConsole(PAGE, priced(accepted));
    const shown = await part();
    expect(await shown.findByText(/accepted: by the subject/u)).toBeTruthy();
    expect(shown.queryByRole('button', { name: 'Note that it is accepted' })).toBeNull();
    expect(shown.getByRole('button', { name: 'Note that it is paid' })).toBeTruthy();
    expect(shown.queryByText('Ann wants the files on paper.')).toBeNull();
  });

  it('of an unfounded request names no other day, and can be noted by staff', async () => {
    const paid = { standing: 'paid', cause: 'manifestly_unfounded', earlier: null, earlierOn: null };
    const times = { acceptedAt: '2026-11-03T10:00:00Z', acceptedBy: 'stf_2', endedAt: '2026-11-04T10:00:00Z' };
    openConsole(PAGE, priced({ ...paid, ...times }));
    const shown = await part();
    expect(await shown.findByText(/accepted: Paul Other, .* paid: 4 Nov/u)).toBeTruthy();
    expect(shown.queryByRole('button')).toBeNull();
  });

  it('is shown without acts where the request is decided, and nothing of it where the service has none', async () => {
    openConsole(PAGE, priced({}, { possibleEvents: [] }));
    const shown = await part();
    expect(await shown.findByText('€5.70')).toBeTruthy();
    expect(shown.queryByRole('button')).toBeNull();
  });
});
