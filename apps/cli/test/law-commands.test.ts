import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Run, Workshop } from './workshop.js';

const workshop = new Workshop();
beforeAll(() => workshop.open());
afterAll(() => {
  workshop.close();
});

const RECEIVED = ['deadlines', '--received', '2026-01-31'] as const;

describe('habeas deadlines', () => {
  it('says when a request is due, and how each day came about (DLN-01, DLN-03, DLN-06)', async () => {
    const { exitCode, out } = await workshop.run(...RECEIVED, '--at', '2026-02-01');
    expect(exitCode).toBe(0);
    expect(out).toContain('To be answered by: Saturday 28 February 2026');
    expect(out).toContain('Last day that the law leaves: Monday 2 March 2026');
    expect(out).toContain('  Sunday 1 March 2026 is no working day.');
    expect(out).toContain('Working date if extended: Tuesday 28 April 2026');
  });

  it('counts a question and an extension, in French, by the holidays of a region (DLN-02, DLN-05, DLN-07)', async () => {
    const asked = ['--question', '2026-02-02/2026-02-12', '--extended', '2026-02-20T09:00:00+01:00'];
    const { out } = await workshop.run(...RECEIVED, ...asked, '--at', '2026-02-21', '--language', 'fr', '--holidays', 'FR-57');
    expect(out).toContain('jours fériés FR-57');
    expect(out).toContain('Suspension de 10 jours');
    expect(out).toContain('Dernier jour laissé par la loi\u00a0: lundi 11 mai 2026');
  });

  it('gives the same to programs, with time zone and language of a configuration', async () => {
    const config = workshop.world.associationConfig;
    const { out } = await workshop.run(
      ...RECEIVED,
      '--at',
      '2026-02-01',
      '--question',
      '2026-02-01',
      '--config',
      config,
      '--json',
    );
    const told = JSON.parse(out) as { readonly dates: readonly object[] };
    expect(told).toMatchObject({ workBy: '2026-02-28', timeZone: 'Europe/Paris', isExtended: false });
    expect(told.dates).toContainEqual(expect.objectContaining({ name: 'duePaused' }));
  });

  it.each([
    ['a day that no month has', ['--received', '2026-02-30'], '--received: this is no day and no time'],
    ['a time without an offset', ['--received', '2026-02-03T10:00:00'], '--received: this is no day and no time'],
    ['a question that is no time', ['--received', '2026-01-31', '--question', 'soon'], '--question: this is no day'],
    [
      'an extension after the first month (DLN-05)',
      ['--received', '2026-01-31', '--extended', '2026-05-01'],
      'The first month is over',
    ],
    ['a calendar that does not exist', ['--received', '2026-01-31', '--holidays', 'XX'], 'There is no such calendar'],
  ])('refuses %s', async (_what, args, message) => {
    const { exitCode, err } = await workshop.run('deadlines', ...args, '--at', '2026-06-01');
    expect(exitCode).toBe(2);
    expect(err).toContain(message);
  });

  it('says where the calendar does not reach (DLN-02)', async () => {
    const { out } = await workshop.run('deadlines', '--received', '2039-05-10', '--at', '2039-05-11', '--language', 'fr');
    expect(out).toContain('NON VÉRIFIÉE');
  });
});

describe('habeas scope', () => {
  it('says of each field what a person gets of it, and why, without asking any source (SCP-01, PRT-01)', async () => {
    const config = workshop.variant('hostel.yaml', 'nowhere.yaml', (text) => text.replaceAll('.sqlite', '.gone'));
    const { exitCode, out } = await workshop.run('scope', '--config', config, '--language', 'en');
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^hostel\.prospect: campaigns/mu);
    expect(out).toMatch(/^courriel\s+include \(held\)\s+include \(portable\)$/mu);
    expect(out).toMatch(/^ {2}include \(portable\): .*Art\. 20\(1\) GDPR/mu);
  });

  it('names what is never read, and a basis that the policy leaves open', async () => {
    const { exitCode, out } = await workshop.run('scope', '--config', workshop.world.associationConfig, '--language', 'en');
    expect(exitCode).toBe(3);
    expect(out).toMatch(/never read\s+never read$/mu);
    expect(out).toMatch(/undetermined \(basis\)/u);
  });

  it('ends with 3 where a fact is missing, and names it, for programs too (PRF-03)', async () => {
    workshop.variant('membership.map.yaml', 'open.map.yaml', (text) => text.replaceAll(/activity: \w+/gu, ''));
    const config = workshop.variant('association.yaml', 'open.yaml', (text) => text.replace('membership.map', 'open.map'));
    const { exitCode, out } = await workshop.run('scope', '--config', config, '--json');
    expect(exitCode).toBe(3);
    expect(out).toContain('"missing": [');
    expect((await workshop.run('scope', '--config', config)).out).toMatch(/member: NO ACTIVITY[\s\S]*undetermined \(activity\)/u);
  });

  it('needs a register', async () => {
    const config = workshop.variant('association.yaml', 'without.yaml', (text) => text.replace(/\n\s+register: .*/u, ''));
    const { exitCode, err } = await workshop.run('scope', '--config', config);
    expect(exitCode).toBe(2);
    expect(err).toContain('controller.register: there is no register');
  });
});

const EXTENSION = {
  reference: '2026-0042',
  receivedOn: '2026-01-31',
  date: '2026-02-20',
  addressee: 'Ann Sample',
  reason: 'volume_of_data',
  explanation: 'Two of nine systems are archives on paper, which we go through by hand',
  newDueOn: '2026-04-20',
};

describe('habeas letter', () => {
  const letter = (kind: string, facts: object, out: string, config = workshop.world.associationConfig): Promise<Run> => {
    writeFileSync(workshop.path('facts.yaml'), JSON.stringify(facts));
    const files = ['--facts', workshop.path('facts.yaml'), '--out', join(workshop.folder, out), '--language', 'en'];
    return workshop.run('letter', kind, '--config', config, ...files);
  };
  const read = (out: string): string => readFileSync(join(workshop.folder, out), 'utf8');

  it('writes a notice of extension with the dates of its request, for its reader alone (DLN-05, DLN-11)', async () => {
    const { exitCode, out } = await letter('extension', EXTENSION, 'extension.html');
    expect(exitCode).toBe(0);
    expect(out).toMatch(/extension\.html$/u);
    expect(read('extension.html')).toContain('20 April 2026');
    expect(read('extension.html')).toContain('Ann Sample');
    expect(statSync(join(workshop.folder, 'extension.html')).mode & 0o077).toBe(0);
  });

  it('writes the same as text and as print', async () => {
    await letter('extension', EXTENSION, 'extension.txt');
    expect(read('extension.txt')).toMatch(/by 20 April\s2026[\s\S]*\n$/u);
    await letter('extension', EXTENSION, 'extension.pdf');
    expect(read('extension.pdf')).toMatch(/^%PDF-/u);
  });

  it('says what it searched for, masked', async () => {
    const { reference, receivedOn, date, addressee } = EXTENSION;
    const caseFile = { holds: ['request', 'identifiers'], keptUntil: '2031-02-20' };
    const search = { snapshotOn: '2026-02-01', sources: ['Members'], isComplete: true, records: 0 };
    const identifiers = [{ kind: 'email', value: 'ann@example.org' }];
    const facts = { reference, receivedOn, date, addressee, dueOn: '2026-03-02', caseFile, search, identifiers };
    expect(await letter('no_data', facts, 'nothing.txt')).toMatchObject({ exitCode: 0, err: '' });
    expect(read('nothing.txt')).toContain('a…@example.org');
  });

  it('has the words of the controller in it', async () => {
    writeFileSync(workshop.path('letters.yaml'), 'closing: { en: With the best wishes of all of us }\n');
    const config = workshop.variant('association.yaml', 'worded.yaml', (text) =>
      text.replace('controller:', 'controller:\n  letters: ./letters.yaml'),
    );
    await letter('extension', EXTENSION, 'worded.txt', config);
    expect(read('worded.txt')).toContain('With the best wishes of all of us');
    const gone = workshop.variant('worded.yaml', 'gone.yaml', (text) => text.replace('letters.yaml', 'no-words.yaml'));
    expect(await letter('extension', EXTENSION, 'gone.txt', gone)).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('no-words.yaml: there is no such file'),
    });
  });

  it('is refused with each thing that the law demands and that is missing, and nothing is written (OUT-02)', async () => {
    const { exitCode, err } = await letter('refusal', { ...EXTENSION, identifiers: ['x', {}, { value: 1 }] }, 'refusal.txt');
    expect(exitCode).toBe(2);
    expect(err).toMatch(/refusal cannot be written[\s\S]*dueOn[\s\S]*grounds/u);
    expect(err).not.toContain('Ann Sample');
    expect(() => read('refusal.txt')).toThrow('ENOENT');
  });

  it('is refused without a day of receipt, and without a register', async () => {
    const { receivedOn: _, ...facts } = EXTENSION;
    expect((await letter('extension', facts, 'x.txt')).err).toContain('receivedOn');
    const config = workshop.variant('association.yaml', 'silent.yaml', (text) => text.replace(/\n\s+register: .*/u, ''));
    expect((await letter('extension', EXTENSION, 'x.txt', config)).err).toContain('there is no register');
  });

  it('never overwrites a letter, and wants a form that it knows', async () => {
    await letter('extension', EXTENSION, 'once.txt');
    expect((await letter('extension', EXTENSION, 'once.txt')).err).toContain('there is a file of this name already');
    expect((await letter('extension', EXTENSION, 'nowhere/x.txt')).err).toContain('it cannot be written');
    expect((await letter('extension', EXTENSION, 'x.docx')).err).toContain('end its name in .html, .txt, .pdf');
    expect((await letter('thanks', EXTENSION, 'x.txt')).err).toContain('there is no letter "thanks"');
  });
});
