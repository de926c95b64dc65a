/** @jest-environment jsdom */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { openConsole } from '../testing/open-console.js';
import { of, requestOf } from '../testing/sample-answers.js';
import { card, measured, PAGE, waiting } from '../testing/sample-records.js';

const { measure, forget } = measured();
beforeAll(measure);
afterAll(forget);

describe('a ruling on a record (TPD-01)', () => {
  const dialog = async () => within(await screen.findByRole('dialog'));

  it('hides what is marked of others, with the answers to the questions', async () => {
    const { user, service } = openConsole(PAGE, waiting());
    await user.click(within(await card(0)).getByRole('button', { name: 'Decide: note' }));
    const form = await dialog();
    await user.click(form.getByRole('button', { name: 'Decide' }));
    expect(form.getByRole('alert').textContent).toContain('Answer each question');
    await user.type(form.getByLabelText(/^1\./u), 'It tells whom they called.');
    await user.type(form.getByLabelText(/^2\./u), 'They were not asked.');
    await user.click(form.getByRole('button', { name: 'Decide' }));
    expect(await screen.findByText('Decided: the answer is made anew.')).toBeTruthy();
    const answers = {
      adverseEffect: { isConcrete: true, what: 'It tells whom they called.' },
      balance: { prevails: 'other', why: 'They were not asked.' },
    };
    const place = { source: 'crm', collection: 'notes', recordId: '0', field: 'note' };
    const ruling = {
      ...place,
      ...answers,
      spans: [{ start: 12, end: 22 }],
      reason: 'third_party',
      involvement: 'mentioned',
      outcome: 'redact',
      redaction: { reconciles: true },
    };
    expect(service.asked('rule').map(({ given }) => given)).toEqual([{ id: 'req_1', ruling, seen: 7 }]);
  });

  it('hides a stretch that was selected, of a secret whose holder is named', async () => {
    const { user, service } = openConsole(PAGE, waiting());
    await user.click(within(await card(0)).getByRole('button', { name: 'Decide: note' }));
    const form = await dialog();
    await user.selectOptions(form.getByLabelText('What becomes of it'), 'Hide a stretch that I choose');
    await user.selectOptions(form.getByLabelText('Why it is hidden'), 'trade secret');
    await user.click(form.getByRole('button', { name: 'Decide' }));
    expect(form.getByRole('alert').textContent).toContain('Select a stretch');
    const text = form.getByLabelText<HTMLTextAreaElement>('Select what is hidden');
    act(() => {
      text.setSelectionRange(0, 6);
      fireEvent.select(text);
    });
    expect(form.getByText('Hidden is: Called')).toBeTruthy();
    await user.type(form.getByLabelText(/^1\./u), 'Harm.');
    await user.type(form.getByLabelText(/^2\./u), 'Why.');
    await user.click(form.getByRole('button', { name: 'Decide' }));
    expect(form.getByRole('alert').textContent).toContain('Say whose it is');
    await user.type(form.getByLabelText('Whose secret or work it is'), 'The club');
    await user.type(form.getByLabelText('What a disclosure would do to them'), 'Loss.');
    await user.click(form.getByRole('button', { name: 'Decide' }));
    expect(await screen.findByText('Decided: the answer is made anew.')).toBeTruthy();
    expect(service.asked('rule')[0]?.given['ruling']).toMatchObject({
      spans: [{ start: 0, end: 6 }],
      interest: { holder: 'The club', why: 'Loss.' },
    });
  });

  it('withholds a whole record, and says why although the subject wrote it', async () => {
    const { user, service } = openConsole(PAGE, waiting());
    await user.click(within(await card(1)).getByRole('button', { name: 'Withhold this record' }));
    const form = await dialog();
    await user.selectOptions(form.getByLabelText('What the subject has to do with it'), 'They wrote it');
    for (const label of [/^1\./u, /^2\./u]) await user.type(form.getByLabelText(label), 'A.');
    await user.click(form.getByRole('button', { name: 'Decide' }));
    await user.type(form.getByLabelText(/^3\./u), 'All is theirs.');
    await user.click(form.getByRole('button', { name: 'Decide' }));
    expect(form.getByRole('alert')).toBeTruthy();
    await user.type(form.getByLabelText(/although the subject wrote/u), 'They act against them.');
    await user.click(form.getByRole('button', { name: 'Decide' }));
    expect(await screen.findByText('Decided: the answer is made anew.')).toBeTruthy();
    const ruling = {
      recordId: '1',
      outcome: 'withhold',
      redaction: { reconciles: false, why: 'All is theirs.' },
      rebuttal: 'They act against them.',
    };
    expect(service.asked('rule')[0]?.given['ruling']).toMatchObject(ruling);
    expect(service.asked('rule')[0]?.given['ruling']).not.toHaveProperty('field');
  });

  it('shows a field to the subject after all, in every record', async () => {
    const { user, service } = openConsole(PAGE, waiting());
    await user.click(within(await card(0)).getByRole('button', { name: 'Decide: guest' }));
    const form = await dialog();
    await user.selectOptions(form.getByLabelText('What becomes of it'), 'Show it: of this field, in every record');
    await user.click(form.getByRole('button', { name: 'Decide' }));
    expect(await screen.findByText('Decided: the answer is made anew.')).toBeTruthy();
    const ruling = { source: 'crm', collection: 'notes', field: 'guest', involvement: 'mentioned', outcome: 'disclose' };
    expect(service.asked('ruleField').map(({ given }) => given)).toEqual([{ id: 'req_1', ruling, seen: 7 }]);
  });

  it('is seen at the record, and can be taken back', async () => {
    const held = {
      number: 1,
      source: 'crm',
      collection: 'notes',
      recordId: '0',
      field: 'note',
      stretches: null,
      reason: 'third_party',
      outcome: 'redact',
      by: 'stf_2',
      at: '2026-11-03T10:00:00Z',
      holds: true,
    };
    const rulings = [
      held,
      { ...held, number: 2, recordId: '1', field: null },
      { ...held, number: 3, recordId: '0', field: 'guest', holds: false },
    ];
    const { user, service } = openConsole(PAGE, waiting().on('rulings', of({ recordRulings: rulings })));
    const first = await card(0);
    expect(await within(first).findByText(/Hidden in note: data of another person/u)).toBeTruthy();
    expect(within(first).queryByRole('button', { name: 'Decide: note' })).toBeNull();
    expect((await card(1)).textContent).toContain('Withheld as a whole');
    expect(within(await card(1)).queryByRole('button', { name: 'Withhold this record' })).toBeNull();
    await user.click(within(first).getByRole('button', { name: 'Show it again' }));
    await user.click((await dialog()).getByRole('button', { name: 'Cancel' }));
    await user.click(within(await card(1)).getByRole('button', { name: 'Show it again' }));
    await user.click((await dialog()).getByRole('button', { name: 'Show it again' }));
    expect(await screen.findByText('Decided: the answer is made anew.')).toBeTruthy();
    expect(service.asked('rule')[0]?.given['ruling']).toEqual({
      ...{
        source: 'crm',
        collection: 'notes',
        recordId: '1',
        reason: 'third_party',
        involvement: 'mentioned',
        outcome: 'disclose',
      },
    });
  });

  it('waits until the answer waits for its release', async () => {
    openConsole(
      PAGE,
      waiting().on('request', () => requestOf({ state: 'assembling', possibleEvents: [] })),
    );
    expect(await screen.findByText(/Now: Making the answer/u)).toBeTruthy();
    expect(within(await card(0)).queryByRole('button')).toBeNull();
  });
});
