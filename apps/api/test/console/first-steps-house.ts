import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateSync } from 'otplib';
import { type Browser, chromium } from 'playwright-core';
import { type StartedService, startService } from '../../src/start.js';
import { serviceLog } from '../house.js';
import { MEMBER, type SmallFolder, smallFolder } from '../small-house.js';
import type { BrowserPlace } from './console-house.js';
import { Visitor } from './first-time.js';

/** Somebody whom the source of the house knows. */
export const KNOWN = MEMBER;

/** A service as it is started for the first time, with the smallest configuration that it takes, and a browser. */
export class FirstStepsHouse {
  readonly complaints: string[] = [];

  private constructor(
    private readonly folder: SmallFolder,
    private readonly browser: Browser,
    private readonly consoleFolder: string,
    private started: StartedService,
  ) {}

  static async start({ path, args }: BrowserPlace, consoleFolder: string): Promise<FirstStepsHouse> {
    const folder = smallFolder('worker: { idleSeconds: 0.02 }\n');
    const browser = await chromium.launch({ executablePath: path, args: [...args] });
    return new FirstStepsHouse(folder, browser, consoleFolder, await serviceIn(folder, consoleFolder));
  }

  get url(): string {
    return this.started.url ?? '';
  }

  get setUpCode(): string {
    return this.started.setUpCode ?? '';
  }

  async somebody(locale: string): Promise<Visitor> {
    const context = await this.browser.newContext({ locale, acceptDownloads: true, viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(20_000);
    context.on('weberror', (error) => this.complaints.push(error.error().message));
    context.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.complaints.push(message.text());
    });
    return new Visitor(await context.newPage(), this.complaints);
  }

  /** What whoever runs the service does with a file that was taken away: its parts go into the one that is there, and the service starts anew. */
  async takeOver(file: string, dataMap: string): Promise<void> {
    await this.started.stop();
    const there = readFileSync(join(this.folder.folder, 'habeas.yaml'), 'utf8');
    const sources = /^sources:\n((?: .*\n)*)/mu.exec(there)?.[1] ?? '';
    writeFileSync(
      join(this.folder.folder, 'habeas.yaml'),
      file.replace(/^sources:\n/mu, (key) => `${key}${sources}`),
    );
    this.folder.write(dataMap, readFileSync(join(this.folder.folder, 'members.map.yaml'), 'utf8'));
    this.started = await serviceIn(this.folder, this.consoleFolder);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.started.stop();
    this.folder.remove();
  }
}

/** What an authenticator with this key shows now. */
export function codeOf(secret: string): string {
  return generateSync({ secret });
}

function serviceIn({ configFile }: SmallFolder, consoleFolder: string): Promise<StartedService> {
  return startService({ config: configFile, role: 'all' }, serviceLog([]), { consoleFolder });
}
