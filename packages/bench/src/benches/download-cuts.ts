import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Dice, openBeside, type Service } from '@habeas/api/testing';
import { seconds as secondsOf, series } from '../measure.js';
import type { Figure } from '../report.js';
import { exampleHouse } from '../service/example-house.js';
import { type PlacedLink, placeLink } from '../service/placed-link.js';
import { type ServiceProcess, startService } from '../service/service-process.js';
import { askForArchive, choosePacking, letIn } from '../service/subject-client.js';

const MIB = 1024 * 1024;
const LARGE_BYTES = 1024 * MIB;
const CUTS = 200;
const SEED = 20_251_129;
const AT_ONCE = 100;
const SMALL_BYTES = 16 * MIB;
/** A link is good for so many downloads. */
const PER_LINK = 5;
/** 300 MB, for the download that breaks; the 100 at once have only to be served. */
const MOST_MIB = 300e6 / MIB;
const MOST_LOOKS = 50;
const LOOK_EVERY_MS = 100;

/**
 * One archive of 1 GiB whose download breaks 200 times, at places that are drawn, and goes on each time where it was; the same with one that
 * is locked with AES, and with one of age; then 100 browsers that
 * fetch 16 MiB each at once, five by each of twenty links. The service is in a process of its own, the browsers are in this one.
 */
export async function downloadCuts(): Promise<readonly Figure[]> {
  const house = await exampleHouse();
  const service = await startService(house.configFile);
  const beside = await openBeside(house.configFile);
  try {
    return [
      ...(await cutOften({ service, beside })),
      ...(await cutLocked({ service, beside })),
      ...(await manyAtOnce({ service, beside })),
    ];
  } finally {
    await beside.close();
    await service.stop();
    house.remove();
  }
}

interface Setting {
  readonly service: ServiceProcess;
  readonly beside: Service;
}

async function cutOften({ service, beside }: Setting): Promise<readonly Figure[]> {
  const placed = await placeLink(beside.desk, { bytes: LARGE_BYTES });
  const before = service.residentMiB();
  let fetched: Fetched = { sha256: '', answers: 0 };
  const took = await secondsOf(async () => {
    fetched = await fetchInPieces(service.url, placed, new Dice(SEED));
  });
  const isSame = fetched.sha256 === placed.archive.sha256;
  return [
    { what: 'answers of 1 GiB in one download', value: series([fetched.answers]), unit: '', target: { atLeast: CUTS + 1 } },
    { what: 'hashes that differ', value: series([isSame ? 0 : 1]), unit: '', target: { atMost: 0 } },
    { what: 'downloads it counts as', value: series([await counted(beside, placed, 1)]), unit: '', target: { atMost: 1 } },
    { what: 'memory of the service before', value: series([before]), unit: 'MiB' },
    { what: 'its most so far', value: series([service.peakMiB()]), unit: 'MiB', target: { atMost: MOST_MIB } },
    { what: 'until all was there', value: series([took]), unit: 's' },
    { what: 'sent, with all the beginnings anew', value: series([LARGE_BYTES / 1e6 / took]), unit: 'MB/s' },
  ];
}

/** The same with archives that are locked before: as an encrypted ZIP, and as an age file. */
async function cutLocked({ service, beside }: Setting): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const packing of ['aes', 'age'] as const) {
    const plain = await placeLink(beside.desk, { bytes: LARGE_BYTES });
    let locked = plain;
    const took = await secondsOf(async () => {
      await choosePacking(service.url, plain, packing);
      locked = { ...plain, archive: await lockedFile(beside, plain) };
    });
    const { sha256 } = await fetchInPieces(service.url, locked, new Dice(SEED));
    const isSame = sha256 === locked.archive.sha256 && sha256 !== plain.archive.sha256;
    figures.push(
      { what: `${packing}: until 1 GiB was locked`, value: series([took]), unit: 's' },
      { what: `${packing}: hashes that differ`, value: series([isSame ? 0 : 1]), unit: '', target: { atMost: 0 } },
      {
        what: `${packing}: downloads it counts as`,
        value: series([await counted(beside, plain, 1)]),
        unit: '',
        target: { atMost: 1 },
      },
      { what: `${packing}: most memory so far`, value: series([service.peakMiB()]), unit: 'MiB', target: { atMost: MOST_MIB } },
    );
  }
  return figures;
}

/** What an archive has been locked as. */
async function lockedFile({ store }: Service, { id }: PlacedLink): Promise<PlacedLink['archive']> {
  for (;;) {
    const delivery = await store.transact(({ deliveries }) => deliveries.get('hostel', id));
    if (delivery?.packing?.file !== undefined) return delivery.packing.file;
    await pause(LOOK_EVERY_MS);
  }
}

interface Fetched {
  readonly sha256: string;
  readonly answers: number;
}

/** Fetches an archive, hangs up at each of the places that are drawn, and goes on there. */
async function fetchInPieces(url: string, placed: PlacedLink, dice: Dice): Promise<Fetched> {
  const cookie = await letIn(url, placed);
  const { bytes } = placed.archive;
  const places = Array.from({ length: CUTS }, () => Math.floor(dice.next() * bytes)).sort((left, right) => left - right);
  const hash = createHash('sha256');
  let from = 0;
  let answers = 0;
  for (const place of [...places, bytes]) {
    const hangUp = new AbortController();
    const response = await askForArchive(url, placed, { cookie, from, signal: hangUp.signal });
    if (response.status !== (from === 0 ? 200 : 206)) throw new Error(`Answered with ${String(response.status)}.`);
    answers += 1;
    from += await readUpTo(response, place - from, (piece) => hash.update(piece));
    hangUp.abort();
  }
  return { sha256: hash.digest('hex'), answers };
}

/** Reads an answer up to so many bytes. Gives how many they were. */
async function readUpTo({ body }: Response, wanted: number, take: (piece: Uint8Array) => void): Promise<number> {
  let read = 0;
  for await (const piece of (body ?? []) as AsyncIterable<Uint8Array>) {
    const part = piece.subarray(0, wanted - read);
    take(part);
    read += part.length;
    if (part.length < piece.length) break;
  }
  return read;
}

async function manyAtOnce({ service, beside }: Setting): Promise<readonly Figure[]> {
  const browsers: { readonly placed: PlacedLink; readonly cookie: string }[] = [];
  for (let link = 0; link < AT_ONCE / PER_LINK; link += 1) {
    const placed = await placeLink(beside.desk, { bytes: SMALL_BYTES });
    for (let each = 0; each < PER_LINK; each += 1) browsers.push({ placed, cookie: await letIn(service.url, placed) });
  }
  let same: readonly boolean[] = [];
  const took = await secondsOf(async () => {
    same = await Promise.all(browsers.map(({ placed, cookie }) => isWhole(service.url, placed, cookie)));
  });
  const completed = await Promise.all(browsers.map(({ placed }) => counted(beside, placed, PER_LINK)));
  return [
    {
      what: '100 at once: whole, hashes equal',
      value: series([same.filter(Boolean).length]),
      unit: '',
      target: { atLeast: AT_ONCE },
    },
    {
      what: 'downloads that a link of five counts',
      value: series(completed),
      unit: '',
      target: { atLeast: PER_LINK },
    },
    { what: 'until all 100 were there', value: series([took]), unit: 's' },
    { what: 'sent to all', value: series([(AT_ONCE * SMALL_BYTES) / 1e6 / took]), unit: 'MB/s' },
    { what: 'the most memory of the service', value: series([service.peakMiB()]), unit: 'MiB' },
    { what: 'faults in the log', value: series([service.faults().length]), unit: '', target: { atMost: 0 } },
  ];
}

async function isWhole(url: string, placed: PlacedLink, cookie: string): Promise<boolean> {
  const response = await askForArchive(url, placed, { cookie });
  if (response.status !== 200) return false;
  const hash = createHash('sha256');
  await readUpTo(response, placed.archive.bytes, (piece) => hash.update(piece));
  return hash.digest('hex') === placed.archive.sha256;
}

/** How many downloads of a link have reached their end, as the store has it: a moment after the last byte has come, it is noted. */
async function counted({ store }: Service, { id }: PlacedLink, wanted: number): Promise<number> {
  for (let look = 1; ; look += 1) {
    const delivery = await store.transact(({ deliveries }) => deliveries.get('hostel', id));
    const completed = delivery?.link?.completed ?? 0;
    if (completed >= wanted || look === MOST_LOOKS) return completed;
    await pause(LOOK_EVERY_MS);
  }
}
