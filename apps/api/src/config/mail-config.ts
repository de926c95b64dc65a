import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type InputFault, InvalidInputError, Secret } from '@habeas/connector-sdk';
import { z } from 'zod';
import type { FaultAt } from './oidc-config.js';

const MAILBOX = /^(?:(?<name>[^<>"\p{C}]{1,100}?)\s*<(?<full>[^<>]+)>|(?<bare>[^<>]+))$/u;
/** What mail can go to: no spaces, no signs that end an address or a line. */
const ADDRESS = /^[^\s@<>"(),:;[\]\\\p{C}]{1,64}@[^\s@<>"(),:;[\]\\\p{C}]{1,255}$/u;

/** A mailbox, with the name that it is shown by. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** From whom messages of a controller come, and whom answers go to. */
export interface MailFrom {
  readonly from: Mailbox;
  readonly replyTo?: Mailbox;
}

const mailbox = z
  .string()
  .refine((text) => mailboxIn(text) !== undefined, 'an address is meant: privacy@example.org, or Privacy <privacy@example.org>');
const sender = { from: mailbox, replyTo: mailbox.optional().describe('Where answers go; by default to the sender.') };

/** `mail:` in service.yaml. Its faults never repeat the URL: it holds a password. */
export const mailSchema = z.strictObject({
  smtp: z
    .string()
    .refine(isSmtpUrl, 'a URL is meant: smtps://ACCOUNT:PASSWORD@HOST:465, or smtp://…:587, which begins with STARTTLS')
    .describe('The mail server, by reference: ${env:…}. Always encrypted, except within this machine.'),
  ...sender,
  caFile: z.string().min(1).optional().describe('The authority of its certificate, where it is not a public one.'),
  controllers: z
    .record(z.string(), z.strictObject({ from: sender.from.optional(), replyTo: sender.replyTo }))
    .default({})
    .describe('What a controller has of its own, by its id.'),
});

type MailSettings = z.output<typeof mailSchema>;

/** See {@link mailSchema}. */
export interface MailConfig extends MailFrom {
  readonly smtp: Secret<string>;
  /** In PEM. */
  readonly ca?: string;
  readonly controllers: ReadonlyMap<string, Partial<MailFrom>>;
}

/** The settings, with the account out of sight. Throws `InvalidInputError` where the authority cannot be read. */
export function mailConfig(
  { smtp, caFile, controllers, from, replyTo }: MailSettings,
  { file, base }: { readonly file: string; readonly base: string },
): MailConfig {
  return {
    smtp: new Secret(smtp),
    ...fromOf({ from, replyTo }),
    from: requiredMailbox(from),
    ...(caFile === undefined ? {} : { ca: authorityIn(resolve(base, caFile), file) }),
    controllers: new Map(Object.entries(controllers).map(([id, own]) => [id, fromOf(own)])),
  };
}

/** Controllers that are named and are not there. */
export function mailFaults(
  { controllers }: MailSettings,
  known: Readonly<Record<string, unknown>>,
  faultAt: FaultAt,
): readonly InputFault[] {
  const remedy = `name one of ${Object.keys(known).join(', ')}`;
  return Object.keys(controllers)
    .filter((id) => !Object.hasOwn(known, id))
    .map((id) => faultAt(['mail', 'controllers', id], 'there is no such controller', remedy));
}

/** Whether mail can go to it. */
export function isMailAddress(text: string): boolean {
  return ADDRESS.test(text);
}

/** From whom messages of a controller come. */
export function senderOf({ from, replyTo, controllers }: MailConfig, controller: string): MailFrom {
  return { from, ...(replyTo === undefined ? {} : { replyTo }), ...controllers.get(controller) };
}

/** The server, without its account. */
export function serverOf({ smtp }: Pick<MailConfig, 'smtp'>): string {
  return new URL(smtp.reveal()).host;
}

function fromOf({
  from,
  replyTo,
}: {
  readonly from?: string | undefined;
  readonly replyTo?: string | undefined;
}): Partial<MailFrom> {
  return {
    ...(from === undefined ? {} : { from: requiredMailbox(from) }),
    ...(replyTo === undefined ? {} : { replyTo: requiredMailbox(replyTo) }),
  };
}

function requiredMailbox(text: string): Mailbox {
  const found = mailboxIn(text);
  if (found === undefined) throw new TypeError('A mailbox that was not checked.');
  return found;
}

function mailboxIn(text: string): Mailbox | undefined {
  const { name = '', full, bare } = MAILBOX.exec(text.trim())?.groups ?? {};
  const address = full ?? bare ?? '';
  return isMailAddress(address) ? { name, address } : undefined;
}

function isSmtpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash, pathname } = new URL(text);
  return ['smtp:', 'smtps:'].includes(protocol) && hostname !== '' && `${search}${hash}${pathname}`.replace('/', '') === '';
}

function authorityIn(path: string, file: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    const what = 'it cannot be read';
    throw new InvalidInputError([
      { file, path: 'mail.caFile', what, remedy: 'check the path, and whether this account may read it' },
    ]);
  }
}
