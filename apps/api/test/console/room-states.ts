import { ROOMS } from './room-pictures.js';
import { of, type Reach, type ScreenState } from './screen-state.js';
import type { Answered } from './screen-story.js';

const GRAPHQL = '**/graphql';
const DIALOG_FAULT = '[role=dialog] .fault:not(:empty)';

/** The files that rooms are made in. */
const FILES: Readonly<Record<string, string>> = {
  'data-map': 'source-page',
  'data-map-editor': 'map-editor-page',
  programs: 'tokens-page',
  'first-steps': 'first-steps-page',
  'first-controller': 'config-page',
  'first-source': 'config-page',
};

const to =
  (path: string): Reach =>
  (story) =>
    story.go(`club/${path}`);
const asAuditor =
  (path: string): Reach =>
  (story) =>
    story.go(`club/${path}`, 'auditor');
const whileAnswered =
  (path: string, how: Answered): Reach =>
  async (story) => {
    story.be('officer');
    await story.answer(GRAPHQL, how);
    await story.go(`club/${path}`);
  };
/** Presses something in a room, once it is there. */
const pressing =
  (path: string, ...keys: readonly string[]): Reach =>
  async (story) => {
    await story.go(`club/${path}`);
    for (const key of keys) await story.press(key);
  };
/** Opens a dialog of a room, and sends it as it is. */
const sending =
  (path: string, key: string): Reach =>
  async (story) => {
    await pressing(path, key)(story);
    await story.page.waitForSelector('[role=dialog]');
    await story.send();
  };

/** Each room as it is, on its way, out of order, and where a role does not see it. */
const EACH_ROOM: readonly ScreenState[] = ROOMS.flatMap(([name, path, isThere]) => {
  const screen = FILES[name] ?? `${name}-page`;
  if (name.startsWith('first-')) return of(screen, [name, to(path), isThere]);
  const isForAll = name === 'settings' || name === 'overview' || name === 'audit';
  return [
    ...of(
      screen,
      ['as it is', to(path), isThere],
      ['on its way', whileAnswered(path, 'held'), '.loading'],
      ['it could not be loaded', whileAnswered(path, 'broken'), '.failed'],
    ),
    ...(isForAll ? [] : of(screen, ['for a role that does not see it', asAuditor(path), '.empty'])),
  ];
});

/** As if another controller had sent something. */
const withReceived: Reach = async (story) => {
  const at = new Date().toISOString();
  const one = { sender: 'union', offered: 'tra_7', bytes: '1840000', sha256: 'ab12'.repeat(16), receivedAt: at, expiresAt: at };
  await story.page.route(GRAPHQL, (route) =>
    /query ConsoleReceivedTransmissions\b/u.test(route.request().postData() ?? '')
      ? route.fulfill({ json: { data: { receivedTransmissions: [{ ...one, id: 'rcv_1' }] } } })
      : route.fallback(),
  );
  await story.go('club/received');
};

/** See {@link ScreenState}: of the rooms. */
export const ROOM_STATES: readonly ScreenState[] = [
  ...EACH_ROOM,
  ...of(
    'inbox-page',
    ['as it is', to('requests'), 'table.requests'],
    ['on its way', whileAnswered('requests', 'held'), '.loading'],
    ['the service is away', whileAnswered('requests', 'away'), '.away:not(.none)'],
    ['it could not be loaded', whileAnswered('requests', 'broken'), '.failed'],
    ['nothing fits', to('requests?reference=none'), '.empty a'],
    ['there is none', (story) => story.go('hostel/requests'), '.empty'],
    ['for a role that does not see it', asAuditor('requests'), '.empty'],
  ),
  ...of('bulk-dialog', [
    'many are started',
    async (story) => {
      await pressing('requests', 'bulk.all')(story);
      await story.page.locator('.bulk .button').nth(1).click();
    },
    '[role=dialog]',
  ]),
  ...of(
    'missing-page',
    ['no such room', to('nothing'), 'main.narrow h1'],
    ['no such controller', (story) => story.go('nobody/requests'), 'main.narrow h1'],
    ['no such request', to('requests/req_none'), 'main.narrow h1'],
  ),
  ...of('catch-all', [
    'a part of the console is gone',
    async (story) => {
      await story.go('club/requests?reference=none');
      await story.page.waitForSelector('.empty');
      await story.page.route('**/overview-page*', (route) => route.abort());
      await story.go('club/overview');
      await story.page.waitForSelector('main.narrow .button');
      story.forgive(/dynamically imported module/u);
    },
    'main.narrow .button',
  ]),
  ...of('overview-page', ['for a role that sees counts alone', asAuditor('overview'), '.tiles']),
  ...of(
    'sources-page',
    ['a source is tested', pressing('sources', 'sources.check'), '.check'],
    ['compared with the register', pressing('sources', 'drift.ask'), '.findings li'],
  ),
  ...of('source-page', ['no such source', to('sources/none'), '.empty, .failed']),
  ...of(
    'map-editor-page',
    [
      'the YAML cannot be read',
      async (story) => {
        await story.go('club/sources/membership/edit');
        await story.page.fill('.editor textarea', 'collections: [');
      },
      '.editor .findings li',
    ],
    [
      'a field is opened',
      async (story) => {
        await story.press('edit.reset');
        await story.page.locator('.editor summary').first().click();
      },
      'details[open] select',
    ],
  ),
  ...of(
    'audit-page',
    ['the trail is whole', pressing('audit', 'verdict.ask'), '.check'],
    ['no entry fits', to('audit?action=store.restore'), '.empty'],
    ['no such request', to('audit?request=2020-0001'), '.empty'],
    ['of one request', (story) => story.go(`club/audit?request=${story.requests.released}`), '.cards'],
    ['for whoever reads it alone', asAuditor('audit'), '.cards'],
  ),
  ...of('settings-page', ['for whoever sees their own alone', asAuditor('settings'), '.cards']),
  ...of('invite-dialog', ['nothing is filled in', sending('people', 'people.invite'), DIALOG_FAULT]),
  ...of('once-dialog', [
    'a code is shown once',
    async (story) => {
      await pressing('people', 'people.invite')(story);
      await story.page.locator('[role=dialog] input').nth(0).fill('Ada Almost');
      await story.page
        .locator('[role=dialog] input')
        .nth(1)
        .fill(`ada${String(Math.random()).slice(2)}`);
      await story.page.locator('[role=dialog] [type=checkbox]').first().check();
      await story.send();
    },
    '.once-told code',
  ]),
  ...(['roles', 'reset', 'disable'] as const).flatMap((act) =>
    of(`${act}-dialog`, [
      'as it is',
      async (story) => {
        await story.go('club/people');
        await story.press(`people.${act}Of`, { name: 'The officer' });
      },
      '[role=dialog]',
    ]),
  ),
  ...of('issue-dialog', ['nothing is filled in', sending('programs', 'tokens.issue'), DIALOG_FAULT]),
  ...of('confirm-dialog', [
    'a token is revoked',
    async (story) => {
      await story.go('club/programs');
      await story.press('tokens.revokeOf', { name: 'A program' });
    },
    '[role=dialog]',
  ]),
  ...of(
    'received-page',
    [
      'something has come',
      async (story) => {
        story.be('officer');
        await withReceived(story);
      },
      '.cards code',
    ],
    [
      'it is deleted for good',
      async (story) => {
        story.be('officer');
        await withReceived(story);
        await story.press('received.deleteOf', { sender: 'union', offered: 'tra_7' });
      },
      '[role=dialog]',
    ],
  ),
];
