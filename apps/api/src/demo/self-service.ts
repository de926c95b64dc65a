import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { verifyArchive } from '@habeas/archive';
import type { MailCatcher, PersonOfInterest } from '@habeas/example-worlds';
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
  const { say, mailbox, title, person, format, language, folder } = scene;
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
  const sent = (await mailbox.caught(mails + 1)).slice(mails);
  const link = linkIn(sent.map(({ text }) => text).join('\n'));
  say(`  after ${((Date.now() - begun) / 1_000).toFixed(1)} s a message: “${sent.map(({ subject }) => subject).join('”, “')}”`);
  say(`  its link, for any browser while the service is up: ${link.address}#${link.secret}`);
  const archive = await download({ ...link, claimCode }, join(folder, `export-${request.reference}.zip`));
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

function linkIn(text: string): Link {
  const address = new URL(/https?:\/\/\S+#\S+/u.exec(text)?.[0] ?? '');
  const secret = address.hash.slice(1);
  address.hash = '';
  return { address: address.href, secret };
}

/** As a browser without scripts does it: the form, then the file. */
async function download({ address, secret, claimCode }: Link & { readonly claimCode: string }, file: string): Promise<string> {
  const body = new URLSearchParams({ secret, claimCode });
  const entered = await fetch(address, { method: 'POST', body, redirect: 'manual' });
  const cookie = entered.headers.getSetCookie().map((set) => set.replace(/;.*/u, ''));
  const response = await fetch(`${address}/archive`, { headers: { cookie: cookie.join('; ') } });
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, Buffer.from(await response.arrayBuffer()));
  return file;
}
