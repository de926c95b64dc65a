/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { FakeService } from '../testing/fake-service.js';
import { button, openConsole } from '../testing/open-console.js';
import { of, PROOF, requestOf } from '../testing/sample-answers.js';

const PAGE = '/club/requests/req_1';
const WHO = { at: '2026-11-10T10:00:00Z', by: 'stf_2' };

function proved(proof: object | null, request: Parameters<typeof requestOf>[0] = {}): FakeService {
  const shown = proof === null ? null : { ...PROOF, ...proof };
  return new FakeService().on('request', () => requestOf(request)).on('proof', of({ proof: shown }));
}
const form = async () => within(await screen.findByRole('dialog'));
const isClosed = (): Promise<void> =>
  waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
const sent = (service: FakeService) => service.asked('decideRepresentation').map((each) => each.given);

describe('how sure it is who asks (IDV-02)', () => {
  it('is told by what was reached and what is needed, with the reasons and what was brought', async () => {
    const doubts = [{ id: 'd1', because: 'new_address', ...WHO }];
    openConsole(PAGE, proved({ isEnough: false, reached: null, required: 'L2', doubts }));
    expect(await screen.findByText('Not enough is proved yet.')).toBeTruthy();
    expect(screen.getByText(/Reached: nothing\. Needed: known facts or a fresh sign-in\./u)).toBeTruthy();
    expect(screen.getByText('A code can be sent.')).toBeTruthy();
    expect(screen.getByText(/Typed a code that was sent/u)).toBeTruthy();
    expect(screen.getByText(/Doubt: The answer would go to a new address/u)).toBeTruthy();
  });

  it('says so where nothing was brought, and where nothing is known any more', async () => {
    openConsole(PAGE, proved({ brought: [] }));
    expect(await screen.findByText('Enough is proved.')).toBeTruthy();
    expect(screen.queryByText(/Typed a code/u)).toBeNull();
    cleanup();
    openConsole(PAGE, proved(null));
    expect(await screen.findByText('Nothing is known of it any more.')).toBeTruthy();
  });

  it('is doubted with a reason, and asks for that', async () => {
    const { user, service } = openConsole(PAGE, proved({}));
    await user.click(await button('Record a doubt'));
    const dialog = await form();
    const send = () => user.click(dialog.getByRole('button', { name: 'Record a doubt' }));
    await send();
    expect(dialog.getByText('This is needed.')).toBeTruthy();
    await user.selectOptions(dialog.getByLabelText('What the doubt is about'), 'contact_changed');
    await user.type(dialog.getByLabelText('Why, in words'), ' The number is new. ');
    await send();
    await isClosed();
    const doubt = { because: 'contact_changed', text: 'The number is new.' };
    expect(service.asked('noteDoubt').map((each) => each.given)).toEqual([{ id: 'req_1', doubt, seen: 7 }]);
  });

  it('is closed once the request is decided, and can be left', async () => {
    const { user } = openConsole(PAGE, proved({ onBehalf: 'heir' }));
    for (const name of ['Record a doubt', 'Decide who acts for another']) {
      await user.click(await button(name));
      await user.click((await form()).getByRole('button', { name: 'Cancel' }));
      await isClosed();
    }
    cleanup();
    openConsole(PAGE, proved({ onBehalf: 'heir' }, { possibleEvents: [] }));
    expect(await screen.findByText('Nobody has decided yet whether they may.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Decide who acts for another' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Record a doubt' })).toBeNull();
  });
});

describe('who acts for another (PER-03 to PER-05)', () => {
  it('is told with what was decided, by whom', async () => {
    const directive = { kind: 'general', directs: 'recipients' };
    const representation = { outcome: 'accepted', answerTo: 'representative', purpose: 'digital_goods', directive, ...WHO };
    openConsole(PAGE, proved({ onBehalf: 'heir', representation }));
    expect(await screen.findByText('Who asks: an heir, for somebody who has died')).toBeTruthy();
    const told =
      /The authority is accepted\. The answer goes to them\. Digital goods and family memories\. that named people have them/u;
    expect(screen.getByText((_, each) => each?.tagName === 'P' && told.test(each.textContent))).toBeTruthy();
    cleanup();
    const rejected = { ...representation, outcome: 'rejected', answerTo: 'person', purpose: null, directive: null };
    openConsole(PAGE, proved({ onBehalf: 'proxy', representation: rejected }));
    expect(await screen.findByText('The authority is rejected.')).toBeTruthy();
  });

  it('is accepted by a mandate: its dates, what it covers, and whether it was confirmed', async () => {
    const { user, service } = openConsole(PAGE, proved({ onBehalf: 'proxy' }, { rights: ['access'] }));
    await user.click(await button('Decide who acts for another'));
    const dialog = await form();
    const send = () => user.click(dialog.getByRole('button', { name: 'Save the decision' }));
    await send();
    expect(dialog.getAllByText('This is needed.')).toHaveLength(3);
    await user.type(dialog.getByLabelText('Signed on'), '2026-10-01');
    await user.type(dialog.getByLabelText('Good until'), '2027-10-01');
    await user.click(dialog.getByLabelText('Access (Art. 15)'));
    await user.click(dialog.getByLabelText(/confirmed it by a contact on record$/u));
    await user.type(dialog.getByLabelText('Their e-mail address'), 'lawyer@example.org');
    await user.type(dialog.getByLabelText('Why, in words'), 'Seen and confirmed.');
    await send();
    await isClosed();
    const representation = {
      ...{ outcome: 'accepted', evidence: 'mandate', reason: 'Seen and confirmed.', answerTo: 'representative' },
      ...{ sendTo: 'lawyer@example.org', signedOn: '2026-10-01', goodUntil: '2027-10-01' },
      ...{ covers: ['access'], isConfirmed: true },
    };
    expect(sent(service)).toEqual([{ id: 'req_1', representation, seen: 7 }]);
  });

  it('is rejected with a reason alone', async () => {
    const { user, service } = openConsole(PAGE, proved({ onBehalf: 'guardian' }));
    await user.click(await button('Decide who acts for another'));
    const dialog = await form();
    await user.selectOptions(dialog.getByLabelText('What you decide'), 'rejected');
    expect(dialog.queryByLabelText('Their e-mail address')).toBeNull();
    await user.type(dialog.getByLabelText('Why, in words'), 'The order is of another court.');
    await user.click(dialog.getByRole('button', { name: 'Save the decision' }));
    await isClosed();
    const reason = 'The order is of another court.';
    const representation = { outcome: 'rejected', evidence: 'court_order', reason, answerTo: 'person' };
    expect(sent(service)).toEqual([{ id: 'req_1', representation, seen: 7 }]);
  });

  it('is accepted of a guardian, whose ward has the answer', async () => {
    const { user, service } = openConsole(PAGE, proved({ onBehalf: 'guardian' }));
    await user.click(await button('Decide who acts for another'));
    const dialog = await form();
    await user.selectOptions(dialog.getByLabelText('Whom the answer goes to'), 'person');
    await user.type(dialog.getByLabelText('Why, in words'), 'The order was seen.');
    await user.click(dialog.getByRole('button', { name: 'Save the decision' }));
    await isClosed();
    expect(sent(service)).toMatchObject([{ representation: { outcome: 'accepted', answerTo: 'person' } }]);
  });

  it('is accepted of a parent: when the child was born, whether it was heard, and its interest', async () => {
    const { user, service } = openConsole(PAGE, proved({ onBehalf: 'parental_authority' }));
    await user.click(await button('Decide who acts for another'));
    const dialog = await form();
    await user.selectOptions(dialog.getByLabelText('What you have seen'), 'court_order');
    await user.type(dialog.getByLabelText('The child was born on'), '2010-02-03');
    await user.click(dialog.getByLabelText('The child was heard'));
    await user.type(dialog.getByLabelText(/own interest$/u), 'For a school.');
    await user.type(dialog.getByLabelText('Their e-mail address'), 'parent@example.org');
    await user.type(dialog.getByLabelText('Why, in words'), 'Seen.');
    await user.click(dialog.getByRole('button', { name: 'Save the decision' }));
    await isClosed();
    const child = { evidence: 'court_order', bornOn: '2010-02-03', isChildHeard: true, childInterest: 'For a school.' };
    expect(sent(service)).toMatchObject([{ representation: child }]);
  });

  it('is accepted of an heir for a purpose, after what the deceased has directed', async () => {
    const { user, service } = openConsole(PAGE, proved({ onBehalf: 'heir' }));
    await user.click(await button('Decide who acts for another'));
    const dialog = await form();
    await user.type(dialog.getByLabelText('Died on'), '2026-09-01');
    await user.selectOptions(dialog.getByLabelText('What the data are for'), 'account_closure');
    await user.type(dialog.getByLabelText('Their e-mail address'), 'heir@example.org');
    await user.type(dialog.getByLabelText('Why, in words'), 'The deed was seen.');
    await user.selectOptions(dialog.getByLabelText('What the deceased has directed'), 'specific');
    await user.click(dialog.getByRole('button', { name: 'Save the decision' }));
    expect(dialog.getAllByText('This is needed.')).toHaveLength(1);
    await user.type(dialog.getByLabelText('Given on'), '2025-01-01');
    await user.type(dialog.getByLabelText('Consented to by itself on'), '2025-01-01');
    await user.selectOptions(dialog.getByLabelText('What the deceased has directed'), 'general');
    await user.type(dialog.getByLabelText('Where it is registered'), 'The register');
    await user.type(dialog.getByLabelText('Who is to carry it out'), 'A notary');
    await user.selectOptions(dialog.getByLabelText('It directs'), 'recipients');
    await user.type(dialog.getByLabelText('Who is to have the data'), 'The daughter');
    await user.click(dialog.getByLabelText('Who asks is among them'));
    await user.click(dialog.getByRole('button', { name: 'Save the decision' }));
    await isClosed();
    const directive = { kind: 'general', directs: 'recipients', givenOn: '2025-01-01', register: 'The register' };
    expect(sent(service)).toMatchObject([
      {
        representation: {
          ...{
            evidence: 'deed_of_inheritance',
            diedOn: '2026-09-01',
            purpose: 'account_closure',
            isForbidden: false,
            isNamed: true,
          },
          directives: [{ ...directive, executor: 'A notary', recipients: 'The daughter' }],
        },
      },
    ]);
  });

  it('is told that nothing was found of directives, and of one that forbids it: with its own consent alone does it count', async () => {
    const { user, service } = openConsole(PAGE, proved({ onBehalf: 'heir' }));
    for (const found of ['none', 'specific', 'specific, unconsented']) {
      await user.click(await button('Decide who acts for another'));
      const dialog = await form();
      await user.type(dialog.getByLabelText('Died on'), '2026-09-01');
      await user.type(dialog.getByLabelText('Their e-mail address'), 'heir@example.org');
      await user.type(dialog.getByLabelText('Why, in words'), 'Seen.');
      await user.selectOptions(dialog.getByLabelText('What the deceased has directed'), found.split(',')[0]!);
      if (found !== 'none') await user.type(dialog.getByLabelText('Given on'), '2025-01-01');
      if (found === 'specific') await user.type(dialog.getByLabelText('Consented to by itself on'), '2025-01-02');
      await user.click(dialog.getByRole('button', { name: 'Save the decision' }));
      await isClosed();
    }
    expect(sent(service)).toMatchObject([
      { representation: { isForbidden: false, directives: [] } },
      { representation: { isForbidden: true, directives: [{ kind: 'specific', directs: 'nothing', consentOn: '2025-01-02' }] } },
      { representation: { isForbidden: false, directives: [{ kind: 'specific', directs: 'nothing' }] } },
    ]);
  });
});
