import { opening, sending, to } from './request-states.js';
import { of, type Reach, type ScreenState } from './screen-state.js';

const GRAPHQL = '**/graphql';

/** As if this had gone out. */
const sentAs =
  (more: object): Reach =>
  async (story) => {
    story.be('officer');
    await story.page.route(GRAPHQL, async (route) => {
      if (!/query ConsoleDelivery\b/u.test(route.request().postData() ?? '')) return route.fallback();
      const answer = (await (await route.fetch()).json()) as { readonly data: { readonly request: object } };
      return route.fulfill({ json: { data: { ...answer.data, request: { ...answer.data.request, ...more } } } });
    });
  };

const link = { isAutomatic: false, sentAt: null, expiresAt: new Date().toISOString(), isRevoked: false, isLocked: false };
/** As if the answer had a link, which nobody gets who has no mailbox here. */
const withLink = sentAs({
  delivery: { ...link, completed: 0, left: 5, packing: 'zip', isBeingLocked: false, isLockAwaited: false },
});

const times = { queuedAt: link.expiresAt, sentAt: link.expiresAt, failedAt: null, bouncedAt: null };
/** As if a message had gone out, and another had come back. */
const withMessages = sentAs({
  messages: [
    { id: 'msg_1', kind: 'archive_ready', state: 'sent', ...times, problem: null },
    { id: 'msg_2', kind: 'received', state: 'bounced', ...times, bouncedAt: link.expiresAt, problem: null },
  ],
});

/** As if this controller listed others, and what became of what was sent to them, which nobody has told to send here. */
const sendingOn: Reach = async (story) => {
  const at = new Date().toISOString();
  const ordered = { receiver: 'union', orderedBy: 'subject', orderedAt: at, endedAt: null, reason: null, receipt: null };
  const receipt = { bytes: '345678', sha256: 'ab12'.repeat(16) };
  const transmissions = [
    { ...ordered, id: 'tra_1', state: 'sent', endedAt: at, receipt },
    { ...ordered, id: 'tra_2', receiver: null, orderedBy: 'staff', state: 'failed', endedAt: at, reason: 'not_listed' },
    { ...ordered, id: 'tra_3', state: 'waiting' },
  ];
  const transmissionReceivers = [
    { id: 'union', name: 'Sports union', takesData: true },
    { id: 'paper', name: 'Federation', takesData: false },
  ];
  story.be('officer');
  await story.page.route(GRAPHQL, async (route) => {
    if (!/query ConsoleTransmissions\b/u.test(route.request().postData() ?? '')) return route.fallback();
    const { data } = (await (await route.fetch()).json()) as { readonly data: { readonly request: object } };
    return route.fulfill({ json: { data: { request: { ...data.request, transmissions }, transmissionReceivers } } });
  });
};

/** See {@link ScreenState}: of what goes out to whoever asked, and to other controllers. */
export const DELIVERY_STATES: readonly ScreenState[] = [
  ...of('pack-dialog', [
    'as it is',
    async (story) => {
      await withLink(story);
      await opening('released', 'delivery.pack')(story);
    },
    '[role=dialog]',
  ]),
  ...of(
    'claim-dialog',
    ['as it is', opening('released', 'claim.renew'), '[role=dialog] form'],
    ['the code is shown once', sending('waiting', 'claim.renew'), '.once-told code'],
  ),
  ...of('bounce-dialog', [
    'as it is',
    async (story) => {
      await withMessages(story);
      await to('released')(story);
      await story.page.getByRole('button', { name: story.say('bounce.note') }).click();
    },
    '[role=dialog] input',
  ]),
  ...of(
    'transmission-dialog',
    ['none is listed, and nothing is said', sending('released', 'transmission.order'), '[role=dialog] .fault:not(:empty)'],
    [
      'one that takes no data',
      async (story) => {
        await sendingOn(story);
        await opening('released', 'transmission.order')(story);
      },
      '[role=dialog] .meanwhile',
    ],
    [
      'the part beside it',
      async (story) => {
        await sendingOn(story);
        await to('released')(story);
      },
      '.exchange:has(code):has(bdi)',
    ],
  ),
  ...of('breach-dialogs', ['as it is', opening('released', 'breach.begin'), '[role=dialog]']),
];
