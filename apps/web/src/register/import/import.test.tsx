/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { away, FakeService, status } from '../../testing/fake-service.js';
import { noteSaved } from '../../testing/note-saved.js';
import { button, type OpenConsole, openConsole } from '../../testing/open-console.js';
import { data, REGISTER } from '../../testing/room-answers.js';
import type { ReadWorkbook } from './read-workbook.js';

const ROOM = '/club/register';
const SEND = 'POST /register/ods';
const NOTHING = { controller: [], both: [], added: [], missing: [] } as const;
const ACTIVITY = { id: 'membership', title: 'Adhésion', purposes: 1, data: 2, subjects: 3, recipients: 4, rules: 5 };
const COMPARED = { id: 'membership', title: 'Adhésion', parts: [] };
const READ: ReadWorkbook = {
  activities: [ACTIVITY],
  gaps: [],
  lints: [],
  assumptions: [],
  unstated: [],
  comparison: { ...NOTHING, both: [COMPARED] },
  yaml: 'register: 1\n',
};

const workbook = (name = 'registre.ods', bytes = 3): File => new File([new Uint8Array(bytes)], name);

async function choose(file: File, service: FakeService): Promise<OpenConsole> {
  const opened = openConsole(ROOM, service);
  const field = await screen.findByLabelText('Workbook');
  // What a browser lets through its filter, such as a file that is dropped
  await userEvent.setup({ applyAccept: false }).upload(field, file);
  return opened;
}

const reading = (changes: Partial<ReadWorkbook> = {}): Promise<OpenConsole> =>
  choose(
    workbook(),
    new FakeService().on(SEND, () => ({ ...READ, ...changes })),
  );

describe('a workbook that is brought in', () => {
  it('is read by the service for the controller of the page, and is the same as what is here (PRF-03)', async () => {
    const { service } = await reading();
    expect(await screen.findByText('What registre.ods says')).toBeTruthy();
    expect(service.asked(SEND)[0]?.controller).toBe('club');
    const table = screen.getByRole('table', { name: 'What registre.ods says' });
    const cells = within(table).getAllByRole('cell');
    expect(cells.map(({ textContent }) => textContent)).toEqual(['1', '2', '3', '4', '5', 'the same']);
    expect(screen.getByText(/^Nothing: it says what the register here says/u)).toBeTruthy();
  });

  it('shows what it says otherwise, what it has new, and what it lacks', async () => {
    const parts = [
      { part: 'purpose', onlyHere: ['Gestion · Contrat'], onlyInFile: ['Gestion · Consentement'] },
      { part: 'novel', onlyHere: [], onlyInFile: ['Autre'] },
    ];
    const renamed = { ...ACTIVITY, id: 'lettres', title: 'Lettres' };
    const added = {
      ...ACTIVITY,
      id: 'ventes',
      title: 'Ventes',
      reference: 'R 7',
      createdOn: '2026-03-08',
      updatedOn: '2026-04-01',
    };
    const controller = [{ part: 'officer', onlyHere: ['a@club.example'], onlyInFile: [] }];
    const both = [
      { ...COMPARED, parts },
      { id: 'lettres', title: 'Lettres', idHere: 'letters', parts: [] },
    ];
    const missing = [{ id: 'archives', title: 'Archives' }];
    await reading({ activities: [ACTIVITY, renamed, added], comparison: { controller, both, added: [added], missing } });
    await screen.findByText('What it says otherwise');
    const standings = screen.getAllByRole('row').map((row) => within(row).queryAllByRole('cell').at(-1)?.textContent);
    expect(standings).toEqual(expect.arrayContaining(['differs', 'new']));
    for (const said of [
      'Gestion · Contrat',
      'Gestion · Consentement',
      'Purposes and legal bases',
      'novel',
      'Data protection officer',
    ])
      expect(screen.getByText(said)).toBeTruthy();
    expect(screen.getByText(/^Its id is lettres in the file and letters here/u)).toBeTruthy();
    expect(screen.getByText('1 activity is here and not in the file')).toBeTruthy();
    expect(screen.getByText(/reference R 7, created on 8 Mar 2026, updated on 1 Apr 2026/u)).toBeTruthy();
  });

  it('tells what was not understood by its cell, and what is to be mended in it with the remedy (PRF-04)', async () => {
    const gaps = [
      { where: { sheet: '1 Adhésion', cell: 'B6' }, what: 'this is no day', remedy: 'write it' },
      { what: 'the titles are in French', remedy: 'translate' },
    ];
    await reading({ gaps, lints: [{ ...REGISTER.lints[0]!, id: 'RET_VAGUE', text: 'Too vague.', remedy: 'Say when.' }] });
    expect(await screen.findByText('1 Adhésion, cell B6')).toBeTruthy();
    for (const said of ['the whole register', 'this is no day', 'write it', 'Too vague.', 'Say when.'])
      expect(screen.getByText(said)).toBeTruthy();
  });

  it('is taken away as a file, and shown', async () => {
    const saved = noteSaved();
    const { user } = await reading();
    await user.click(await button('Save club.register.yaml'));
    expect(saved).toEqual(['club.register.yaml']);
    await user.click(screen.getByText('Show it'));
    expect(screen.getByText('register: 1')).toBeTruthy();
  });

  it('is read where there is no register yet, and compared with none', async () => {
    const { comparison: _none, ...alone } = READ;
    const service = new FakeService().on('register', data('register', { register: null })).on(SEND, () => alone);
    await choose(workbook(), service);
    expect(await screen.findByText('What registre.ods says')).toBeTruthy();
    expect(screen.queryByText('Against the register here')).toBeNull();
    expect(screen.queryByText('What it says otherwise')).toBeNull();
  });
});

describe('a workbook that cannot be read', () => {
  it('says what is wrong, and what to do, and another can be chosen', async () => {
    const error = { code: 'INVALID_INPUT', message: 'No sheet is a register.', remedy: 'Import another.' };
    const { user } = await choose(
      workbook(),
      new FakeService().on(SEND, status(400, { error }), () => READ),
    );
    expect((await screen.findByRole('alert')).textContent).toContain('No sheet is a register. Import another.');
    await user.upload(screen.getByLabelText('Workbook'), workbook('mended.ods'));
    expect(await screen.findByText('What mended.ods says')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is not sent where its name has another ending, or it is too large', async () => {
    const { user, service } = await choose(
      workbook('registre.pdf'),
      new FakeService().on(SEND, () => READ),
    );
    expect((await screen.findByRole('alert')).textContent).toContain('registre.pdf is no ODS, XLSX or CSV file');
    await user.upload(screen.getByLabelText('Workbook'), workbook('big.ods', 5 * 1024 * 1024 + 1));
    expect((await screen.findByRole('alert')).textContent).toContain('big.ods has more than 5 MB');
    expect(service.asked(SEND)).toEqual([]);
  });

  it('leaves the room as it is where nothing was chosen', async () => {
    const { user, service } = await choose(
      workbook(),
      new FakeService().on(SEND, () => READ),
    );
    await screen.findByText('What registre.ods says');
    await user.upload(screen.getByLabelText('Workbook'), []);
    expect(service.asked(SEND)).toHaveLength(1);
  });

  it('is sent again after a sign-in, where the session was over; and not where somebody would rather not', async () => {
    const { user, service } = await choose(workbook(), new FakeService().on(SEND, status(401)));
    expect(await screen.findByRole('dialog', { name: 'Your session is over' })).toBeTruthy();
    expect(service.asked(SEND)).toHaveLength(1);
    expect(user).toBeTruthy();
  });

  it('is said not to have come to a service that does not answer', async () => {
    await choose(workbook(), new FakeService().on(SEND, away));
    await waitFor(() => {
      expect(
        screen
          .getAllByRole('alert')
          .map(({ textContent }) => textContent)
          .join(' '),
      ).toMatch(/does not answer/u);
    });
  });
});
