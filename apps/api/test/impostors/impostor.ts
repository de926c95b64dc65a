import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaughtMail, MailCatcher } from '@habeas/example-worlds';
import { SubjectBrowser, type SubjectPage, workedOut } from '../subject-browser.js';
import { VICTIMS_DATA, VICTIMS_MAILBOXES } from './victims.js';

/** Whatever an impostor gets to see, as text. */
type See = (text: string) => void;

/** A browser that shows its owner everything that comes back: headers, pages, and what is in an archive. */
export class WatchedBrowser extends SubjectBrowser {
  constructor(
    origin: string,
    private readonly see: See,
  ) {
    super(origin);
  }

  override async send(...args: Parameters<SubjectBrowser['send']>): Promise<Response> {
    const response = await super.send(...args);
    this.see(await textOf(response.clone()));
    return response;
  }
}

/** Everything of an answer. */
export async function textOf(response: Response): Promise<string> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const isArchive = response.headers.get('content-type') === 'application/zip' && bytes.length > 0;
  const headers = [...response.headers].map((each) => each.join(': ')).join('\n');
  return `${headers}\n\n${bytes.toString('latin1')}${isArchive && response.status === 200 ? unpacked(bytes) : ''}`;
}

function unpacked(bytes: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'habeas-impostor-'));
  try {
    writeFileSync(join(folder, 'archive.zip'), bytes);
    return execFileSync('unzip', ['-p', join(folder, 'archive.zip')], { encoding: 'latin1', maxBuffer: 1 << 28 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A request that was made on the pages. */
export interface AskedRequest {
  readonly browser: WatchedBrowser;
  readonly page: SubjectPage;
  readonly id: string;
  readonly reference: string;
  readonly claimCode: string;
  /** The page where it is followed. */
  readonly follow: string;
}

/** Somebody who wants another one's data: reads every mailbox but the victims', and knows what they look at. */
export class Impostor {
  readonly #seen: string[] = [];
  readonly #firstMail: number;

  constructor(
    readonly origin: string,
    private readonly catcher: MailCatcher,
  ) {
    this.#firstMail = catcher.mails.length;
  }

  readonly see: See = (text) => void this.#seen.push(text);

  browser(): WatchedBrowser {
    return new WatchedBrowser(this.origin, this.see);
  }

  /** The mails of this attack that the impostor can read. */
  mails(): readonly CaughtMail[] {
    return this.#caught().filter(({ to }) => to.some((address) => !VICTIMS_MAILBOXES.includes(address)));
  }

  /** What the victims were sent meanwhile: the kinds, in their order. */
  victimsMails(): readonly ('code' | 'link' | 'notice')[] {
    const theirs = this.#caught().filter(({ to }) => to.some((address) => VICTIMS_MAILBOXES.includes(address)));
    return theirs.map(({ text }) => (text.includes('/d/') ? 'link' : codeIn(text) === undefined ? 'notice' : 'code'));
  }

  /** What of the victims' data the impostor has seen: nothing, it is hoped. */
  disclosed(): readonly string[] {
    return this.#everything().filter((text) => text.includes(VICTIMS_DATA));
  }

  /** Every answer that came. */
  texts(): readonly string[] {
    return this.#seen;
  }

  /** Whether they have seen a text anywhere. */
  hasSeen(text: string): boolean {
    return this.#everything().some((each) => each.includes(text));
  }

  /** Fills in the form of the hostel, as a browser without scripts does. */
  async ask(fields: Readonly<Record<string, string>>, browser = this.browser()): Promise<AskedRequest> {
    const form = await browser.open('/ask/hostel');
    const plain = { requester: 'self', rights: 'access', format: 'csv', language: 'en' };
    return askedIn(browser, await browser.post('/ask/hostel', { ...workedOut(form), ...plain, ...fields }));
  }

  /** The code that came for a request to a mailbox of the impostor's. */
  codeFor({ reference }: Pick<AskedRequest, 'reference'>): string | undefined {
    const about = this.mails().filter(({ text }) => text.includes(reference));
    return about.map(({ text }) => codeIn(text)).find((code) => code !== undefined);
  }

  /** The link that came for a request to a mailbox of the impostor's. */
  linkFor({ reference }: Pick<AskedRequest, 'reference'>): LinkKeys | undefined {
    return linkIn(this.mails(), reference);
  }

  #caught(): readonly CaughtMail[] {
    return this.catcher.mails.slice(this.#firstMail);
  }

  #everything(): readonly string[] {
    return [...this.#seen, ...this.mails().flatMap(({ subject, text, html }) => [subject, text, html])];
  }
}

/** What stands in a link: the path that a browser asks for, and the secret that it keeps to itself. */
export interface LinkKeys {
  readonly path: string;
  readonly secret: string;
}

/** The last link about a request in these mails. */
export function linkIn(mails: readonly CaughtMail[], reference: string): LinkKeys | undefined {
  const about = mails.filter(({ text }) => text.includes(reference) && /https?:\/\/\S+#\S+/u.test(text));
  const [address = '', secret = ''] = (/https?:\/\/\S+#\S+/u.exec(about.at(-1)?.text ?? '')?.[0] ?? '').split('#');
  return address === '' ? undefined : { path: new URL(address).pathname, secret };
}

function codeIn(text: string): string | undefined {
  return /\b\d{8}\b/u.exec(text)?.[0];
}

/** What the page says after a form was sent. */
export function askedIn(browser: WatchedBrowser, page: SubjectPage): AskedRequest {
  const text = page.html.replaceAll(/<[^>]+>/gu, ' ');
  const follow = /\/ask\/hostel\/requests\/[\w%]+/u.exec(page.html)?.[0] ?? '';
  return {
    browser,
    page,
    follow,
    id: follow.slice(follow.lastIndexOf('/') + 1),
    reference: /\d{4}-\d{4,}/u.exec(text)?.[0] ?? '',
    claimCode: (/(\d{4})\W+(\d{4})\b/u.exec(text.replaceAll(/\d{4}-\d{4,}/gu, '')) ?? []).slice(1).join(''),
  };
}
