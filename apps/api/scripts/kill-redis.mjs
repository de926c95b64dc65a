/**
 * Takes Redis away while two processes work on requests, again and again: kills it, empties it, or brings an older snapshot back.
 * Checks from outside that nothing was lost or done twice, and how long it takes until everything that was in progress has come to
 * its end. Run after a build: `node apps/api/scripts/kill-redis.mjs [times] [seed]`. Prints one line of JSON, and exits with 1
 * where something is missing or doubled, or where the 95th percentile is above 30 seconds (security R9).
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createDemoWorld } from '@habeas/example-worlds';
import { connectToServer, startPrivateServer } from '@habeas/test-servers';
import { Officer } from '../dist/demo/officer.js';

const times = Number(process.argv[2] ?? 10);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000);
const REQUESTS_EACH = 8;
const LIMIT_SECONDS = 30;
const PATIENCE_MS = 120_000;
const WAYS = ['kill', 'flush', 'snapshot'];

let state = seed % 2_147_483_647 || 1;
const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;

const folder = mkdtempSync(join(tmpdir(), 'habeas-redis-'));
const processes = [];
let redis = await startPrivateServer('redis');
const client = connectToServer('redis', redis.url);
try {
  process.exitCode = await main();
} finally {
  for (const each of processes) each.child.kill('SIGKILL');
  await redis.stop();
  rmSync(folder, { recursive: true });
}

async function main() {
  const world = await createDemoWorld(join(folder, 'world'));
  const first = await start(world, 'one');
  const officer = await Officer.first({ url: first.url, setUpCode: first.code, controller: 'hostel' });
  await start(world, 'two');
  const snapshot = await snapshotOf(officer, world.hostel);
  const expected = await recordsOf(officer, world.hostel, await file(officer, world.hostel, 'undisturbed'));
  const rounds = [];
  for (let round = 0; round < times; round += 1) {
    rounds.push(await disturb(officer, world.hostel, { way: WAYS[round % WAYS.length], round, snapshot, expected }));
  }
  const stopped = await Promise.all(processes.map(stop));
  return report(rounds, Math.max(...stopped));
}

/** Starts a process that answers and works; both use one folder, one store and one queue. */
async function start(world, name) {
  const file = join(folder, `${name}.yaml`);
  const controllers = `controllers: { hostel: ${relative(folder, world.hostelConfig)} }\n`;
  const settings = `listen: { port: 0 }\noperations: { port: 0 }\nredis: ${redis.url}\nworker: { concurrency: 1 }\n`;
  writeFileSync(file, `service: 1\n${controllers}${settings}`);
  const main = new URL('../dist/main.js', import.meta.url).pathname;
  const child = spawn(process.execPath, [main, '--config', file], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { log: '', words: '' };
  child.stdout.on('data', (chunk) => (said.log += chunk));
  child.stderr.on('data', (chunk) => (said.words += chunk));
  processes.push({ child, said });
  for (let look = 0; look < 400 && !said.words.includes('Health and metrics'); look += 1) await pause(50);
  const url = /Habeas is at (\S+)/.exec(said.words)?.[1];
  if (url === undefined) throw new Error(`The service did not start: ${said.words}`);
  await pause(100);
  return { url, code: /minutes: (\S+)/.exec(said.words)?.[1] };
}

/** How long the process takes to end by itself, in seconds. */
async function stop({ child }) {
  const begin = performance.now();
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  return (performance.now() - begin) / 1_000;
}

/** What Redis holds while work waits: hints that are long used up when it comes back. */
async function snapshotOf(officer, people) {
  const ids = await file(officer, people, 'snapshot');
  await client.run('SAVE');
  const [, home] = await client.run('CONFIG', 'GET', 'dir');
  const snapshot = readFileSync(join(home, 'dump.rdb'));
  await settled(officer, ids);
  return snapshot;
}

/** Requests that were acknowledged, by the person they are about. */
async function file(officer, people, key) {
  const filed = Array.from({ length: REQUESTS_EACH }, async (_, index) => {
    const person = people[index % people.length];
    const identifiers = person.given.map(({ kind, value, namespace }) => ({ kind, value, namespace, provedBy: 'the test' }));
    const input = { clientKey: `${key}-${index}-key`, identifiers, rights: ['access'], format: 'json' };
    const { openRequest } = await officer.client.run('openRequest', { input });
    if (openRequest.__typename !== 'Request') throw new Error(openRequest.message);
    if (openRequest.state === 'ready') await officer.client.run('startRequest', { id: openRequest.id });
    return openRequest.id;
  });
  return Promise.all(filed);
}

async function look(officer, id) {
  const { request } = await officer.client.run('request', { id });
  if (request.state !== 'in_review') return request;
  const { request: reviewed } = await officer.client.run('matches', { id });
  for (const match of reviewed.matches.filter(({ decision, review }) => decision === 'queued' && review === null)) {
    await officer.client.run('reviewMatch', { id, review: { match: match.id, verdict: 'rejected', reason: 'test' } });
  }
  return request;
}

/** Waits until all of them have come to an end. Those that have not in two minutes are in no state that is one. */
async function settled(officer, ids) {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const requests = await Promise.all(ids.map((id) => look(officer, id)));
    const open = requests.filter((request) => !['awaiting_release', 'needs_attention'].includes(request.state));
    if (open.length === 0 || performance.now() > deadline) return requests;
    await pause(100);
  }
}

async function recordsOf(officer, people, ids) {
  const requests = await settled(officer, ids);
  return requests.map(({ archive }) => archive?.records);
}

async function disturb(officer, people, { way, round, snapshot, expected }) {
  const ids = await file(officer, people, `round-${round}`);
  await pause(random() * 300);
  const begin = performance.now();
  if (way === 'flush') await client.run('FLUSHALL');
  else await comeBack(way === 'snapshot' ? { 'dump.rdb': snapshot } : {});
  const requests = await settled(officer, ids);
  const seconds = (performance.now() - begin) / 1_000;
  const lost = requests.filter(
    ({ state, archive }, index) => state !== 'awaiting_release' || archive?.records !== expected[index],
  );
  return { way, seconds, lost: lost.length, doubled: await doubledOf(officer, ids), requests: ids.length };
}

async function comeBack(files) {
  await redis.kill();
  await pause(random() * 3_000);
  redis = await startPrivateServer('redis', { like: redis.url, files });
}

/** Requests whose trail tells of an end of the same work twice. */
async function doubledOf(officer, ids) {
  const counts = await Promise.all(
    ids.map(async (id) => {
      const { auditTrail } = await officer.client.run('auditTrail', { first: 100, request: id });
      return auditTrail.edges.filter(({ node }) => node.action === 'request.assembled').length;
    }),
  );
  return counts.filter((count) => count !== 1).length;
}

function report(rounds, stopSeconds) {
  const sum = (name) => rounds.reduce((total, round) => total + round[name], 0);
  const seconds = rounds.map((round) => round.seconds).sort((a, b) => a - b);
  const p95 = seconds[Math.ceil(seconds.length * 0.95) - 1];
  const faults = processes.flatMap(({ said }) => said.log.split('\n').filter((line) => line.includes('"level":50')));
  const [lost, doubled, requests] = [sum('lost'), sum('doubled'), sum('requests')];
  const rounded = (value) => Math.round(value * 10) / 10;
  const figures = { p50Seconds: rounded(seconds[Math.floor(seconds.length / 2)]), p95Seconds: rounded(p95) };
  const isReached = lost === 0 && doubled === 0 && faults.length === 0 && p95 <= LIMIT_SECONDS && stopSeconds <= 20;
  const line = { seed, times, requests, lost, doubled, faults: faults.length, ...figures, limitSeconds: LIMIT_SECONDS };
  process.stdout.write(`${JSON.stringify({ ...line, stopSeconds: rounded(stopSeconds), isReached })}\n`);
  for (const fault of faults.slice(0, 20)) process.stderr.write(`${fault}\n`);
  return isReached ? 0 : 1;
}
