import { of, type Reach, type ScreenState } from './screen-state.js';
import type { Answered, ShownRequests } from './screen-story.js';

const GRAPHQL = '**/graphql';
const RECORD = '.record .fields';

/** The page of a request, or what is below it. */
export const to =
  (name: keyof ShownRequests, path = ''): Reach =>
  (story) =>
    story.go(`club/requests/${story.requests[name]}${path}`);
/** Opens a dialog of a request. */
export const opening =
  (name: keyof ShownRequests, key: string): Reach =>
  async (story) => {
    await to(name)(story);
    await story.press(key);
    await story.page.waitForSelector('[role=dialog]');
  };
/** Opens a dialog of a request, and sends it with nothing said. */
export const sending =
  (name: keyof ShownRequests, key: string): Reach =>
  async (story) => {
    await opening(name, key)(story);
    await story.send();
  };
/** Has everything answered otherwise, but what the page itself asks first. */
const partsAre =
  (how: Answered): Reach =>
  async (story) => {
    await to('waiting')(story);
    await story.page.waitForSelector('.trail li');
    await story.answer(GRAPHQL, how);
    await story.page.route(GRAPHQL, (route) =>
      /query Console(?:Request|Viewer)\b/u.test(route.request().postData() ?? '') ? route.continue() : route.fallback(),
    );
    await story.page.reload();
  };
const whileAnswered =
  (how: Answered): Reach =>
  async (story) => {
    story.be('officer');
    await story.answer(GRAPHQL, how);
    await to('waiting')(story);
  };
/** Decides something, and is asked for a proof over the dialog. */
const asked =
  (how: 'over' | 'step-up'): Reach =>
  async (story) => {
    await opening('waiting', 'act.cancel')(story);
    await story.page.locator('[role=dialog] textarea').first().fill('By telephone.');
    await story.answer(GRAPHQL, how);
    await story.send();
  };

/** As if an heir asked, for a purpose that was accepted. */
const anHeirs: Reach = async (story) => {
  const orders = { source: 'club', collection: 'members', title: 'Members', records: 4, files: 0, standing: 'some', needed: 1 };
  const places = [{ source: 'club', collection: 'members', recordId: null }];
  const rulings = [{ isNeeded: true, places, reason: 'What is owed.', by: 'stf_0', at: new Date().toISOString() }];
  const heirPart = { purpose: 'estate_settlement', isRuled: true, collections: [orders], rulings };
  await story.page.route(GRAPHQL, async (route) => {
    const [, name = ''] = /query (ConsoleRequest|ConsoleHeirPart|ConsoleProof)\b/u.exec(route.request().postData() ?? '') ?? [];
    if (name === '') return route.fallback();
    const { data } = (await (await route.fetch()).json()) as { readonly data: { readonly request: { readonly proof?: object } } };
    const { request } = data;
    const more = { ConsoleRequest: { isForHeir: true }, ConsoleProof: { proof: { ...request.proof, onBehalf: 'heir' } } }[name];
    return route.fulfill({ json: { data: { ...data, request: { ...request, ...(more ?? { heirPart }) } } } });
  });
};

/** See {@link ScreenState}: of requests, and the records that were found for them. */
export const REQUEST_STATES: readonly ScreenState[] = [
  ...of(
    'request-page',
    ['waits for its release', to('waiting'), '.trail li'],
    ['on its way', whileAnswered('held'), '.loading'],
    ['the service is away', whileAnswered('away'), '.away:not(.none)'],
    ['it could not be loaded', whileAnswered('broken'), '.failed'],
    ['its parts are on their way', partsAre('held'), '.part .loading'],
    ['its parts could not be loaded', partsAre('broken'), '.part .failed'],
    ['waits for a proof', to('unproved'), '.trail li'],
    ['waits for an answer', to('asked'), '.exchange'],
    ['is released', to('released'), '.trail li'],
    ['for a role that does not see it', (story) => story.go(`club/requests/${story.requests.waiting}`, 'auditor'), '.empty'],
    [
      'a match is compared',
      async (story) => {
        await to('doubtful')(story);
        await story.press('matches.compare');
      },
      '.sides',
    ],
    [
      'a match is decided without a reason',
      async (story) => {
        await story.press('matches.save');
      },
      '.match .fault:not(:empty), .match [role=alert]',
    ],
  ),
  ...of('act-dialog', ['is started', opening('ready', 'act.start'), '[role=dialog]']),
  ...of('release-dialog', ['as it is', opening('waiting', 'act.release'), '[role=dialog] input']),
  ...of('ask-dialog', ['nothing is asked', sending('waiting', 'act.ask'), '[role=dialog] .fault:not(:empty)']),
  ...of('answer-dialog', ['as it is', opening('asked', 'act.answer'), '[role=dialog] textarea']),
  ...of('extend-dialog', ['nothing is said', sending('waiting', 'act.extend'), '[role=dialog] .fault:not(:empty)']),
  ...of('cancel-dialog', ['nothing is said', sending('waiting', 'act.cancel'), '[role=dialog] .fault:not(:empty)']),
  ...of('refuse-dialog', ['nothing is said', sending('waiting', 'act.refuse'), '[role=dialog] .fault:not(:empty)']),
  ...of(
    'special-refusals',
    ['another controller, unsaid', sending('waiting', 'act.wrongController'), '[role=dialog] .fault:not(:empty)'],
    ['nobody, unsaid', sending('unproved', 'act.unidentifiable'), '[role=dialog] .fault:not(:empty)'],
  ),
  ...of('other-rights', ['nothing is chosen', sending('waiting', 'otherRights.note'), '[role=dialog] .fault:not(:empty)']),
  ...of('fee-dialog', ['as it is', opening('waiting', 'act.announceFee'), '[role=dialog] select']),
  ...of('duty-dialogs', ['a death is noted', opening('waiting', 'duty.death'), '[role=dialog] textarea']),
  ...of(
    'heir-dialog',
    [
      'nothing is said',
      async (story) => {
        await anHeirs(story);
        await sending('waiting', 'heir.rule')(story);
      },
      '[role=dialog] .fault:not(:empty)',
    ],
    [
      'the part beside it',
      async (story) => {
        await anHeirs(story);
        await to('waiting')(story);
      },
      '.part table caption',
    ],
  ),
  ...of('doubt-dialog', ['nothing is said', sending('waiting', 'sure.noteDoubt'), '[role=dialog] .fault:not(:empty)']),
  ...of('representation-dialog', [
    'nothing is said',
    async (story) => {
      await anHeirs(story);
      await sending('waiting', 'represent.decide')(story);
    },
    '[role=dialog] .fault:not(:empty)',
  ]),
  ...of('letter-dialog', ['as it is', opening('waiting', 'letters.write'), '[role=dialog]']),
  ...of('receipt-dialog', ['nothing is said', sending('waiting', 'receipt.correct'), '[role=dialog] .fault:not(:empty)']),
  ...of('reminder-dialog', ['as it is', opening('waiting', 'remind.note'), '[role=dialog] textarea']),
  ...of('shred-dialog', ['it is not said that it is meant', sending('released', 'act.shred'), '[role=dialog] [role=alert]']),
  ...of(
    'proof-dialogs',
    ['a session is over, with a dialog open', asked('over'), '[role=dialog] input[autocomplete=username]'],
    [
      'the sign-in over the page is refused',
      async (story) => {
        await story.page.fill('input[autocomplete=username]', 'nobody');
        await story.page.fill('input[type=password]', 'wrong');
        await story.page.keyboard.press('Enter');
      },
      '[role=dialog] .fault-box',
    ],
    ['a fresh proof is asked for', asked('step-up'), '[role=dialog] input[autocomplete=one-time-code]'],
    [
      'the proof is wrong',
      async (story) => {
        await story.page.fill('input[autocomplete=one-time-code]', '000000');
        await story.page.keyboard.press('Enter');
      },
      '[role=dialog] .fault-box',
    ],
  ),
  ...of(
    'records-page',
    ['something is withheld', to('waiting', '/records/membership/mentorship'), '.record .meanwhile .button'],
    ['masked', to('waiting', '/records/events/registration'), '.masked'],
    ['there is none', to('waiting', '/records/membership/nothing'), '.empty, .failed'],
    ['they are no longer there', to('released', '/records/events/registration'), RECORD],
  ),
  ...of(
    'rule-dialog',
    [
      'nothing is said',
      async (story) => {
        await to('waiting', '/records/events/registration')(story);
        await story.page.locator('.record dd .button').first().click();
        await story.page.waitForSelector('[role=dialog] select');
        await story.send();
      },
      '[role=dialog] .fault:not(:empty), [role=dialog] [role=alert]',
    ],
    [
      'of a whole record',
      async (story) => {
        await to('waiting', '/records/events/registration')(story);
        await story.press('records.hideRecord');
      },
      '[role=dialog] select',
    ],
  ),
  ...of('take-back-dialog', [
    'as it is',
    async (story) => {
      await to('waiting', '/records/membership/mentorship')(story);
      await story.page.locator('.record .meanwhile .button').first().click();
    },
    '[role=dialog]',
  ]),
];
