import type { Page, Route } from 'playwright-core';
import { accepted } from '../../src/client/service-client.js';
import { Officer } from '../../src/demo/officer.js';
import { invite } from '../people.js';
import { assembled, awaiting } from '../assembled-request.js';
import { codeNow, complaints, type ConsoleHouse } from './console-house.js';
import { asking, reaching, signIn } from './console-screens.js';
import { type ConsoleLanguage, consoleWords, type Say } from './console-words.js';

/** Who has the console before them. */
export type Who = 'nobody' | 'officer' | 'auditor';
/** How what is asked is answered: not yet, never, by a fault, or as if a session had ended. */
export type Answered = 'held' | 'away' | 'broken' | 'over' | 'step-up';

/** Requests that stand where something can be seen of them. */
export interface ShownRequests {
  readonly waiting: string;
  readonly doubtful: string;
  readonly unproved: string;
  readonly ready: string;
  readonly asked: string;
  readonly released: string;
}

/** Somebody to whom every screen of the console is shown, in a language. */
export class ScreenStory {
  #who: Who = 'nobody';

  private constructor(
    readonly house: ConsoleHouse,
    readonly requests: ShownRequests,
    readonly say: Say,
    private readonly pages: Readonly<Record<Who, Page>>,
  ) {}

  static async begin(house: ConsoleHouse, requests: ShownRequests, language: ConsoleLanguage): Promise<ScreenStory> {
    const options = { locale: language === 'fr' ? 'fr-FR' : 'en-GB', reducedMotion: 'reduce' } as const;
    const [nobody, officer, auditor] = [
      await house.page('/console/', options),
      await house.page('/console/', options),
      await house.page('/console/', options),
    ];
    for (const page of [nobody, officer, auditor]) page.setDefaultTimeout(20_000);
    await signIn(officer, { account: house.officer.account, code: await codeNow(house) });
    const { code } = await invite(house.officer, 'auditor');
    const other = await Officer.invited({ url: house.url, code, controller: 'club' });
    await signIn(auditor, { account: other.account, code: await codeNow({ house: house.house, officer: other }) }, 'main h1');
    return new ScreenStory(house, requests, await consoleWords(language), { nobody, officer, auditor });
  }

  /** The page that is looked at. */
  get page(): Page {
    return this.pages[this.#who];
  }

  /** Looks at the page of somebody, where it is. */
  be(who: Who): void {
    this.#who = who;
  }

  /** Goes somewhere as somebody. */
  async go(path: string, who: Who = 'officer'): Promise<void> {
    this.be(who);
    await this.page.goto(`${this.house.url}/console/${path}`);
  }

  /** Presses what says this, once it is there. */
  async press(key: string, filling?: Parameters<Say>[1]): Promise<void> {
    await this.pressed(this.say(key, filling));
  }

  async pressed(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).first().click();
  }

  /** Sends the form of the dialog that is open, or of the page. */
  async send(): Promise<void> {
    await this.page.locator('[role=dialog] [type=submit], main [type=submit]').last().click();
  }

  /** Has what is asked answered otherwise than the service would, until {@link settle}. */
  async answer(path: string, how: Answered): Promise<void> {
    await this.page.route(path, (route) => answered(route, how));
  }

  /** What a page complains of where it has to: what was done to it is a fault. */
  forgive(fault: RegExp): void {
    const left = complaints.filter((each) => !fault.test(each));
    complaints.splice(0, complaints.length, ...left);
  }

  /** Everything is answered by the service again. */
  async settle(): Promise<void> {
    await this.page.unrouteAll({ behavior: 'ignoreErrors' });
  }

  async end(): Promise<void> {
    for (const page of Object.values(this.pages)) await page.context().close();
  }
}

async function answered(route: Route, how: Answered): Promise<void> {
  if (how === 'away') await route.abort('connectionrefused');
  else if (how === 'over') await route.fulfill({ status: 401, json: { error: { code: 'UNAUTHENTICATED', message: 'Over.' } } });
  else if (how === 'broken') await route.fulfill({ status: 500, json: { error: { code: 'INTERNAL', message: 'Broken.' } } });
  else if (how === 'step-up')
    await route.fulfill({ json: { errors: [{ message: 'Prove it.', extensions: { code: 'STEP_UP_REQUIRED' } }] } });
}

/** Requests of the club in every state that has something of its own to show. */
export async function shownRequests({ officer, house }: ConsoleHouse): Promise<ShownRequests> {
  const [one, two, ...others] = house.world.association;
  const unsure = others.find(({ truth }) => truth.queued.length > 1);
  if (one === undefined || two === undefined || unsure === undefined) throw new Error('The world has too few people.');
  const unproved = await asking(officer, two, false);
  const ready = await asking(officer, two, true, false);
  const asked = await asking(officer, two, false);
  const question = { kind: 'identity', doubt: 'unknown_sender', text: 'Are you a member?' } as const;
  accepted((await officer.client.run('askQuestion', { id: asked, question })).askQuestion);
  const doubtful = await asking(officer, unsure);
  const released = await assembled(officer, one);
  const release = { days: 7, reason: 'Known to us for years.' };
  accepted((await officer.client.run('releaseRequest', { id: released, release })).releaseRequest);
  const waiting = await assembled(officer, one);
  await hideRecord(officer, waiting);
  await reaching(officer, doubtful, 'in_review');
  return { waiting, doubtful, unproved, ready, asked, released };
}

/** Has one record of a request withheld, so that this can be taken back. */
async function hideRecord(officer: Officer, id: string): Promise<void> {
  const place = { source: 'membership', collection: 'mentorship' };
  const { edges } = accepted((await officer.client.run('findings', { request: id, ...place, first: 1 })).findings);
  const ruling = {
    ...place,
    recordId: edges[0]?.node.recordId ?? '',
    involvement: 'mentioned' as const,
    adverseEffect: { isConcrete: true, what: 'It tells whom they advise.' },
    balance: { prevails: 'other' as const, why: 'They have not been asked.' },
    outcome: 'withhold' as const,
    redaction: { reconciles: false, why: 'All of it is theirs.' },
  };
  accepted((await officer.client.run('ruleOnRecord', { id, ruling })).ruleOnRecord);
  await awaiting(officer, id);
}
