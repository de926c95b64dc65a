/** @jest-environment jsdom */
import { describe, expect, it, jest } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fault, FakeService } from '../../testing/fake-service.js';
import { noteSaved } from '../../testing/note-saved.js';
import { button, openConsole } from '../../testing/open-console.js';
import { data, MAP } from '../../testing/room-answers.js';

const YAML = `# Read over
dataMap: 1
collections:
  contact:
    title: Contacts
    activity: gone
    fields:
      email: { identifier: email }
      number: { identifier: { kind: id, namespace: crm.contact } }
    references:
      owner: { to: person, on: { person_id: id }, as: owned }
  shared: &shared { title: Shared }
  again: *shared
`;
const open = (yaml: string | null = YAML, service = new FakeService()): ReturnType<typeof openConsole> =>
  openConsole(
    '/club/sources/crm/edit',
    service.on('dataMap', data('dataMap', { dataMap: { ...MAP, yaml, file: yaml === null ? null : 'crm.map.yaml' } })),
  );
const written = (): string => screen.getByLabelText<HTMLTextAreaElement>('The file crm.map.yaml').value;
const FAULT = { line: 4, path: 'collections.contact', what: 'unknown key', remedy: 'remove it' };

describe('a data map that somebody edits who does not know YAML', () => {
  it('is come to from the source, and says in both languages what a collection is and serves', async () => {
    const service = new FakeService().on('dataMap', data('dataMap', { dataMap: { ...MAP, yaml: YAML } }));
    const { user } = openConsole('/club/sources/crm', service);
    await user.click(await screen.findByRole('link', { name: 'Edit the data map' }));
    await screen.findByRole('heading', { level: 1, name: 'Data map of The CRM' });
    await user.type((await screen.findAllByLabelText('Name (French)'))[0]!, 'Contacts !');
    expect(written()).toContain('title: { en: Contacts, fr: Contacts ! }');
    await user.selectOptions(screen.getByLabelText('Activity of the register'), 'Membership');
    expect(written()).toContain('activity: membership');
    await user.selectOptions(screen.getByLabelText('Activity of the register'), 'none');
    expect(written()).not.toContain('activity');
    await user.click(screen.getByLabelText(/is searched$/u));
    await user.type(screen.getByLabelText('Why it holds none'), 'Technical.');
    expect(written()).toContain('personal: none\n    reason: Technical.');
    await user.clear(screen.getByLabelText('Why it holds none'));
    await user.click(screen.getByLabelText(/is searched$/u));
    expect(written()).not.toContain('personal');
    await user.selectOptions(screen.getByLabelText('owner, which leads to person'), 'context');
    expect(written()).toContain('as: context');
    expect(written()).toMatch(/^# Read over/u);
  });

  it('says of a field what it holds, where it comes from, by what it finds people, and what is to be known of it', async () => {
    const { user } = open();
    const field = within((await screen.findByText('email')).closest('details')!);
    await user.click(screen.getByText('email'));
    await user.type(field.getByLabelText('Category'), 'pd:EmailAddress');
    await user.selectOptions(field.getByLabelText('Where it comes from'), 'provided by the person');
    await user.click(field.getByLabelText('free text'));
    await user.selectOptions(field.getByLabelText('Finds people by it'), 'number or id');
    await user.type(field.getByLabelText('Who issued the number'), 'crm.mail');
    expect(written()).toMatch(/kind: id, namespace: crm\.mail \}, category: pd:EmailAddress, origin: provided, freeText: true/u);
    await user.click(field.getByLabelText('free text'));
    await user.selectOptions(field.getByLabelText('Where it comes from'), 'not said');
    await user.selectOptions(field.getByLabelText('Finds people by it'), 'no');
    expect(written()).toContain('email: { category: pd:EmailAddress }');
  });

  it('asks of somebody else’s data alone whether the person gave them for a use of their own', async () => {
    const { user } = open();
    const field = within((await screen.findByText('email')).closest('details')!);
    await user.click(screen.getByText('email'));
    const question = 'Did the person give it for a use of their own?';
    expect(field.queryByLabelText(question)).toBeNull();
    await user.click(field.getByLabelText('somebody else’s data'));
    for (const [answer, expected] of [
      ['yes', 'thirdParty: true, ownUse: true'],
      ['no', 'thirdParty: true, ownUse: false'],
      ['', 'thirdParty: true }'],
      ['yes', 'ownUse: true'],
    ] as const) {
      await user.selectOptions(field.getByLabelText(question), answer);
      expect(written()).toContain(expected);
    }
    await user.click(field.getByLabelText('somebody else’s data'));
    expect(written()).toContain('email: { identifier: email }');
  });

  it('takes another field, once and by a name that can be one', async () => {
    const { user } = open();
    const add = async (name: string): Promise<void> => {
      await user.clear(await screen.findByLabelText(/^Name of another field/u));
      if (name !== '') await user.type(screen.getByLabelText(/^Name of another field/u), name);
      await user.click(await button('Add the field'));
    };
    await add('a.b');
    expect(screen.getByText(/^A name has at least/u)).toBeTruthy();
    await add('email');
    expect(screen.getByText('This field is there already.')).toBeTruthy();
    await add('note');
    expect(written()).toContain('note: {}');
  });

  it('is checked as it is typed, by the rules of the service, and leads to the line of a fault', async () => {
    const service = new FakeService().on(
      'checkDataMap',
      data('checkDataMap', { checkDataMap: [] }),
      data('checkDataMap', { checkDataMap: [FAULT, { line: null, path: null, what: 'It is empty.', remedy: null }] }),
    );
    open(YAML, service);
    expect(await screen.findByText('The service could read this file.')).toBeTruthy();
    const area = screen.getByLabelText<HTMLTextAreaElement>('The file crm.map.yaml');
    fireEvent.change(area, { target: { value: YAML.replace('title', 'titel') } });
    expect(await screen.findByText('The service would not start with it: 2 faults.')).toBeTruthy();
    expect(screen.getByText('unknown key: remove it')).toBeTruthy();
    fireEvent.click(await button('Go to line 4'));
    await waitFor(() => {
      expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe('  contact:');
    });
    expect(service.asked('checkDataMap').at(-1)?.given['yaml']).toContain('titel');
  });

  it('is taken away as a file, or left as it was; the browser asks whoever closes it with changes', async () => {
    const saved = noteSaved();
    const { user } = open();
    await user.click(await button('Download the file'));
    expect(saved).toEqual(['crm.map.yaml']);
    expect(window.dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(true);
    await user.type(screen.getAllByLabelText('What it holds (English)')[0]!, 'P');
    expect(screen.getByText(/^Changed here only/u)).toBeTruthy();
    expect(window.dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(false);
    await user.click(await button('Take back every change'));
    expect(written()).toBe(YAML);
    jest.restoreAllMocks();
  });

  it('keeps what was typed while somebody looks at another room, or changes the language', async () => {
    const { user } = open();
    await user.type((await screen.findAllByLabelText('What it holds (English)'))[0]!, 'People');
    await user.click(screen.getByRole('link', { name: 'Back to the source' }));
    await user.click(await screen.findByRole('link', { name: 'Edit the data map' }));
    expect((await screen.findAllByLabelText<HTMLInputElement>('What it holds (English)'))[0]!.value).toBe('People');
    await user.selectOptions(screen.getByLabelText('Language'), 'fr');
    expect((await screen.findByLabelText<HTMLTextAreaElement>(/crm\.map\.yaml/u)).value).toContain('description: People');
  });

  it('is edited as YAML where a part serves in two places, or cannot be read', async () => {
    const { user } = open();
    await user.selectOptions(await screen.findByLabelText('Collection to edit'), 'again');
    expect(screen.getByText(/^This part is written once/u)).toBeTruthy();
    fireEvent.change(screen.getByLabelText('The file crm.map.yaml'), { target: { value: 'collections: [' } });
    expect(screen.getByText(/cannot be read as YAML just now/u)).toBeTruthy();
    fireEvent.change(screen.getByLabelText('The file crm.map.yaml'), { target: { value: 'dataMap: 1' } });
    expect(screen.getByText('Nothing is known of what it holds.')).toBeTruthy();
  });

  it('says so where it cannot be checked, and where there is none', async () => {
    open(YAML, new FakeService().on('checkDataMap', fault('INTERNAL')));
    expect(await screen.findByText('It could not be checked.')).toBeTruthy();
    open(null);
    expect(await screen.findByText(/^There is none: the connector/u)).toBeTruthy();
  });
});
