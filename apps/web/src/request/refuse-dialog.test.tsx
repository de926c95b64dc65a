/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { type BoundFunctions, cleanup, type queries, screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { FakeService, refusal, standing } from '../testing/fake-service.js';
import { button, openConsole } from '../testing/open-console.js';
import { inboxOf, of, OUTLOOK, requestOf, ROW } from '../testing/sample-answers.js';

const PAGE = '/club/requests/req_1';
const NAME = 'refuseOnGround';
const isDone = (): object => ({ data: { [NAME]: { __typename: 'Request', id: 'req_1', version: 9 } } });
type Form = BoundFunctions<typeof queries>;
const send = (user: UserEvent, form: Form): Promise<void> => user.click(form.getByRole('button', { name: 'Refuse the request' }));
const isFaulty = (form: Form, label: RegExp): boolean => form.getByLabelText(label).getAttribute('aria-invalid') === 'true';

async function refusing(service = new FakeService()): Promise<{ user: UserEvent; service: FakeService; form: Form }> {
  const { user } = openConsole(PAGE, service);
  await user.click(await button('Refuse the request'));
  const form = within(await screen.findByRole('dialog'));
  await user.type(form.getByLabelText(/^Why it is refused/u), ' You know it. ');
  return { user, service, form };
}
const choose = (user: UserEvent, form: Form, ground: string): Promise<void> =>
  user.selectOptions(form.getByLabelText('On which ground'), ground);

describe('a refusal on a ground of the law', () => {
  it('says what is never a ground, and asks for one (OUT-03)', async () => {
    const { user, form, service } = await refusing();
    expect(form.getByText(/effort, cost or volume, the motive .*tone, a dispute, an earlier abuse/u)).toBeTruthy();
    await send(user, form);
    expect(form.getByText('Choose a ground.')).toBeTruthy();
    await choose(user, form, 'manifestly_unfounded');
    expect(form.queryByText('Choose a ground.')).toBeNull();
    await send(user, form);
    expect(form.getByText('This is needed.')).toBeTruthy();
    expect([service.asked('refuseUnproved'), service.asked(NAME)]).toEqual([[], []]);
    await user.type(form.getByLabelText(/^What shows that it is manifestly/u), 'They write that they are a test.');
    await send(user, form);
    expect(await screen.findByText('Done.')).toBeTruthy();
    const given = { reason: 'You know it.', ground: 'manifestly_unfounded', evidence: 'They write that they are a test.' };
    expect(service.asked(NAME).map((call) => call.given)).toEqual([{ id: 'req_1', refusal: given, seen: 7 }]);
  });

  it('shows when the same person asked before, and closes the excess where the service says that there is none (OUT-03, OUT-04)', async () => {
    const earlier = {
      id: 'req_0',
      reference: '2025-0009',
      receivedOn: '2025-02-01',
      days: 366,
      isSameScope: true,
      moreRecords: 4,
    };
    const other = { ...earlier, id: 'req_5', reference: '2025-0005', isSameScope: false, moreRecords: null };
    const view = {
      unproved: null,
      notExcessive: 'a_year',
      holdsSpecialCategories: true,
      compared: 12,
      isAll: true,
      earlier: [earlier, other],
    };
    const service = new FakeService().on('refusalOutlook', of({ refusalOutlook: view }));
    const { form } = await refusing(service);
    expect(await form.findByText(/a year or more has passed/u)).toBeTruthy();
    const closed = (name: RegExp): boolean => form.getByRole<HTMLOptionElement>('option', { name }).disabled;
    expect([closed(/^excessive/u), closed(/^abuse/u)]).toEqual([true, false]);
    expect(form.getByText(/2025-0009, .* 366 days before: the same rights\. .*: 4 more\./u)).toBeTruthy();
    expect(form.getByText(/2025-0005.* other rights\.$/u)).toBeTruthy();
    expect(form.getByText(/people may ask for those more often/u)).toBeTruthy();
    expect(form.getByText(/All 12 other requests/u)).toBeTruthy();
  });

  it.each([
    ['identity_not_proved', /^it stayed unproved who asks/u],
    ['authority_not_shown', /^they act for another/u],
  ])('can be that nobody is proved only where the service says so: %s (OUT-03)', async (unproved, name) => {
    const closed = await refusing();
    expect(await closed.form.findByText(/^Who asks is proved: a refusal takes one of these grounds/u)).toBeTruthy();
    expect(closed.form.getByRole<HTMLOptionElement>('option', { name: /^it stayed unproved/u }).disabled).toBe(true);
    cleanup();
    const view = { ...OUTLOOK, unproved };
    const { form, user, service } = await refusing(new FakeService().on('refusalOutlook', of({ refusalOutlook: view })));
    const option = form.getByRole<HTMLOptionElement>('option', { name });
    expect(option.disabled).toBe(false);
    await choose(user, form, 'unproved');
    await send(user, form);
    expect(await screen.findByText('Done.')).toBeTruthy();
    expect(service.asked('refuseUnproved').map((call) => call.given)).toEqual([{ id: 'req_1', reason: 'You know it.', seen: 7 }]);
  });

  it('leaves the excess open where not all requests were compared, and says so (OUT-04)', async () => {
    const view = { unproved: null, notExcessive: null, holdsSpecialCategories: false, compared: 500, isAll: false, earlier: [] };
    const { form } = await refusing(new FakeService().on('refusalOutlook', of({ refusalOutlook: view })));
    expect(await form.findByText(/Only 500 other requests were compared/u)).toBeTruthy();
    expect(form.getByRole<HTMLOptionElement>('option', { name: /^excessive/u }).disabled).toBe(false);
  });

  it('names the earlier request by its reference or its id, and says beside it that it does not do (OUT-04)', async () => {
    const service = new FakeService().on(NAME, refusal(NAME, 'WRONG_STATE'), refusal(NAME, 'NOT_FOUND'), isDone);
    const { user, form } = await refusing(service);
    await choose(user, form, 'excessive');
    service.on('inbox', () =>
      inboxOf([
        { ...ROW, id: 'req_10', reference: '2026-00010' },
        { ...ROW, id: 'req_0' },
      ]),
    );
    const repeats = form.getByLabelText(/^Reference of the earlier/u);
    await user.type(repeats, '2026-0001');
    await user.type(form.getByLabelText(/^What shows that it is excessive/u), 'Nothing is new.');
    await send(user, form);
    expect(await form.findByText(/^This is not repeated/u)).toBeTruthy();
    expect([isFaulty(form, /^Reference/u), isFaulty(form, /^What shows/u)]).toEqual([true, false]);
    expect(form.getByText('Said as WRONG_STATE.')).toBeTruthy();
    await user.clear(repeats);
    await user.type(repeats, ' req_5 ');
    await send(user, form);
    expect(await form.findByText('Said as NOT_FOUND.')).toBeTruthy();
    expect(isFaulty(form, /^Reference/u)).toBe(true);
    expect(form.getByDisplayValue('Nothing is new.')).toBeTruthy();
    await send(user, form);
    expect(await screen.findByText('Done.')).toBeTruthy();
    const given = { reason: 'You know it.', ground: 'excessive', evidence: 'Nothing is new.' };
    expect(service.asked(NAME).map((call) => call.given['refusal'] as object)).toEqual(
      ['req_0', 'req_5', 'req_5'].map((earlier) => ({ ...given, repeats: earlier })),
    );
  });

  it('is not said to be of a field where the request itself can no longer be refused', async () => {
    const service = new FakeService().on(NAME, refusal(NAME, 'WRONG_STATE'));
    const { user, form } = await refusing(service);
    await choose(user, form, 'excessive');
    await user.type(form.getByLabelText(/^Reference of the earlier/u), 'req_5');
    await user.type(form.getByLabelText(/^What shows that it is excessive/u), 'Nothing is new.');
    service.on('request', () => requestOf({ version: 8, possibleEvents: [] }));
    await send(user, form);
    expect(await form.findByText('Said as WRONG_STATE.')).toBeTruthy();
    expect(await form.findByText(/has changed since/u)).toBeTruthy();
    expect(isFaulty(form, /^Reference/u)).toBe(false);
  });

  it('needs both sides of an abuse, and says beside them that one does not do (OUT-05)', async () => {
    const { user, form, service } = await refusing(new FakeService().on(NAME, refusal(NAME, 'INVALID_INPUT'), isDone));
    await choose(user, form, 'abuse');
    await user.type(form.getByLabelText(/^What shows that the aim/u), 'Too much work.');
    await send(user, form);
    expect(form.getByText('This is needed.')).toBeTruthy();
    await user.type(form.getByLabelText(/^What shows the intent/u), 'They offered to drop it for money.');
    await send(user, form);
    expect(await form.findAllByText(/^This does not do/u)).toHaveLength(2);
    await user.clear(form.getByLabelText(/^What shows that the aim/u));
    await user.type(form.getByLabelText(/^What shows that the aim/u), 'They want no data.');
    await send(user, form);
    expect(await screen.findByText('Done.')).toBeTruthy();
    const given = { reason: 'You know it.', ground: 'abuse', evidence: 'They want no data.' };
    const intent = 'They offered to drop it for money.';
    expect(service.asked(NAME).at(-1)?.given['refusal']).toEqual({ ...given, intent });
  });

  it('cites a provision with its number, keeps what was typed for another ground, and sends none of that (OUT-07)', async () => {
    const { user, form, service } = await refusing();
    await choose(user, form, 'abuse');
    await user.type(form.getByLabelText(/^What shows the intent/u), 'Money.');
    await choose(user, form, 'legal_restriction');
    await user.type(form.getByLabelText(/^Law and provision/u), 'Criminal code');
    await user.type(form.getByLabelText(/^How the law applies/u), 'An inquiry goes on.');
    await send(user, form);
    expect(form.getByText('Name the provision with its number.')).toBeTruthy();
    await choose(user, form, 'abuse');
    expect(form.getByDisplayValue('Money.')).toBeTruthy();
    await choose(user, form, 'legal_restriction');
    await user.type(form.getByLabelText(/^Law and provision/u), ', s. 11');
    await send(user, form);
    expect(await screen.findByText('Done.')).toBeTruthy();
    const given = { reason: 'You know it.', ground: 'legal_restriction', evidence: 'An inquiry goes on.' };
    expect(service.asked(NAME).at(-1)?.given['refusal']).toEqual({ ...given, lawRef: 'Criminal code, s. 11' });
  });

  it('is shown with its ground, and the day of what it repeats, once it is decided (OUT-03, OUT-04)', async () => {
    const said = { event: 'refuse', reason: 'Again.', refusedAs: null, meantFor: null, wouldHelp: [], by: 'stf_2' };
    const decision = { ...said, ground: 'excessive', lastRequestOn: '2026-10-01', at: '2026-11-03T10:00:00Z' };
    openConsole(
      PAGE,
      standing('refused', [])
        .on('decisions', of({ decisions: [decision] }))
        .on('viewer', () => ({
          data: { viewer: { id: 'stf_1', controller: 'club', permissions: ['request.read', 'match.read'] } },
        })),
    );
    const part = await screen.findByRole('region', { name: 'What was decided, and why' });
    expect(part.textContent).toContain('refused: excessive: it repeats an earlier request (Art. 12(5)) Paul Other');
    expect(part.textContent).toContain('Day of the earlier request: 1 Oct 2026');
  });
});
