/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { type FakeService, standing } from '../testing/fake-service.js';
import { openConsole } from '../testing/open-console.js';
import { of } from '../testing/sample-answers.js';

const PAGE = '/club/requests/req_1';
const ANSWER = {
  ...{ releasedAt: '2026-11-03T10:00:00Z', expiresAt: '2026-11-10T10:00:00Z', complete: true, missing: [], givenUpAt: null },
  archive: { records: 3, bytes: 1_000 },
};
const BREACH = {
  ...{ id: 'b1', knownAt: '2026-11-04T10:00:00Z', notifyBy: '2026-11-07T10:00:00Z', minutesLeft: 3_001, isLate: false },
  ...{ releasedAt: ANSWER.releasedAt, sha256: 'ab'.repeat(32), records: 3, files: 0, openings: 2, downloads: 1 },
  ...{ outcome: null, endedAt: null },
};
const ENDED = { ...BREACH, id: 'b2', minutesLeft: null, isLate: true, outcome: 'risk_unlikely', endedAt: '2026-11-08T10:00:00Z' };

function astray(breaches: readonly object[], state: 'released' | 'shredded' = 'released'): FakeService {
  return standing(state, [])
    .on('delivery', of({ answers: [ANSWER], delivery: null, messages: [], breaches }))
    .on('breachWords', of({ breaches: [{ id: 'b1', words: 'It came to Cleo.', endWords: null }] }));
}

const part = (): Promise<HTMLElement> => screen.findByRole('region', { name: 'Answers and delivery' });
const dialog = async () => within(await screen.findByRole('dialog'));

describe('DEL-03: an answer that reached somebody else', () => {
  it('is noted in a dialog that says what follows, with words and a time', async () => {
    const { user, service } = openConsole(PAGE, astray([]));
    await user.click(await within(await part()).findByRole('button', { name: 'It reached somebody else' }));
    const form = await dialog();
    expect(form.getByText(/within 72 hours/u)).toBeTruthy();
    await user.click(form.getByRole('button', { name: 'It reached somebody else' }));
    expect(form.getByText('Say what happened.')).toBeTruthy();
    await user.type(form.getByLabelText(/Whom it reached/u), ' It came to Cleo. ');
    await user.type(form.getByLabelText('When it became known'), '2026-11-04T10:00');
    await user.click(form.getByRole('button', { name: 'It reached somebody else' }));
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
    const knownAt = new Date('2026-11-04T10:00').toISOString();
    expect(service.asked('noteBreach').map(({ given }) => given)).toEqual([
      { id: 'req_1', noted: { words: 'It came to Cleo.', knownAt } },
    ]);
  });

  it('is shown with the hours that are left, what had gone out, and what was written', async () => {
    openConsole(PAGE, astray([BREACH, ENDED]));
    const shown = await part();
    await within(shown).findByText('It came to Cleo.');
    for (const text of ['Left: 50 h 1 min.', 'records: 3, files: 0; opened: 2, downloaded: 1', 'abab'])
      expect(shown.textContent).toContain(text);
    expect(shown.textContent).toContain('no risk is likely, so nobody is notified. That was after the 72 hours.');
    expect(within(shown).getAllByRole('button', { name: 'Say what came of it' })).toHaveLength(1);
  });

  it('says that the 72 hours are over', async () => {
    openConsole(PAGE, astray([{ ...BREACH, minutesLeft: 0, isLate: true }]));
    expect(await screen.findByText(/The 72 hours are over/u)).toBeTruthy();
  });

  it('is ended with what came of it', async () => {
    const { user, service } = openConsole(PAGE, astray([BREACH]));
    await user.click(await screen.findByRole('button', { name: 'Say what came of it' }));
    const form = await dialog();
    await user.selectOptions(form.getByLabelText('What came of it'), 'the authority and the person were notified');
    await user.type(form.getByLabelText('What was done, and why'), 'Both were written to.');
    await user.click(form.getByRole('button', { name: 'Say what came of it' }));
    await waitFor(() => {
      expect(service.asked('endBreach').map(({ given }) => given)).toEqual([
        { id: 'req_1', breach: 'b1', end: { outcome: 'subject_notified_too', words: 'Both were written to.' } },
      ]);
    });
  });

  it('is noted without words where everything else was destroyed, and nothing where the dialog is left', async () => {
    const { user, service } = openConsole(PAGE, astray([], 'shredded'));
    await user.click(await screen.findByRole('button', { name: 'It reached somebody else' }));
    await user.click((await dialog()).getByRole('button', { name: 'Cancel' }));
    expect(service.asked('noteBreach')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'It reached somebody else' }));
    const form = await dialog();
    expect(form.getByText(/only facts are kept/u)).toBeTruthy();
    await user.click(form.getByRole('button', { name: 'It reached somebody else' }));
    await waitFor(() => {
      expect(service.asked('noteBreach').map(({ given }) => given)).toEqual([{ id: 'req_1', noted: {} }]);
    });
  });
});
