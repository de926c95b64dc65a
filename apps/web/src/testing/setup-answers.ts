import type { AcceptedOf } from '../api/service.js';
import { data } from './room-answers.js';
import { ROW } from './sample-answers.js';

/** How people reach the service, and how it reaches them. */
export const SETUP: AcceptedOf<'setup'> = {
  setup: { publicUrl: 'https://privacy.example.org', mailServer: 'mail.example.org:465', mailFrom: 'privacy@example.org' },
};

type Kind = AcceptedOf<'connectors'>['connectors'][number];
const setting = (name: string, kind: string, more: Partial<Kind['settings'][number]> = {}): Kind['settings'][number] => ({
  ...{ name, kind, isRequired: true, byDefault: null, description: null, options: [] },
  ...more,
});

/** Two kinds of system that can be searched. */
export const CONNECTORS: readonly Kind[] = [
  {
    ...{ id: 'hubspot', title: 'HubSpot', needsDataMap: false },
    settings: [setting('token', 'secret', { description: 'The access token of a private app.' })],
  },
  {
    ...{ id: 'mysql', title: 'MySQL and MariaDB', needsDataMap: true },
    settings: [
      ...[setting('host', 'text'), setting('password', 'secret')],
      setting('port', 'number', { isRequired: false, byDefault: '3306' }),
      setting('mode', 'choice', { isRequired: false, options: ['strict', 'lax'] }),
      setting('quiet', 'flag', { isRequired: false, byDefault: 'false' }),
      setting('tls', 'group', { isRequired: false }),
    ],
  },
];

/** What the first steps are answered with, unless a test says otherwise: nothing is left to be done but a source. */
export function setupAnswers(): readonly (readonly [string, ReturnType<typeof data>[]])[] {
  return [
    ['setup', [data('setup', SETUP)]],
    ['mailCheck', [data('mailCheck', { mailCheck: { reached: true, problem: null } })]],
    ['anyRequest', [data('anyRequest', { requests: { edges: [{ node: ROW }], totalCount: 1 } })]],
    ['checkConfiguration', [data('checkConfiguration', { checkConfiguration: [] })]],
    ['connectors', [data('connectors', { connectors: CONNECTORS })]],
  ];
}
