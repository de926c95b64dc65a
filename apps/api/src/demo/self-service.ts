import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { verifyArchive } from '@habeas/archive';
import type { CaughtMail, MailCatcher, PersonOfInterest } from '@habeas/example-worlds';
import type { IdentifierInput } from '../client/operations.generated.js';
import { accepted, ServiceClient } from '../client/service-client.js';
import type { Officer } from './officer.js';
import { decide, follow, gate, release, type Scene } from './run-scene.js';
import { unpack } from './unpack.js';

/** Somebody who asks on the website of their controller. */
export interface SelfService extends Scene {
  /** The service. */
  readonly url: string;
  readonly mailbox: MailCatcher;
  readonly title: string;
  readonly person: PersonOfInterest;
}

/** What a website of the controller's speaks to the service with. */
export async function websiteOf(url: string, { client }: Officer): Promise<ServiceClient> {
  const input = { name: 'Website', scopes: ['request.handOver', 'request.read'], days: 1 };
  const { token } = accepted((await client.run('createToken', { input })).createToken);
  return new ServiceClient(url, { token });
}

/**
 * Hands a request over as a website does, by one call. Where the gate is open nobody touches it; else the officer looks and releases. The
 * subject then downloads the archive with the link of the message and the claim code. Resolves to whether it is what the world was built to hold.
 */
export async function runSelfService(website: ServiceClient, scene: SelfService): Promise<boolean> {
  const { say, mailbox, title, person, format, language } = scene;
  const begun = Date.now();
  const mails = mailbox.mails.length;
  say(`\n━━ ${title}`);
  const input = {
    clientKey: `website-${String(begun)}`,
    identifiers: person.given.map(proved),
    rights: ['access', 'portability'] as const,
    format,
    language,
  };
  const { request, claimCode } = accepted((await website.run('handOverRequest', { input })).handOverRequest);
  say(`  handed over as ${request.reference}; the website tells its guest the claim code ${claimCode}`);
  const records = await untilReleased(scene, request.id);
  const mail = (await mailbox.caught(mails + 1)).at(mails);
  if (mail === undefined) throw new Error('No message came.');
  const link = linkIn(mail);
  say(`  after ${((Date.now() - begun) / 1_000).toFixed(1)} s a message: “${mail.subject}”`);
  say(`  its link, for any browser while the service is up: ${link.address}#${link.secret}`);
  const archive = await download(scene, { ...link, claimCode });
  const verified = await verifyArchive(archive);
  say(`${archive}: ${verified.ok ? 'downloaded by link and claim code, verified' : `${String(verified.problemCount)} PROBLEMS`}`);
  say(`open ${join(await unpack(archive), 'README.html')}`);
  const expected = person.truth.included.length;
  const isRight = verified.ok && records === expected;
  say(`${isRight ? 'As the world was built' : 'NOT AS THE WORLD WAS BUILT'}: ${String(expected)} records.`);
  return isRight;
}

function proved({ kind, value, namespace }: PersonOfInterest['given'][number]): IdentifierInput {
  const given = namespace === undefined ? { kind, value } : { kind, value, namespace };
  return kind === 'name' || kind === 'birthDate' ? given : { ...given, provedBy: 'signed in to the website' };
}

/** How many records it came to. */
async function untilReleased(scene: SelfService, id: string): Promise<number> {
  const { officer, say } = scene;
  let last = await follow(scene, id, ['in_review', 'awaiting_release', 'released']);
  if (last.state === 'in_review' && (await decide(scene, id)) > 0)
    last = await follow(scene, id, ['awaiting_release', 'released']);
  await gate(scene, id);
  if (last.state === 'released') say('  Nobody has touched it.');
  else {
    await release(officer, id);
    say('  The officer has released it.');
  }
  return last.ledger.reduce((sum, { records }) => sum + records, 0);
}

interface Link {
  /** Of the page, without the secret. */
  readonly address: string;
  readonly secret: string;
}

function linkIn({ text }: CaughtMail): Link {
  const [address = '', secret = ''] = (/https?:\/\/\S+#\S+/u.exec(text)?.[0] ?? '').split('#');
  return { address, secret };
}

/** As a browser without scripts does it: the form, then the file. */
async function download(
  { folder }: Pick<SelfService, 'folder'>,
  { address, secret, claimCode }: Link & { readonly claimCode: string },
): Promise<string> {
  const body = new URLSearchParams({ secret, claimCode });
  const entered = await fetch(address, { method: 'POST', body, redirect: 'manual' });
  const [cookie = ''] = (entered.headers.getSetCookie()[0] ?? '').split(';');
  const response = await fetch(`${address}/archive`, { headers: { cookie } });
  if (response.status !== 200 || response.body === null) throw new Error('The archive cannot be downloaded.');
  const name = /filename="([\w.-]+)"/u.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'export.zip';
  await mkdir(folder, { recursive: true });
  await pipeline(Readable.fromWeb(response.body), createWriteStream(join(folder, name)));
  return join(folder, name);
}
