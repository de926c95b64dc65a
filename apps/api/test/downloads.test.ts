import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServiceClient } from '../src/client/service-client.js';
import { people, putArchive, putRequest, type SmallHouse, smallHouse } from './small-house.js';

const CONTENT = randomBytes(300_000);
const ETAG = `"${createHash('sha256').update(CONTENT).digest('hex')}"`;

let house: SmallHouse;
let club: ServiceClient;
let hostel: ServiceClient;
beforeAll(async () => {
  house = await smallHouse();
  ({ club, hostel } = await people(house));
  await putArchive(house, '1', CONTENT);
}, 60_000);
afterAll(() => house.stop());

const fetchArchive = (headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
  club.send('/archives/1', { method, headers });
const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

describe('an archive', () => {
  it('comes whole, as a file, and is kept by nobody on its way', async () => {
    const response = await fetchArchive();
    expect([response.status, ...headersOf(response, 'content-type', 'content-length', 'content-disposition')]).toEqual([
      200,
      'application/zip',
      '300000',
      'attachment; filename="club-2026-1.zip"',
    ]);
    expect(headersOf(response, 'etag', 'accept-ranges', 'cache-control', 'x-content-type-options')).toEqual([
      ETAG,
      'bytes',
      'no-store',
      'nosniff',
    ]);
    expect((await bytesOf(response)).equals(CONTENT)).toBe(true);
  });

  it('comes in a range, across the chunks that it is sealed in', async () => {
    const response = await fetchArchive({ range: 'bytes=65000-200000' });
    expect([response.status, ...headersOf(response, 'content-range', 'content-length')]).toEqual([
      206,
      'bytes 65000-200000/300000',
      '135001',
    ]);
    expect((await bytesOf(response)).equals(CONTENT.subarray(65_000, 200_001))).toBe(true);
  });

  it('says how long it is where a range begins behind its end', async () => {
    const response = await fetchArchive({ range: 'bytes=300000-' });
    expect([response.status, response.headers.get('content-range'), (await bytesOf(response)).length]).toEqual([
      416,
      'bytes */300000',
      0,
    ]);
  });

  it('goes on in a range only where it is still the same (If-Range)', async () => {
    const same = await fetchArchive({ range: 'bytes=10-19', 'if-range': ETAG });
    const other = await fetchArchive({ range: 'bytes=10-19', 'if-range': '"another"' });
    const date = await fetchArchive({ range: 'bytes=10-19', 'if-range': new Date().toUTCString() });
    expect([same.status, other.status, date.status]).toEqual([206, 200, 200]);
    expect((await bytesOf(other)).equals(CONTENT)).toBe(true);
    await Promise.all([bytesOf(same), bytesOf(date)]);
  });

  it.each([
    ['its mark', ETAG, 304],
    ['its weak mark among others', `"another", W/${ETAG}`, 304],
    ['any', '*', 304],
    ['another one', '"another"', 200],
  ])('is not sent again to who has %s (If-None-Match)', async (_what, mark, status) => {
    const response = await fetchArchive({ 'if-none-match': mark });
    expect([response.status, (await bytesOf(response)).length, response.headers.get('etag')]).toEqual([
      status,
      status === 304 ? 0 : CONTENT.length,
      ETAG,
    ]);
  });

  it('is described to HEAD without being opened', async () => {
    const response = await fetchArchive({ range: 'bytes=0-1' }, 'HEAD');
    expect([response.status, ...headersOf(response, 'content-length', 'etag')]).toEqual([200, '300000', ETAG]);
  });

  it('is nobody else’s: other controllers are told what they are told of one that is not there', async () => {
    const [foreign, missing] = [await hostel.send('/archives/1'), await club.send('/archives/none')];
    expect([foreign.status, missing.status]).toEqual([404, 404]);
    expect(await foreign.text()).toBe(await missing.text());
  });

  it.each(['searching', 'shredded', 'refused'] as const)('of a request that is %s is not there', async (state) => {
    const archive = { blob: 'archive', bytes: 1, sha256: 'ab', records: 0, files: 0 };
    await putRequest(house, { id: state, reference: `2026-${state}`, state, archive, dataKey: 'none' });
    expect((await club.send(`/archives/${state}`)).status).toBe(404);
  });

  it('leaves the name of who fetched it in the trail', async () => {
    await bytesOf(await fetchArchive());
    const query = 'query { auditTrail(first: 1, request: "1") { edges { node { action actorKind object } } } }';
    const { auditTrail } = await club.query<{ auditTrail: unknown }>(query).catch(() => ({ auditTrail: undefined }));
    expect(auditTrail).toBeUndefined(); // programs do not read the trail
    const page = await house.service.store.transact(({ audit }) =>
      audit.page('club', { object: { type: 'request', id: '1' } }, { first: 1 }),
    );
    expect(page.items[0]?.item).toMatchObject({ action: 'archive.download', actor: { kind: 'service' }, outcome: 'done' });
  });
});

describe('a download that breaks off', () => {
  const LARGE = randomBytes(40_000_000);
  beforeAll(() => putArchive(house, 'large', LARGE));

  it('leaves nothing open, is no fault, and goes on where it was', async () => {
    const first = await partOf('/archives/large', 1_000_000);
    await until(() => openBlobs(house) === 0);
    expect(faults(house)).toEqual([]);
    const rest = await club.send('/archives/large', { headers: { range: `bytes=${String(first.length)}-` } });
    expect(rest.status).toBe(206);
    expect(Buffer.concat([first, await bytesOf(rest)]).equals(LARGE)).toBe(true);
  }, 60_000);

  it('because it was changed where it lies never looks whole, and is told to the log', async () => {
    await putArchive(house, 'changed', LARGE);
    const file = join(house.folder, 'data/blobs/club/changed/archive');
    const sealed = readFileSync(file);
    sealed.writeUInt8(sealed.readUInt8(30_000_000) ^ 1, 30_000_000);
    writeFileSync(file, sealed);
    const response = await club.send('/archives/changed');
    await expect(response.arrayBuffer()).rejects.toThrow();
    expect(faults(house)).toEqual([expect.objectContaining({ event: 'http', error: 'VaultError', code: 'sealed-chunk' })]);
  }, 60_000);
});

/** The first bytes of an answer, whose connection is cut after them. */
async function partOf(path: string, atLeast: number): Promise<Buffer> {
  const cut = new AbortController();
  const { body } = await club.send(path, { signal: cut.signal });
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body as unknown as AsyncIterable<Uint8Array>) {
    parts.push(part);
    length += part.length;
    if (length >= atLeast) break;
  }
  cut.abort();
  return Buffer.concat(parts);
}

function headersOf({ headers }: Response, ...names: readonly string[]): readonly (string | null)[] {
  return names.map((name) => headers.get(name));
}

/** Files of the vault that this process has open. */
function openBlobs({ folder }: SmallHouse): number {
  const blobs = join(folder, 'data/blobs');
  return readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith(blobs);
    } catch {
      return false; // it was closed between the two looks
    }
  }).length;
}

function faults({ log }: SmallHouse): readonly object[] {
  return log.map((line) => JSON.parse(line) as { level: number }).filter(({ level }) => level >= 50);
}

async function until(check: () => boolean): Promise<void> {
  for (let look = 0; look < 500 && !check(); look += 1) await new Promise((wake) => setTimeout(wake, 10));
  expect(check()).toBe(true);
}
