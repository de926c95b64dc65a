import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadRegister } from '@habeas/configuration';
import { parseDataMap } from '@habeas/connector-sdk';
import { assumptionsOf, type Quote } from '@habeas/core/law';
import { type DataMapName, dataMapFile } from './data-maps.js';
import { type RegisterName, registerFile, REGISTERS } from './registers.js';

/** Lints as `ID place`, for each register. Where they are more than a first reading of its policy finds, the comment says why. */
const EXPECTED: Readonly<Record<RegisterName, readonly string[]>> = {
  'management-assistants': [
    'ID_SYSTEMATIC identity.policyRequires',
    'DPO_MISSING contacts.dpo',
    'RIGHT_OMITTED rights',
    'CONTRADICTION declares.noSaleOrSharing',
    'BASIS_MISSING activities.photos.purposes',
    'ART9_NO_CONDITION activities.event_diet.article9',
    'HEALTH_TERM_UNSAID activities.event_diet.healthFastTrack',
    'RECIPIENT_UNNAMED recipients.other_members',
    'RECIPIENT_UNNAMED recipients.service_providers',
    'RECIPIENT_UNNAMED recipients.event_partners',
    'TRANSFER_NO_SAFEGUARD recipients.other_members',
  ],
  'assistance-network': [
    'BASIS_MISSING activities.web_form.purposes.requests.bases',
    'BASIS_MISSING activities.partner_crm.purposes.network.bases',
    'BASIS_MISSING activities.connection_log.purposes.security.bases',
    'RECIPIENT_UNNAMED recipients.group_entities',
    'RECIPIENT_UNNAMED recipients.subcontractors',
    'RECIPIENT_UNNAMED recipients.telephony_providers',
    'TRANSFER_NO_SAFEGUARD recipients.wafa_ima_assistance',
    // "Applicable limitation periods" is a criterion in words, and names no law that would fix it.
    'RET_VAGUE activities.web_form.retention.0',
    'RET_VAGUE activities.partner_crm.retention.0',
  ],
  'assess-manager': [
    'ID_SYSTEMATIC identity.policyRequires',
    'PROXY_EXCLUDED identity.inPersonOnly',
    'RIGHT_OMITTED rights.restriction',
    'PORT_NARROW portability.policyScope.bases',
    'PORT_NARROW portability.policyScope.onlyThrough',
    'REGISTER_DENIED declares.noRegister',
    'BASIS_MISSING activities.aml.purposes.aml.bases',
    'BASIS_MISSING activities.cctv.purposes.security.bases',
    // Not in law §6.3, and true: the traces of accesses are no purpose of L72-84, so L90-91 give them no basis.
    'BASIS_MISSING activities.access_trace.purposes.traceability.bases',
    'RECIPIENT_UNNAMED recipients.recruitment_firm',
    'RECIPIENT_UNNAMED recipients.service_providers',
    'RECIPIENT_UNNAMED recipients.subcontractors',
    'RECIPIENT_UNNAMED recipients.professional_bodies',
    // Not in law §6.3, and true: the table of periods (L114-120) has no line for video surveillance.
    'RET_VAGUE activities.cctv.retention',
    'RET_GUIDANCE activities.contact_crm.retention.0',
    'RET_GUIDANCE activities.newsletter.retention.1',
  ],
  'assistance-charter': [
    'PORT_NARROW portability.policyScope.onlyThrough',
    'BASIS_MISSING activities.contract_db.purposes.contracts.bases',
    'BASIS_MISSING activities.assistance_case.purposes.assistance.bases',
    'BASIS_MISSING activities.call_recording.purposes.recording.bases',
    'BASIS_MISSING activities.survey.purposes.survey.bases',
    'BASIS_MISSING activities.analytics.purposes.improvement.bases',
    'BASIS_MISSING activities.digital_account.purposes',
    'ART9_NO_CONDITION activities.assistance_case.article9',
    // Whether it is a health establishment its charter does not say: that is for its officer.
    'HEALTH_TERM_UNSAID activities.assistance_case.healthFastTrack',
    'RECIPIENT_UNNAMED activities.contract_db.recipients',
    'RECIPIENT_UNNAMED activities.assistance_case.recipients',
    'RECIPIENT_UNNAMED activities.call_recording.recipients',
    'RECIPIENT_UNNAMED activities.survey.recipients',
    'RECIPIENT_UNNAMED activities.analytics.recipients',
    'RECIPIENT_UNNAMED activities.digital_account.recipients',
    'RET_VAGUE activities.contract_db.retention',
    'RET_VAGUE activities.assistance_case.retention',
    'RET_VAGUE activities.call_recording.retention.0',
    'RET_VAGUE activities.survey.retention',
    'RET_VAGUE activities.analytics.retention',
    'RET_VAGUE activities.digital_account.retention',
  ],
  'hostel-association': [
    'ID_SYSTEMATIC identity.policyRequires',
    'NO_ECHANNEL contacts.rightsChannels',
    'RECIPIENT_UNNAMED recipients.subsidiaries',
    'RECIPIENT_UNNAMED recipients.subcontractors',
    'RET_VAGUE activities.campaigns.retention.1',
  ],
};

const POLICIES = new URL('../../../../shared/seeds/', import.meta.url);
const registers = REGISTERS.map((name) => ({ name, ...loadRegister(registerFile(name)) }));

it('lists every register that is there', () => {
  const files = readdirSync(dirname(registerFile('assess-manager'))).map((file) => file.replace('.register.yaml', ''));
  expect([...REGISTERS].sort()).toEqual(files.sort());
});

describe.each(registers)('the register $name', ({ name, register, lints }) => {
  it('PRF-04: has exactly the lints that its policy earns', () => {
    expect(lints.map(({ id, path }) => `${id} ${path.join('.')}`)).toEqual(EXPECTED[name]);
  });

  it('PRF-03: states nothing without the words of its policy, and assumes nothing without a reason', () => {
    expect(assumptionsOf(register).filter(({ reason }) => reason === '')).toEqual([]);
    const activities = Object.values(register.activities);
    const bases = activities.flatMap(({ purposes = {} }) => Object.values(purposes)).flatMap(({ bases: all = [] }) => all);
    const rules = activities.flatMap(({ retention = [] }) => retention);
    const fields = activities.flatMap(({ fields: all = {} }) => Object.values(all));
    const facts = [...bases, ...rules, ...fields, ...Object.values(register.recipients)];
    expect(facts.filter(({ quote, assumed }) => quote === undefined && assumed === undefined)).toEqual([]);
  });

  (existsSync(POLICIES) ? it : it.skip)('PRF-03: quotes its policy to the letter, with the line', () => {
    const lines = readFileSync(new URL(register.policy ?? '', POLICIES), 'utf8').split('\n');
    const quotes = [...quotesIn(register)];
    expect(quotes.length).toBeGreaterThan(20);
    expect(quotes.filter(({ line, text }) => lines[line - 1]?.includes(text) !== true)).toEqual([]);
  });

  it('has the stem of its policy as id', () => {
    expect(register.policy).toBe(`${register.id}.txt`);
  });
});

it('PRF-03: two controllers of one group are linked and not merged, and share nothing with the one of the same acronym', () => {
  const groups = registers.map(({ name, register }) => [name, register.groupId]).filter(([, group]) => group !== undefined);
  expect(groups).toEqual([
    ['assistance-network', 'ima-niort'],
    ['assistance-charter', 'ima-niort'],
  ]);
  expect(new Set(registers.map(({ register }) => register.id)).size).toBe(REGISTERS.length);
});

it('INT-07: what clients run in the tool of assess-manager is theirs to answer, and that is an assumption', () => {
  const { register } = registers.find(({ name }) => name === 'assess-manager')!;
  const forwarded = Object.entries(register.activities).filter(([, { role }]) => role.is === 'processor');
  expect(forwarded).toEqual([
    [
      'client_recruitment',
      expect.objectContaining({ role: expect.objectContaining({ assumed: true }), onBehalfOf: expect.anything() }),
    ],
  ]);
});

describe.each<[DataMapName, RegisterName]>([
  ['membership', 'management-assistants'],
  ['events', 'management-assistants'],
  ['newsletter', 'management-assistants'],
  ['hostel', 'hostel-association'],
  ['contracts', 'assistance-charter'],
  ['cases', 'assistance-charter'],
  ['partners', 'assistance-network'],
  ['crm', 'assess-manager'],
  ['site', 'assess-manager'],
])('the data map %s', (map, name) => {
  it(`PRF-01: names activities that stand in the register ${name}`, () => {
    const file = dataMapFile(map);
    const { collections } = parseDataMap(readFileSync(file, 'utf8'), basename(file)).map;
    const { register } = registers.find((each) => each.name === name)!;
    const activities = Object.values(collections).flatMap(({ activity }) => activity ?? []);
    expect(activities.filter((activity) => !Object.hasOwn(register.activities, activity))).toEqual([]);
  });
});

function* quotesIn(value: unknown): Iterable<Quote> {
  if (typeof value !== 'object' || value === null) return;
  if ('quote' in value) yield value.quote as Quote;
  for (const inner of Object.values(value)) yield* quotesIn(inner);
}
