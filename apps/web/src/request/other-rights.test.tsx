/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { type FakeService, refusal, standing } from '../testing/fake-service.js';
import { button, openConsole } from '../testing/open-console.js';
import { of } from '../testing/sample-answers.js';

const PAGE = '/club/requests/req_1';
const TASK = { right: 'erasure', dueOn: '2026-12-05', outcome: null, endedAt: null, text: 'Then delete it.', endText: null };
const dialog = (): Promise<HTMLElement> => screen.findByRole('dialog');
const isClosed = (): Promise<void> =>
  waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
const withTasks = (service: FakeService, ...otherRights: readonly object[]): FakeService =>
  service.on('clock', of({ agenda: [], questions: [], reminders: [], otherRights, extension: null }));

describe('what else the same message asks for', () => {
  it('is noted, each right once, with what the message says of it (INT-11)', async () => {
    const { user, service } = openConsole(PAGE, withTasks(standing('awaiting_release', ['release']), TASK));
    await user.click(await button('Note what else was asked for'));
    const form = within(await dialog());
    expect(form.queryByLabelText('erasure (Art. 17)')).toBeNull();
    await user.click(form.getByRole('button', { name: 'Note it' }));
    expect(form.getByText('Choose at least one.')).toBeTruthy();
    await user.click(form.getByLabelText('objection (Art. 21)'));
    await user.click(form.getByRole('button', { name: 'Note it' }));
    await isClosed();
    expect(service.asked('noteOtherRights').at(-1)?.given).toEqual({ id: 'req_1', noted: { rights: ['objection'] } });
    await user.click(await button('Note what else was asked for'));
    const second = within(await dialog());
    await user.click(second.getByLabelText('rectification (Art. 16)'));
    await user.type(second.getByLabelText('What the message says of it'), 'My name is wrong. ');
    await user.click(second.getByRole('button', { name: 'Note it' }));
    await isClosed();
    expect(service.asked('noteOtherRights').at(-1)?.given).toEqual({
      id: 'req_1',
      noted: { rights: ['rectification'], text: 'My name is wrong.' },
    });
  });

  it('is said to be done: of an erasure before the answer only where the subject wants it so (INT-11)', async () => {
    const { user, service } = openConsole(PAGE, withTasks(standing('awaiting_release', ['release']), TASK));
    await user.click(await button('Say how it ended: erasure (Art. 17)'));
    const form = within(await dialog());
    await user.type(form.getByLabelText('What was done, or why not'), 'Deleted.');
    await user.click(form.getByRole('button', { name: 'Note how it ended' }));
    expect(form.getByText(/^What is erased is missing/u)).toBeTruthy();
    await user.click(form.getByLabelText(/^The subject wants it erased/u));
    service.on('endOtherRight', refusal('endOtherRight', 'WRONG_STATE'));
    await user.click(form.getByRole('button', { name: 'Note how it ended' }));
    expect((await form.findByRole('alert')).textContent).toContain('no longer where this can happen');
    expect(form.getByDisplayValue('Deleted.')).toBeTruthy();
    const end = { right: 'erasure', outcome: 'done', isWishedFirst: true, text: 'Deleted.' };
    expect(service.asked('endOtherRight').map(({ given }) => given)).toEqual([{ id: 'req_1', end }]);
  });

  it('is ended without words where everything else was destroyed, and nothing more is noted then (INT-11)', async () => {
    const { user, service } = openConsole(PAGE, withTasks(standing('shredded', []), { ...TASK, text: null }));
    await user.click(await button('Say how it ended: erasure (Art. 17)'));
    const form = within(await dialog());
    await user.selectOptions(form.getByLabelText('How it ended'), 'taken back');
    expect(form.queryByLabelText('What was done, or why not')).toBeNull();
    await user.click(form.getByRole('button', { name: 'Note how it ended' }));
    await isClosed();
    const end = { right: 'erasure', outcome: 'withdrawn' };
    expect(service.asked('endOtherRight').map(({ given }) => given)).toEqual([{ id: 'req_1', end }]);
    expect(screen.queryByRole('button', { name: 'Note what else was asked for' })).toBeNull();
  });

  it('is only looked at by those who may not note it, and by nobody any more once it ended', async () => {
    const service = withTasks(
      standing('released', []),
      { ...TASK, outcome: 'refused', endedAt: '2026-11-10T10:00:00Z', endText: 'Kept by law.' },
      { ...TASK, right: 'objection' },
    ).on('viewer', () => ({ data: { viewer: { id: 'stf_2', controller: 'club', permissions: ['request.read'] } } }));
    openConsole(PAGE, service);
    expect(await screen.findByText('Kept by law.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Say how it ended|^Note what else/u })).toBeNull();
  });
});
