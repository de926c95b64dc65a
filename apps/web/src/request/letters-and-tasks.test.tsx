/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { FakeService, fault, refusal } from '../testing/fake-service.js';
import { button, openConsole } from '../testing/open-console.js';
import { of, requestOf } from '../testing/sample-answers.js';

const PAGE = '/club/requests/req_1';
const part = (name: string): Promise<HTMLElement> => screen.findByRole('region', { name });

describe('a letter', () => {
  const preview = () => ({
    data: { letterPreview: { __typename: 'LetterPreview', kind: 'answer', title: 'Your request', text: 'Dear Ann' } },
  });

  it('is seen as it would go out before it is written for good', async () => {
    const letters = [{ number: 1, kind: 'acknowledgement', language: 'en', by: 'stf_2', at: '2026-11-03T10:00:00Z' }];
    const service = new FakeService()
      .on('letterPreview', refusal('letterPreview', 'INVALID_INPUT'), preview)
      .on('letters', of({ letters }));
    const { user } = openConsole(PAGE, service);
    const written = await within(await part('Letters')).findByRole('listitem');
    await waitFor(() => {
      expect(written.textContent).toContain('Acknowledgement · Paul Other');
    });
    await user.click(await button('Write a letter'));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Look at it' }));
    expect((await dialog.findByRole('alert')).textContent).toContain('not what it has to be');
    await user.selectOptions(dialog.getByLabelText('What it is for'), 'Answer');
    await user.selectOptions(dialog.getByLabelText('Language'), 'Français');
    await user.type(dialog.getByLabelText('Name for the salutation'), 'Ann');
    await user.click(dialog.getByRole('button', { name: 'Look at it' }));
    expect(await dialog.findByText('Dear Ann')).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Write it for good' }));
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
    const letter = { kind: 'answer', language: 'fr', addressee: 'Ann' };
    expect(service.asked('writeLetter').map(({ given }) => given)).toEqual([{ id: 'req_1', letter }]);
  });

  it('can be left', async () => {
    const { user } = openConsole(PAGE);
    await user.click(await button('Write a letter'));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('a search by hand (SCP-07)', () => {
  const task = { id: 't1', source: 'paper', outcome: null, dueAt: '2026-11-20T10:00:00Z' };
  const statements = [
    { outcome: 'nothing_found', text: 'I searched, and found nothing.' },
    { outcome: 'found', text: 'I searched, and this is all.' },
    { outcome: 'not_done', text: 'I could not search.' },
  ];
  const toDo = {
    instructions: 'Look in the green box.',
    doneBy: 'archive',
    collections: ['letters', 'cards'],
    told: [{ kind: 'name', value: 'Ann' }],
    files: [],
    statements,
  };
  const opened = (): FakeService =>
    new FakeService()
      .on('request', () => requestOf({ tasks: [task, { ...task, id: 't2', source: 'box', outcome: 'not_done' }] }))
      .on('task', fault('FORBIDDEN'), () => ({ data: { task: { __typename: 'TaskToDo', ...toDo } } }));

  it('shows what is to be done by a press, and ends with a statement', async () => {
    const service = opened().on('endTask', refusal('endTask', 'INVALID_INPUT'));
    const { user } = openConsole(PAGE, service);
    await user.click(await button('Show what is to be done'));
    expect((await screen.findByRole('alert')).textContent).toContain('Your role does not allow this.');
    await user.click(await button('Show what is to be done'));
    expect(await screen.findByText('Look in the green box.')).toBeTruthy();
    await user.click(await button('Sign and end it'));
    expect(screen.getByText('The statement has to be made.')).toBeTruthy();
    await user.click(screen.getByLabelText('I searched, and found nothing.'));
    await user.click(await button('Sign and end it'));
    expect(await screen.findByText(/not what it has to be/u)).toBeTruthy();
    expect(service.asked('endTask').map(({ given }) => given['end'])).toEqual([{ outcome: 'nothing_found', isStated: true }]);
    expect(screen.getByRole('article', { name: 'Search in box' }).textContent).toContain('It could not be done');
  });

  it('takes what was found, or why it could not be done', async () => {
    const service = opened().on('task', () => ({ data: { task: { __typename: 'TaskToDo', ...toDo } } }));
    const { user } = openConsole(PAGE, service);
    await user.click(await button('Show what is to be done'));
    await user.selectOptions(await screen.findByLabelText('How it ended'), 'Something was found');
    await user.selectOptions(screen.getByLabelText('Collection'), 'cards');
    await user.click(screen.getByLabelText('I searched, and this is all.'));
    await user.click(await button('Sign and end it'));
    expect(screen.getByText('Enter what was found.')).toBeTruthy();
    await user.type(screen.getByLabelText('What was found, as CSV'), 'no,text');
    await user.click(await button('Sign and end it'));
    await user.selectOptions(screen.getByLabelText('How it ended'), 'It could not be done');
    await user.click(screen.getByLabelText('I could not search.'));
    await user.clear(screen.getByLabelText('Why it could not be done'));
    await user.click(await button('Sign and end it'));
    expect(screen.getByText('Say why.')).toBeTruthy();
    await user.type(screen.getByLabelText('Why it could not be done'), 'Burnt.');
    await user.click(await button('Sign and end it'));
    await waitFor(() => {
      expect(service.asked('endTask').map(({ given }) => given['end'])).toEqual([
        { outcome: 'found', isStated: true, rows: [{ collection: 'cards', format: 'csv', text: 'no,text' }] },
        { outcome: 'not_done', isStated: true, reason: 'Burnt.' },
      ]);
    });
  });
});
