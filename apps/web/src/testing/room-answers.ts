import type { AcceptedOf, DocumentName } from '../api/service.js';

import { ROW } from './sample-answers.js';

type Answering = (given: Readonly<Record<string, unknown>>) => unknown;

/** What a document is answered with, as the service wraps it. */
export const data =
  <Name extends DocumentName>(_name: Name, accepted: AcceptedOf<Name>): Answering =>
  () => ({ data: accepted });

/** A source that all is well with. */
export const SOURCE: AcceptedOf<'sources'>['sources'][number] = {
  id: 'crm',
  title: 'The CRM',
  connector: 'mysql',
  connectorVersion: '0.1.0',
  lastCheck: { at: '2026-11-20T09:00:00Z', sound: true, drifted: 0 },
  coverage: { collections: 2, fields: 14, categorised: 12 },
  lastSearch: { at: '2026-11-21T09:00:00Z', collections: 2, troubles: [] },
};

/** A look at it. */
export const CHECK: AcceptedOf<'checkSource'>['checkSource'] = {
  __typename: 'SourceCheck',
  source: 'crm',
  system: 'MariaDB 11.8',
  readOnly: 'proved',
  sound: true,
  problem: null,
  collections: [{ collection: 'contact', status: 'ok', problems: [] }],
  advice: [],
};

type Collection = AcceptedOf<'dataMap'>['dataMap']['collections'][number];

/** A field of a data map. */
export const FIELD: Collection['fields'][number] = {
  name: 'email',
  title: 'E-mail address',
  description: null,
  category: 'pd:EmailAddress',
  origin: 'provided',
  identifies: 'email',
  isSpecial: false,
  isThirdParty: false,
  isFreeText: false,
  isSecret: false,
};

/** A collection of a data map. */
export const COLLECTION: Collection = {
  name: 'contact',
  title: 'Contacts',
  description: 'People we know.',
  activity: 'membership',
  isSearched: true,
  because: null,
  isLog: false,
  gaps: [],
  references: [],
  fields: [FIELD],
};

/** A data map. */
export const MAP: AcceptedOf<'dataMap'>['dataMap'] = {
  source: 'crm',
  yaml: 'dataMap: 1\n',
  file: 'crm.map.yaml',
  problem: null,
  unmapped: [],
  collections: [COLLECTION],
};

/** An entry of the trail. */
export const ENTRY: AcceptedOf<'audit'>['auditTrail']['edges'][number]['node'] = {
  id: 'aud_1',
  at: '2026-11-20T09:00:00Z',
  actorKind: 'staff',
  actor: 'stf_2',
  action: 'source.check',
  objectType: 'source',
  object: 'crm',
  outcome: 'done',
  details: '{"sound":true,"note":"text"}',
  sequence: 7,
};

/** A page of the trail. */
export function auditOf(entries: readonly Partial<typeof ENTRY>[], endCursor: string | null = null): Answering {
  const edges = entries.map((entry, index) => ({ node: { ...ENTRY, id: `aud_${String(index)}`, ...entry } }));
  const pageInfo = { hasNextPage: endCursor !== null, endCursor };
  return data('audit', { auditTrail: { edges, pageInfo, totalCount: edges.length } });
}

/** Somebody who works here. */
export const MEMBER: AcceptedOf<'staff'>['staff'][number] = {
  id: 'stf_2',
  login: 'paul',
  displayName: 'Paul Other',
  roles: ['handler'],
  hasPassword: true,
  hasSecondFactor: true,
  createdAt: '2026-01-01T00:00:00Z',
  lockedUntil: null,
  disabledAt: null,
};

/** A token that is good. */
export const TOKEN: AcceptedOf<'tokens'>['tokens'][number] = {
  id: 'tok_1',
  name: 'Website',
  scopes: ['request.open'],
  createdBy: 'stf_1',
  createdAt: '2026-01-01T00:00:00Z',
  expiresAt: '2999-01-01T00:00:00Z',
  lastUsedAt: null,
  revokedAt: null,
};

/** What a controller is set to. */
export const SETTINGS: AcceptedOf<'settings'> = {
  settings: {
    ...{ id: 'club', name: 'The Club', contact: 'privacy@example.org', officer: null, authority: null, hasRegister: true },
    ...{ timeZone: 'Europe/Paris', holidays: 'FR', phoneRegion: 'FR', signs: true },
    yaml: 'controller:\n  # As in the statutes\n  name: The Club\n  contact: privacy@example.org\n',
  },
  webhookEndpoints: [],
};

/** One's own ways in. */
export const ACCESS: AcceptedOf<'access'> = {
  passkeys: [],
  sessions: [
    {
      id: 'ses_1',
      createdAt: '2026-11-20T09:00:00Z',
      lastSeenAt: '2026-11-20T10:00:00Z',
      expiresAt: '2026-11-21T09:00:00Z',
      isThis: true,
    },
  ],
};

type Register = NonNullable<AcceptedOf<'register'>['register']>;

/** A rule of retention. */
export const RULE: Register['activities'][number]['retention'][number] = {
  fields: null,
  period: '2 years',
  days: 731,
  from: 'from the end of the membership',
  criterion: null,
  then: 'delete',
  laws: [],
  isAssumed: false,
};

/** A register with one activity. */
export const REGISTER: Register = {
  id: 'club',
  controller: 'The Club',
  activities: [
    {
      id: 'membership',
      title: 'Membership',
      role: 'controller',
      subjects: ['Members'],
      systems: ['CRM'],
      recipients: ['mailer'],
      purposes: [{ id: 'admin', title: 'Administration', bases: ['contract'] }],
      retention: [RULE],
    },
  ],
  recipients: [
    { id: 'mailer', title: 'Mailing services', name: 'Mail & Co', role: 'processor', countries: ['FR'], safeguard: null },
  ],
  lints: [],
  assumptions: [],
  unstated: [],
};

/** How the requests of a month were handled. */
export const MONTH: AcceptedOf<'figures'>['figures']['months'][number] = {
  month: '2026-11',
  received: 10,
  open: 3,
  overdue: 1,
  answered: 5,
  refused: 1,
  cancelled: 1,
  extended: 2,
  paused: 1,
  automatic: 4,
  incomplete: 1,
  inTime: 6,
  inFirstMonth: 5,
  medianDays: 12,
  failingSources: [{ source: 'crm', requests: 2 }],
};

/** The figures of these months. */
export function figuresOf(months: readonly (typeof MONTH)[]): Answering {
  return data('figures', { figures: { __typename: 'Figures', months } });
}

/** What another controller has sent. */
export const RECEIVED: AcceptedOf<'receivedTransmissions'>['receivedTransmissions'][number] = {
  ...{ id: 'rcv_1', sender: 'union', offered: 'tra_7', bytes: '1840000', sha256: 'ab12' },
  ...{ receivedAt: '2026-11-20T09:00:00Z', expiresAt: '2026-12-20T09:00:00Z' },
};

const EVIDENCE: AcceptedOf<'evidence'> = {
  evidenceBundle: {
    file: '/requests/req_1/evidence.json',
    pageInEnglish: '/requests/req_1/evidence.en.html',
    pageInFrench: '/requests/req_1/evidence.fr.html',
    key: 'example.test/trail+key',
  },
};

/** Requests by their references. */
export function referencesOf(rows: readonly { readonly id: string; readonly reference: string }[]): Answering {
  return data('references', { requests: { edges: rows.map(({ id, reference }) => ({ node: { id, reference } })) } });
}

/** Everything that the rooms beside the requests ask for. */
export function roomAnswers(): readonly (readonly [string, Answering[]])[] {
  return [
    ['sources', [data('sources', { sources: [SOURCE] })]],
    ['checkSource', [data('checkSource', { checkSource: CHECK })]],
    ['dataMap', [data('dataMap', { dataMap: MAP })]],
    ['checkDataMap', [data('checkDataMap', { checkDataMap: [] })]],
    ['activities', [data('activities', { register: { id: 'club', activities: [{ id: 'membership', title: 'Membership' }] } })]],
    ['drift', [data('drift', { register: { id: 'club', drift: [] } })]],
    ['references', [referencesOf([ROW])]],
    ['cost', [data('cost', { plan: [] })]],
    ['audit', [auditOf([{}])]],
    ['staff', [data('staff', { staff: [MEMBER] })]],
    ['tokens', [data('tokens', { tokens: [TOKEN], tokenScopes: ['request.open', 'something.new'] })]],
    ['settings', [data('settings', SETTINGS)]],
    ['failedCalls', [data('failedCalls', { failedWebhookCalls: [] })]],
    ['access', [data('access', ACCESS)]],
    ['figures', [figuresOf([MONTH])]],
    ['evidence', [data('evidence', EVIDENCE)]],
    ['register', [data('register', { register: REGISTER })]],
    ['receivedTransmissions', [data('receivedTransmissions', { receivedTransmissions: [RECEIVED] })]],
  ];
}
