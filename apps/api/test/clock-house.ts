import Database from 'better-sqlite3';
import { join } from 'node:path';
import { Officer } from '../src/demo/officer.js';
import { startService } from '../src/start.js';
import { serviceLog } from './house.js';
import { type SmallHouse, smallFolder } from './small-house.js';

/** How a controller counts. */
export interface CountingTerms {
  /** Under whose law it is. */
  readonly jurisdiction: string;
  /** What its register says of the activity that holds files. */
  readonly healthFastTrack?: boolean;
  /** `deadlines:` of its habeas.yaml. */
  readonly deadlines?: string;
  /** Further lines of service.yaml. */
  readonly settings?: string;
}

/** Somebody who is a member and has a file, and somebody who is a member only. */
export const PATIENT = 'ann@example.org';
export const VISITOR = 'bob@example.org';

const field = (id: string, more: string): string =>
  `      ${id}: { title: { en: ${id}, fr: ${id} }, category: 'pd:Name', ${more} }\n`;

const MAP = `dataMap: 1
collections:
  member:
    title: { en: Members, fr: Membres }
    activity: membership
    fields:
${field('id', 'origin: derived')}${field('email', 'origin: provided, identifier: email')}  file:
    title: { en: Files, fr: Dossiers }
    activity: care
    fields:
${field('id', 'origin: derived')}${field('email', 'origin: provided, identifier: email')}${field('note', 'origin: observed')}`;

const activity = (id: string, field: string, more = ''): string => `  ${id}:
    title: { en: ${id}, fr: ${id} }
    role: controller
${more}    subjects: [members]
    purposes: { administration: { title: { en: Administration, fr: Gestion }, bases: [{ basis: contract }] } }
    fields: { ${field}: { title: { en: ${field}, fr: ${field} }, category: 'pd:Name', origin: provided } }
    collectedFrom: [{ title: { en: The member, fr: Le membre } }]
    recipients: [host]
    adm: { level: none }
    retention: [{ anchor: membership.endedAt, period: P2Y }]
`;

const registerOf = ({ jurisdiction, healthFastTrack }: CountingTerms): string => `register: 1
id: example_practice
controller: { name: Example Practice, legalForm: practice, address: 1 Example Street, country: ${jurisdiction}, representative: Example Office }
contacts:
  dpo: { email: dpo@practice.example }
  rightsChannels: [{ type: email, value: dpo@practice.example }]
supervisoryAuthority: { name: Example Authority, contact: { url: 'https://authority.example/' }, complaint: {} }
jurisdiction: ${jurisdiction}
timeZone: ${jurisdiction === 'GB' ? 'Europe/London' : 'Europe/Paris'}
holidayCalendar: FR # habeas.yaml names another
languages: [en, fr]
identity: { policyRequires: none }
declares: {}
caseRetention: { length: P5Y, justification: claims }
archiveRetention: { length: P30D, justification: time to download }
subjects: { members: { title: { en: Members, fr: Membres } } }
recipients:
  host: { title: { en: Hosting, fr: Hébergement }, name: Example Hosting, role: processor, location: { in: [FR] } }
activities:
${activity('membership', 'name')}${activity('care', 'note', healthFastTrack === undefined ? '' : `    healthFastTrack: ${String(healthFastTrack)}\n`)}unstated: [provision, security, rights]
`;

/** A service whose club counts as it is told to: it has a table of members and one of files. */
export async function clockHouse(terms: CountingTerms): Promise<SmallHouse & { readonly officer: Officer }> {
  const { jurisdiction, deadlines = '{}', settings = 'worker: { idleSeconds: 0.02 }\n' } = terms;
  const folder = smallFolder(settings);
  const database = new Database(join(folder.folder, 'practice.sqlite'));
  for (const table of ['member', 'file']) {
    database.exec(`CREATE TABLE ${table} (id INTEGER PRIMARY KEY, email TEXT${table === 'file' ? ', note TEXT' : ''});
      CREATE INDEX ${table}_email ON ${table} (email)`);
  }
  for (const email of [PATIENT, VISITOR]) database.prepare('INSERT INTO member (email) VALUES (?)').run(email);
  database.prepare('INSERT INTO file (email, note) VALUES (?, ?)').run(PATIENT, 'Seen on Monday.');
  database.close();
  folder.write('practice.map.yaml', MAP);
  folder.write('practice.register.yaml', registerOf(terms));
  folder.write(
    'practice.yaml',
    `habeas: 1\ncontroller: { name: Example Practice, register: ./practice.register.yaml, ` +
      `holidays: ${jurisdiction === 'GB' ? 'GB-ENG' : 'FR'}, deadlines: ${deadlines} }\n` +
      'sources:\n  practice: { connector: sqlite, dataMap: ./practice.map.yaml, config: { file: ./practice.sqlite } }\n',
  );
  const configFile = folder.write(
    'service.yaml',
    `service: 1\ncontrollers: { club: ./practice.yaml }\nlisten: { port: 0 }\noperations: { port: 0 }\n${settings}`,
  );
  const log: string[] = [];
  const started = await startService({ config: configFile, role: 'all' }, serviceLog(log));
  const url = started.url ?? '';
  const officer = await Officer.first({ url, setUpCode: started.setUpCode ?? '', controller: 'club' });
  const stop = async (): Promise<void> => {
    await started.stop();
    folder.remove();
  };
  return { ...folder, configFile, started, service: started.service, url, log, stop, officer };
}
