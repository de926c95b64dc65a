import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { verifyArchive } from '@habeas/archive';
import type { PersonOfInterest } from '@habeas/example-worlds';
import type { IdentifierInput, OpenRequestInput, ReleaseInput } from '../client/operations.generated.js';
import { accepted } from '../client/service-client.js';
import type { Officer } from './officer.js';
import { trailOf } from './trail.js';
import { unpack } from './unpack.js';

/** One person of the demo, and where the archive of theirs goes. */
export interface Scene {
  readonly officer: Officer;
  readonly person: PersonOfInterest;
  readonly format: 'csv' | 'json';
  /** The language that the person asked in. */
  readonly language: 'en' | 'fr';
  readonly folder: string;
  readonly say: (line: string) => void;
}

interface Snapshot {
  readonly state: string;
  readonly included: number;
  readonly queued: number;
  readonly ledger: readonly {
    readonly source: string;
    readonly collection: string;
    readonly outcome: string;
    readonly blocking: boolean;
    readonly records: number;
    readonly files: number;
    readonly message?: string;
  }[];
  readonly work: readonly {
    readonly kind: string;
    readonly progress: { readonly collections?: readonly { readonly records: number }[] } | null;
  }[];
}

/**
 * Files the request of a person, follows it, decides about what is doubtful, releases, fetches and verifies the archive: all of it
 * through the service. Resolves to whether it came to exactly what the world was built to hold.
 */
export async function runScene(scene: Scene): Promise<boolean> {
  const { officer, person, say } = scene;
  const id = await file(scene);
  await officer.client.run('startRequest', { id });
  let last = await follow(scene, id, ['in_review', 'awaiting_release']);
  const doubtful = last.state === 'in_review' ? await decide(scene, id) : 0;
  if (doubtful > 0) last = await follow(scene, id, ['awaiting_release']);
  ledger(last, say);
  await gate(scene, id);
  const archive = await fetchArchive(scene, id);
  const verified = await verifyArchive(archive);
  say(`${archive}: ${verified.ok ? 'verified' : `${String(verified.problemCount)} PROBLEMS`}`);
  const unpacked = await unpack(archive);
  if (verified.ok) await trail(unpacked, say);
  say(`open ${join(unpacked, 'README.html')}`);
  say(`read ${join(unpacked, 'data', 'report', `report.${scene.language}.html`)}`);
  const records = last.ledger.reduce((sum, line) => sum + line.records, 0);
  const { included, queued } = person.truth;
  const expected = `${String(included.length)} records and ${String(queued.length)} doubtful matches`;
  const isRight = verified.ok && records === included.length && doubtful === queued.length;
  say(isRight ? `As the world was built: ${expected}.` : `NOT AS THE WORLD WAS BUILT: ${expected} were expected.`);
  return isRight;
}

async function file({ officer, person, format, language }: Scene): Promise<string> {
  const proved = (kind: string): Pick<IdentifierInput, 'provedBy'> =>
    kind === 'name' || kind === 'birthDate' ? {} : { provedBy: 'the demo' };
  const identifiers = person.given.map(({ kind, value, namespace }) => ({ kind, value, namespace, ...proved(kind) }));
  const input: OpenRequestInput = {
    clientKey: `demo-${String(Date.now())}`,
    identifiers,
    rights: ['access', 'portability'],
    format,
    language,
  };
  const { openRequest } = await officer.client.run('openRequest', { input });
  return accepted(openRequest).id;
}

/** Follows a request until it is in one of these states. Throws where it needs attention, or the service has stopped telling. */
export async function follow(
  { officer, say }: Pick<Scene, 'officer' | 'say'>,
  id: string,
  states: readonly string[],
): Promise<Snapshot> {
  const enough = new AbortController();
  let said = '';
  for await (const event of officer.client.events<Snapshot>(id, enough.signal)) {
    const records = event.work
      .flatMap(({ progress }) => progress?.collections ?? [])
      .reduce((sum, reading) => sum + reading.records, 0);
    const line = `  ${event.state.replaceAll('_', ' ')}${records === 0 ? '' : `, ${String(records)} records`}`;
    if (line !== said) say(line);
    said = line;
    if (event.state === 'needs_attention') throw new Error('The request needs attention: see the log.');
    if (states.includes(event.state)) return event;
  }
  throw new Error('The service has stopped telling.');
}

/** The demo leaves out what is doubtful: a real officer looks at each. */
export async function decide({ officer, say }: Pick<Scene, 'officer' | 'say'>, id: string): Promise<number> {
  const { request } = await officer.client.run('matches', { id });
  const queued = (request?.matches ?? []).filter(({ decision }) => decision === 'queued');
  for (const { id: match, source, collection, reasons } of queued) {
    say(`  doubtful: a record in ${source}.${collection} (${reasons.join(', ')}): left out`);
    await officer.client.run('reviewMatch', { id, review: { match, verdict: 'rejected', reason: 'Left out in the demo.' } });
  }
  return queued.length;
}

function ledger({ ledger: lines }: Snapshot, say: (line: string) => void): void {
  const width = Math.max(...lines.map(({ source, collection }) => source.length + collection.length + 1));
  for (const { source, collection, outcome, blocking, records, files, message } of lines) {
    const name = `${source}.${collection}`.padEnd(width);
    const counts = `${String(records).padStart(6)} records${files === 0 ? '' : `, ${String(files)} files`}`;
    say(`  ${name}  ${(blocking ? `! ${outcome}` : outcome).padEnd(10)} ${counts}${message === undefined ? '' : `  ${message}`}`);
  }
}

/** What keeps the answer from going out by itself: here an officer releases it all the same, with what may be others' hidden. */
export async function gate({ officer, say, language }: Pick<Scene, 'officer' | 'say' | 'language'>, id: string): Promise<void> {
  const { request } = await officer.client.run('requestGate', { id, language });
  const reasons = request?.gate?.reasons ?? [];
  say(reasons.length === 0 ? '  The gate is open: nothing is doubtful.' : '  The gate leaves the release to an officer:');
  for (const { what, remedy } of reasons) say(`  · ${what} ${remedy}`);
}

/** Which system led to which: the way that the search went, as the archive tells it. */
async function trail(unpacked: string, say: (line: string) => void): Promise<void> {
  const lines = await trailOf(unpacked);
  if (lines.length > 0) say('  How the records were found:');
  for (const line of lines) say(`  · ${line}`);
}

/** Releases it as an officer, who proves anew that it is them where that was too long ago. */
export async function release(officer: Officer, id: string): Promise<void> {
  const reason = 'The office of the demo knows the person.';
  const terms = { id, release: { days: 7, reason } satisfies ReleaseInput };
  let { releaseRequest } = await officer.client.run('releaseRequest', terms);
  if (releaseRequest.__typename === 'Refusal' && releaseRequest.code === 'STEP_UP_REQUIRED') {
    await officer.stepUp();
    ({ releaseRequest } = await officer.client.run('releaseRequest', terms));
  }
  accepted(releaseRequest);
}

async function fetchArchive({ officer, folder }: Scene, id: string): Promise<string> {
  await release(officer, id);
  const response = await officer.client.send(`/archives/${id}`);
  if (response.body === null || response.status !== 200) throw new Error('The archive cannot be fetched.');
  const name = /filename="([\w.-]+)"/u.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'archive.zip';
  await mkdir(folder, { recursive: true });
  await pipeline(Readable.fromWeb(response.body), createWriteStream(join(folder, name)));
  return join(folder, name);
}
