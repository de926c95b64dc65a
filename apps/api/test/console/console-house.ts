import { rmSync } from 'node:fs';
import { generateSync } from 'otplib';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { Officer } from '../../src/demo/officer.js';
import { officerOf, type ServiceHouse, serviceHouse } from '../house.js';
import { buildConsole } from './build-console.js';

/** A service on the world of the demo that serves the console as it stands, its first officer, and a browser. */
export interface ConsoleHouse {
  readonly house: ServiceHouse;
  readonly officer: Officer;
  readonly url: string;
  /** A browser of somebody's own, at the console. */
  page(path?: string, options?: BrowserContextOptions): Promise<Page>;
  stop(): Promise<void>;
}

/** How a browser is started. */
export interface BrowserPlace {
  readonly path: string;
  readonly args: readonly string[];
}

/** What a page has complained about: faults of scripts, and what its policy has refused. */
export const complaints: string[] = [];

/** See {@link ConsoleHouse}. */
export async function consoleHouse({ path, args }: BrowserPlace): Promise<ConsoleHouse> {
  const consoleFolder = buildConsole();
  const house = await serviceHouse('', undefined, { consoleFolder });
  const officer = await officerOf(house);
  const browser: Browser = await chromium.launch({ executablePath: path, args: [...args] });
  const page = async (to = '/console/', options: BrowserContextOptions = {}): Promise<Page> => {
    const opened = await (await browser.newContext({ locale: 'en-GB', ...options })).newPage();
    opened.on('pageerror', (error) => complaints.push(error.message));
    opened.on('console', (message) => {
      // What the browser itself writes of an answer that is an error is no fault of the page
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complaints.push(message.text());
    });
    await opened.goto(`${house.url}${to}`);
    return opened;
  };
  const stop = async (): Promise<void> => {
    await browser.close();
    await house.stop();
    rmSync(consoleFolder, { recursive: true });
  };
  return { house, officer, url: house.url, page, stop };
}

/** Somebody with an authenticator, at a service. */
interface AuthenticatorAt {
  readonly house: ServiceHouse;
  readonly officer: { readonly account: Pick<Officer['account'], 'totpSecret'> };
}

/** A code of the officer's authenticator that is good now: tests need more of them than there are half-minutes. */
export async function codeNow({ house, officer }: AuthenticatorAt): Promise<string> {
  await house.started.service.store.transact(async ({ staff }) => {
    for (const { totpStep: _used, ...member } of await staff.list('club')) await staff.change(member);
  });
  return generateSync({ secret: officer.account.totpSecret });
}

/** As if everybody who is signed in at the club had just proved who they are: tests may take longer than a proof is good for. */
export async function proofsAreFresh({ house: { started } }: Pick<ConsoleHouse, 'house'>): Promise<void> {
  const steppedUpAt = new Date();
  await started.service.store.transact(async ({ sessions, staff }) => {
    for (const { id } of await staff.list('club'))
      for (const session of await sessions.of(id))
        if (session.steppedUpAt !== undefined) await sessions.change({ ...session, steppedUpAt });
  });
}
