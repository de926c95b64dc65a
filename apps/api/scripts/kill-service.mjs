/**
 * Kills the service with SIGKILL while it works on requests, again and again, and checks from outside that nothing was lost or
 * doubled: every request that was acknowledged ends in its archive, and each archive holds the same data files, byte for byte, as
 * that of an undisturbed run. Run after a build: `node apps/api/scripts/kill-service.mjs [kills] [seed]`. Exits with 1 on a fault.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createDemoWorld } from '@habeas/example-worlds';
import { verifyArchive } from '@habeas/archive';
import yauzl from 'yauzl';
import { Officer } from '../dist/demo/officer.js';

const kills = Number(process.argv[2] ?? 20);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'habeas-kill-'));
const pause = (ms) => new Promise((wake) => setTimeout(wake, ms));
let state = seed;
const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;

const world = await createDemoWorld(join(folder, 'world'));
const configFile = join(folder, 'service.yaml');
const port = 20_000 + Math.floor(random() * 20_000);
writeFileSync(
  configFile,
  `service: 1\ncontrollers:\n  hostel: ${relative(folder, world.hostelConfig)}\n  club: ${relative(folder, world.associationConfig)}\n` +
    `listen: { port: ${port} }\noperations: { port: 0 }\nworker: { leaseSeconds: 1, idleSeconds: 0.05 }\n`,
);

/** Starts the service, and resolves when it answers. */
async function start() {
  const child = spawn(process.execPath, [new URL('../dist/main.js', import.meta.url).pathname, '--config', configFile], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  for (let look = 0; look < 400; look += 1) {
    if (said.includes('Health and metrics')) return { child, code: /minutes: (\S+)/.exec(said)?.[1] };
    if (child.exitCode !== null) throw new Error(`The service ended: ${said}`);
    await pause(25);
  }
  throw new Error(`The service did not start: ${said}`);
}

async function kill({ child }) {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

const people = world.hostel.concat(world.association.slice(0, 2));
const controllerOf = (person) => (world.hostel.includes(person) ? 'hostel' : 'club');

let acknowledged = 0;
async function file(officer, person, key) {
  const identifiers = person.given.map(({ kind, value, namespace }) => ({ kind, value, namespace, provedBy: 'the test' }));
  const input = { clientKey: key, identifiers, rights: ['access'], format: 'json' };
  const { openRequest } = await officer.client.run('openRequest', { input });
  if (openRequest.__typename !== 'Request') throw new Error(openRequest.message);
  if (openRequest.state === 'ready') await officer.client.run('startRequest', { id: openRequest.id });
  return openRequest.id;
}

/** Rejects what is doubtful, so that every request comes to its archive. */
async function settle(officer, id) {
  const { request } = await officer.client.run('matches', { id });
  for (const match of request.matches.filter(({ decision, review }) => decision === 'queued' && review === null)) {
    await officer.client.run('reviewMatch', { id, review: { match: match.id, verdict: 'rejected', reason: 'test' } });
  }
}

async function look(officer, id) {
  const { request } = await officer.client.run('request', { id });
  if (request.state === 'in_review') await settle(officer, id);
  if (request.state === 'ready') await officer.client.run('startRequest', { id });
  return request.state;
}

/** The checksums of an archive's data files, without what tells of times and tries. */
async function dataFiles(officer, id) {
  const response = await officer.client.send(`/archives/${id}`);
  if (response.status !== 200) throw new Error(`The archive of ${id} answers ${response.status}.`);
  const path = join(folder, `${id}.zip`);
  writeFileSync(path, Buffer.from(await response.arrayBuffer()));
  const verified = await verifyArchive(path);
  if (!verified.ok) throw new Error(`The archive of ${id} does not hold.`);
  const zip = await yauzl.openPromise(path);
  const sums = [];
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.split('/').slice(1).join('/');
    if (!name.startsWith('data/') || name.startsWith('data/provenance/')) continue;
    const hash = createHash('sha256');
    for await (const chunk of await zip.openReadStreamPromise(entry)) hash.update(chunk);
    sums.push(`${name} ${hash.digest('hex')}`);
  }
  return sums.sort().join('\n');
}

/** Asks until it is answered: the service may be down at any moment. */
async function patiently(work) {
  for (let tries = 0; tries < 200; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (error.name !== 'TypeError' && error.cause?.code === undefined) throw error;
      await pause(50);
    }
  }
  throw new Error('The service did not answer for ten seconds.');
}

let service = await start();
const first = await Officer.first({ url: `http://127.0.0.1:${port}`, setUpCode: service.code, controller: 'hostel' });
const officerFor = (person) => (controllerOf(person) === 'hostel' ? first : first.for('club'));
const expected = new Map();
for (const person of people) {
  const officer = officerFor(person);
  const id = await file(officer, person, `undisturbed-${people.indexOf(person)}`);
  while ((await look(officer, id)) !== 'awaiting_release') await pause(50);
  expected.set(person, await dataFiles(officer, id));
}
console.log(`seed ${seed}: ${people.length} people, undisturbed`);

const requests = [];
let killed = 0;
const filing = (async () => {
  for (let count = 0; killed < kills; count += 1) {
    const person = people[count % people.length];
    const officer = officerFor(person);
    const id = await patiently(() => file(officer, person, `disturbed-${count}-key`));
    requests.push({ id, person, officer });
    acknowledged += 1;
    await patiently(() => look(officer, id));
    await pause(random() * 100);
  }
})();
while (killed < kills) {
  await pause(50 + random() * 700);
  await kill(service);
  killed += 1;
  service = await start();
}
await filing;

const faults = [];
const deadline = Date.now() + 120_000;
for (const { id, person, officer } of requests) {
  let stands = await look(officer, id);
  while (stands !== 'awaiting_release' && stands !== 'needs_attention' && Date.now() < deadline) {
    await pause(50);
    stands = await look(officer, id);
  }
  if (stands !== 'awaiting_release') faults.push(`${id} is ${stands}`);
  else if ((await dataFiles(officer, id)) !== expected.get(person)) faults.push(`${id} holds something else`);
}
const references = new Set(requests.map(({ id }) => id));
if (references.size !== requests.length) faults.push('two calls were given one request');
console.log(
  `${killed} kills, ${acknowledged} requests acknowledged, ${acknowledged - faults.length} archives equal, ${faults.length} faults`,
);
for (const fault of faults) console.log(`  ${fault}`);
service.child.kill('SIGTERM');
await new Promise((resolve) => service.child.once('exit', resolve));
rmSync(folder, { recursive: true });
process.exitCode = faults.length === 0 ? 0 : 1;
