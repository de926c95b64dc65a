/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { type FakeService, standing } from '../testing/fake-service.js';
import { button, openConsole } from '../testing/open-console.js';
import { inboxOf, of, ROW } from '../testing/sample-answers.js';

const PAGE = '/club/requests/req_1';
const BASE = {
  ...{ outcome: null, endedAt: null, words: null, endWords: null, notedAt: '2026-11-10T10:00:00Z' },
  ...{ forWhom: null, records: null, channel: null, promisesDestruction: false, directives: [] },
};
const FORWARD = { ...BASE, id: 'd1', kind: 'forward', forWhom: 'The client that recruits', records: 2 };
const DEATH = {
  ...BASE,
  id: 'd2',
  kind: 'after_death',
  promisesDestruction: true,
  directives: ['general'],
  words: 'The sister wrote.',
};
const dialog = (): Promise<HTMLElement> => screen.findByRole('dialog');
const isClosed = (): Promise<void> =>
  waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
const withDuties = (service: FakeService, ...duties: readonly object[]): FakeService => service.on('duties', of({ duties }));

describe('what has to be done elsewhere', () => {
  it('is passed on to whom it concerns, and said so (INT-07)', async () => {
    const { user, service } = openConsole(PAGE, withDuties(standing('released', []), FORWARD));
    expect(await screen.findByText('The client that recruits')).toBeTruthy();
    expect(screen.getByText('2 records are held for them, and not in the answer.')).toBeTruthy();
    await user.click(await button('Say what came of it'));
    const form = within(await dialog());
    expect(form.queryByText('the data was erased')).toBeNull();
    await user.type(form.getByLabelText(/^To whom and how/u), ' By letter. ');
    await user.click(form.getByRole('button', { name: 'Note what came of it' }));
    await isClosed();
    const end = { outcome: 'forwarded', words: 'By letter.' };
    expect(service.asked('endDuty').map(({ given }) => given)).toEqual([{ id: 'req_1', duty: 'd1', end }]);
  });

  it('is decided for somebody who has died, with what the policy promises beside it (PER-06)', async () => {
    const { user, service } = openConsole(PAGE, withDuties(standing('released', []), DEATH));
    expect(await screen.findByText(/Ask for directives[\s\S]*promises to destroy[\s\S]*deletes nothing/u)).toBeTruthy();
    expect(screen.getByText('The sister wrote.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Note that the person has died' })).toBeNull();
    await user.click(await button('Say what came of it'));
    const form = within(await dialog());
    await user.selectOptions(form.getByLabelText('What came of it'), 'the data was erased');
    await user.click(form.getByRole('button', { name: 'Note what came of it' }));
    await isClosed();
    expect(service.asked('endDuty').map(({ given }) => given)).toEqual([{ id: 'req_1', duty: 'd2', end: { outcome: 'erased' } }]);
  });

  it('begins with a death that is noted (PER-06), without words where nothing can be sealed any more', async () => {
    const { user, service } = openConsole(
      PAGE,
      withDuties(standing('shredded', []), {
        ...DEATH,
        directives: [],
        promisesDestruction: false,
        outcome: 'kept',
        endedAt: '2026-11-12T10:00:00Z',
        endWords: 'A law.',
      }),
    );
    expect(await screen.findByText('it is kept: evidence or a law wants it', { exact: false })).toBeTruthy();
    await user.click(await button('Note that the person has died'));
    const form = within(await dialog());
    expect(form.queryByLabelText('How that is known')).toBeNull();
    await user.click(form.getByRole('button', { name: 'Note it' }));
    await isClosed();
    expect(service.asked('noteDeath').map(({ given }) => given)).toEqual([{ id: 'req_1' }]);
  });

  it('is only looked at by those who may not note it', async () => {
    const service = withDuties(standing('released', []), { ...DEATH, directives: [], words: null }).on('viewer', () => ({
      data: { viewer: { id: 'stf_2', controller: 'club', permissions: ['request.read'] } },
    }));
    openConsole(PAGE, service);
    expect(await screen.findByText('This service deletes nothing of it', { exact: false })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /came of it|has died/u })).toBeNull();
    expect(service.asked('duties')[0]?.given).toMatchObject({ words: false });
  });

  it('is an answer that a person hands out, by the way that was chosen before (DEL-02)', async () => {
    const { user, service } = openConsole(
      PAGE,
      withDuties(standing('awaiting_release', ['release']), { ...BASE, id: 'd1', kind: 'hand_out', channel: 'on_site' }),
    );
    await user.click(await button('Choose how the answer is given'));
    const form = within(await dialog());
    await user.selectOptions(form.getByLabelText('How the person wants it'), 'by registered post');
    await user.click(form.getByRole('button', { name: 'Note it' }));
    await isClosed();
    expect(service.asked('chooseChannel').map(({ given }) => given)).toEqual([{ id: 'req_1', channel: 'registered_post' }]);
    await user.click(await button('Say what came of it'));
    expect(within(await dialog()).getByText('it has come back')).toBeTruthy();
  });

  it('stands in the inbox while it is open', async () => {
    const service = standing('released', []).on('inbox', () =>
      inboxOf([
        { ...ROW, duties: [{ id: 'd1', kind: 'forward', outcome: null }] },
        { ...ROW, id: 'req_2', reference: '2026-0002', duties: [{ id: 'd1', kind: 'forward', outcome: 'forwarded' }] },
      ]),
    );
    openConsole('/club/requests', service);
    expect(await screen.findAllByText(/^To be passed on/u)).toHaveLength(1);
  });
});
