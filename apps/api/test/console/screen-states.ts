import { invite } from '../people.js';
import { codeNow } from './console-house.js';
import { DELIVERY_STATES } from './delivery-states.js';
import { PROOF_STATES } from './proof-states.js';
import { REQUEST_STATES } from './request-states.js';
import { ROOM_STATES } from './room-states.js';
import { of, type Reach, type ScreenState } from './screen-state.js';
import type { Answered, ScreenStory } from './screen-story.js';

const CODE = 'input[autocomplete=one-time-code]';
const FAULT = 'main .fault-box';
const PASSWORD = 'a long one that only its owner knows';

const nobodyGoes: Reach = (story) => story.go('', 'nobody');

/** While it is not known who is there. */
const unknown =
  (how: Answered): Reach =>
  async (story) => {
    await story.go('', 'nobody');
    await story.answer('**/session', how);
    await story.page.reload();
  };

/** As if nobody had an account yet: what the service says of itself is changed on its way. */
const newInstallation: Reach = async (story) => {
  await story.go('', 'nobody');
  await story.page.route('**/session', async (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    return route.fulfill({ json: { viewer: null, ways: { provider: true, setUp: true } } });
  });
  await story.page.reload();
  await story.page.waitForSelector('input[autocomplete=new-password]');
};

async function fill({ page }: ScreenStory, ...texts: readonly string[]): Promise<void> {
  for (const [place, text] of texts.entries()) await page.locator('main input').nth(place).fill(text);
}

async function withPassword(story: ScreenStory, login: string, password: string): Promise<void> {
  await nobodyGoes(story);
  await fill(story, login, password);
  await story.send();
}

const half: Reach = async (story) => {
  const { login, password } = story.house.officer.account;
  await withPassword(story, login, password);
  await story.page.waitForSelector(CODE);
};

/** Somebody new, with the code that they were handed. */
async function choosesPassword(story: ScreenStory): Promise<void> {
  const { code } = await invite(story.house.officer, 'reviewer');
  await nobodyGoes(story);
  await story.press('newPassword.title');
  await fill(story, code, PASSWORD);
  await story.send();
  await story.page.waitForSelector('code.secret');
}

async function enrols(story: ScreenStory): Promise<void> {
  await choosesPassword(story);
  const totpSecret = ((await story.page.textContent('code.secret')) ?? '').replaceAll(' ', '');
  const account = { ...story.house.officer.account, totpSecret };
  await story.page.fill(CODE, await codeNow({ house: story.house.house, officer: { account } }));
  await story.send();
}

/** Before somebody is in: what is within follows. */
const ENTRY_STATES: readonly ScreenState[] = [
  ...of(
    'waiting-page',
    ['it is asked who is there', unknown('held'), '.loading'],
    ['the service is away', unknown('away'), '.away:not(.none)'],
    ['the service has a fault', unknown('broken'), '.failed .button'],
  ),
  ...of(
    'set-up-form',
    ['as it is', newInstallation, 'input[autocomplete=new-password]'],
    [
      'the code is wrong',
      async (story) => {
        await newInstallation(story);
        await fill(story, 'wrong', 'Nia New', 'nia', PASSWORD);
        await story.send();
      },
      FAULT,
    ],
  ),
  ...of(
    'sign-in-page',
    ['as it is', nobodyGoes, 'input[autocomplete=username]'],
    ['refused', (story) => withPassword(story, 'nobody', 'wrong'), FAULT],
    [
      'the service is away',
      async (story) => {
        await nobodyGoes(story);
        await fill(story, 'nobody', 'wrong');
        await story.answer('**/session', 'away');
        await story.send();
      },
      FAULT,
    ],
  ),
  ...of(
    'second-factor-form',
    ['as it is', half, CODE],
    [
      'the code is wrong',
      async (story) => {
        await half(story);
        await story.page.fill(CODE, '000000');
        await story.send();
      },
      FAULT,
    ],
    [
      'the recovery code is wrong',
      async (story) => {
        await half(story);
        await story.press('signIn.useRecovery');
        await fill(story, 'wrong');
        await story.send();
      },
      FAULT,
    ],
  ),
  ...of('new-password-form', [
    'the code is wrong',
    async (story) => {
      await nobodyGoes(story);
      await story.press('newPassword.title');
      await fill(story, 'wrong', PASSWORD);
      await story.send();
    },
    FAULT,
  ]),
  ...of(
    'enrolment',
    ['on its way', async (story) => {
      await nobodyGoes(story);
      await story.answer('**/session/totp', 'held');
      await story.page.goto(`${story.house.url}/console/#enrolment`);
      await story.page.reload();
    }, '.loading'], // prettier-ignore
    ['as it is', choosesPassword, 'code.secret'],
    [
      'the code is wrong',
      async (story) => {
        await story.page.fill(CODE, '000000');
        await story.send();
      },
      FAULT,
    ],
    ['its recovery codes', enrols, 'ul.codes li'],
  ),
];

/** Every screen in every state, in the order in which one story goes through them. */
export const SCREEN_STATES: readonly ScreenState[] = [
  ...ENTRY_STATES,
  ...ROOM_STATES,
  ...REQUEST_STATES,
  ...DELIVERY_STATES,
  ...PROOF_STATES,
];
