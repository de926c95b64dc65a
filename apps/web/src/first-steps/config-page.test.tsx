/** @jest-environment jsdom */
import { describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { FakeService } from '../testing/fake-service.js';
import { noteSaved } from '../testing/note-saved.js';
import { button, openConsole } from '../testing/open-console.js';
import { data, SETTINGS } from '../testing/room-answers.js';

const file = async (): Promise<HTMLTextAreaElement> => screen.findByLabelText<HTMLTextAreaElement>('The file habeas.yaml');
const FAULT = { line: 4, path: 'controller.contact', what: 'it is empty', remedy: null };

describe('the configuration of a controller, for somebody who knows no YAML', () => {
  it('says who answers, in the words of the file that is there, and is taken away as a file', async () => {
    const { user, service } = openConsole('/club/first-steps/controller');
    const saved = noteSaved();
    expect((await file()).value).toBe(`habeas: 1\n${SETTINGS.settings.yaml ?? ''}phoneRegion: FR\n`);
    await user.type(screen.getByLabelText('Data protection officer'), 'Dora Officer');
    await user.type(screen.getByLabelText('Supervisory authority'), 'CNIL');
    await user.selectOptions(screen.getByLabelText('Language of the controller'), 'French');
    const { value } = await file();
    expect(value).toContain('  # As in the statutes\n');
    expect(value).toContain('  officer: Dora Officer\n  authority:\n    name: CNIL\n  language: fr\n');
    expect(await screen.findByText('The service could read this file.')).toBeTruthy();
    expect(service.asked('checkConfiguration').at(-1)?.given).toEqual({ yaml: value });
    await user.click(await button('Download the file'));
    expect(saved).toEqual(['habeas.yaml']);
    await user.click(screen.getByRole('link', { name: 'Back to the first steps' }));
    await user.click(await screen.findByRole('link', { name: 'Write it' }));
    expect((await file()).value).toBe(value);
  });

  it('becomes that of another controller by a line of service.yaml', async () => {
    const { user } = openConsole('/club/first-steps/controller');
    await user.click(await screen.findByText('It is for another controller'));
    await user.type(screen.getByLabelText('Id of the controller'), 'Hostel');
    expect(screen.getByText(/^An id has/u)).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Id of the controller'), { target: { value: 'hostel' } });
    expect(screen.getByText(/hostel: \.\/hostel\/habeas\.yaml/u)).toBeTruthy();
  });

  it('begins with a name where the file is written otherwise, and shows what the service would not start with', async () => {
    const settings = { ...SETTINGS.settings, yaml: null, phoneRegion: null };
    const service = new FakeService()
      .on('settings', data('settings', { ...SETTINGS, settings }))
      .on('checkConfiguration', data('checkConfiguration', { checkConfiguration: [FAULT] }));
    openConsole('/club/first-steps/controller', service);
    expect((await file()).value).toBe('habeas: 1\ncontroller:\n  name: "The Club"\n');
    expect(await screen.findByText(/it is empty/u)).toBeTruthy();
    fireEvent.change(await file(), { target: { value: 'habeas: [' } });
    expect(screen.getByText(/cannot be read as YAML just now/u)).toBeTruthy();
  });
});

describe('a first source', () => {
  it('is chosen out of what is installed, and its secret is named, never typed', async () => {
    const { user } = openConsole('/club/first-steps/source');
    await user.selectOptions(await screen.findByLabelText('Kind of system'), 'MySQL and MariaDB');
    const id = screen.getByLabelText('Id of the source');
    await user.clear(id);
    await user.type(id, 'My CRM');
    await user.click(await button('Add it to the file'));
    expect(screen.getByText(/^An id has/u)).toBeTruthy();
    await user.clear(id);
    await user.type(id, 'crm');
    expect(screen.getByText('There is a source of this id.')).toBeTruthy();
    await user.type(id, '-new');
    await user.click(await button('Add it to the file'));
    await user.type(await screen.findByLabelText('host'), 'db.internal');
    await user.click(screen.getByText('More settings'));
    await user.type(screen.getByLabelText('port'), '3307');
    await user.selectOptions(screen.getByLabelText('mode'), 'strict');
    await user.click(screen.getByLabelText('quiet'));
    expect(screen.getByText('In the file, if need be: tls.')).toBeTruthy();
    expect((await file()).value).toContain(
      'sources:\n  crm-new:\n    connector: mysql\n    dataMap: ./crm-new.map.yaml\n    config:\n      password: ${env:CRM_NEW_PASSWORD}\n' +
        '      host: db.internal\n      port: 3307\n      mode: strict\n      quiet: true\n',
    );
    await user.selectOptions(screen.getByLabelText('password is read from'), 'a file');
    expect((await file()).value).toContain('password: ${file:./crm-new-password.txt}');
    expect(screen.getByText(/sources describe crm-new/u)).toBeTruthy();
    await user.type(screen.getByLabelText('What it is called in reports'), 'CRM');
    expect((await file()).value).toContain('title: CRM');
    await user.click(await button('Take it out of the file'));
    expect((await file()).value).not.toContain('sources');
  });

  it('says where a secret itself stands in the file, or a name that is none', async () => {
    openConsole('/club/first-steps/source');
    const write = async (token: string): Promise<void> => {
      const value = `habeas: 1\ncontroller: { name: X }\nsources: { crm2: { connector: hubspot, config: { token: '${token}' } } }\n`;
      fireEvent.change(await file(), { target: { value } });
    };
    await write('pat-eu1-canary');
    const name = await screen.findByLabelText<HTMLInputElement>('Its name, for token');
    expect(screen.getByText(/^The secret itself stands in the file/u)).toBeTruthy();
    expect(name.value).toBe('');
    fireEvent.change(name, { target: { value: 'CRM2-TOKEN}' } });
    expect((await file()).value).toContain('${env:CRM2-TOKEN}');
    expect(screen.getByText('A name has letters, digits and _.')).toBeTruthy();
    await write('${file:}');
    expect(screen.getByText('A name has letters, digits and _.')).toBeTruthy();
    await write('');
    expect(screen.getByText('A name has letters, digits and _.')).toBeTruthy();
  });

  it('may be followed by others, and is still there where its connector is not known here', async () => {
    const { user } = openConsole('/club/first-steps/source');
    const value = 'habeas: 1\ncontroller: { name: X }\nsources:\n  paper: { connector: manual }\n';
    fireEvent.change(await file(), { target: { value } });
    expect(await screen.findByText('manual')).toBeTruthy();
    await user.click(screen.getByText('Add another source'));
    await user.click(await button('Add it to the file'));
    const which = await screen.findByLabelText<HTMLSelectElement>('Source to write');
    expect(which.value).toBe('hubspot');
    expect(screen.getByText('The access token of a private app.').getAttribute('lang')).toBe('en');
    expect(screen.queryByText(/sources describe/u)).toBeNull();
    await user.selectOptions(which, 'paper');
    await waitFor(() => {
      expect(screen.getByRole('heading', { level: 2 }).textContent).toContain('paper');
    });
    expect(within(which).getAllByRole('option')).toHaveLength(2);
  });
});
