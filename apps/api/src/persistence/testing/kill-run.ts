import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { verifyTrail } from '@habeas/core';
import { type DurableStore, openStore } from '../open-store.js';
import { TRAIL_HASHING } from '@habeas/vault';

const LOADER = fileURLToPath(new URL('../../../scripts/source-loader.mjs', import.meta.url));
const WORKER = fileURLToPath(new URL('kill-worker.ts', import.meta.url));
const STEPS_EACH = 5;
const REQUESTS_AT_ONCE = 40;

/** What a run with kills came to. */
export interface KillReport {
  readonly kills: number;
  readonly seconds: number;
  /** Steps that were acknowledged to be added, and those that are done. */
  readonly steps: number;
  readonly done: number;
  /** Steps whose effect is not there exactly once. */
  readonly wrong: readonly string[];
  readonly trail: string;
}

/** Lets three workers be killed again and again while they work, lets one finish, and compares what is there with what has to be. */
export async function runWithKills(url: string, kills: number): Promise<KillReport> {
  const store = await openStore({ url, allowsLazyFlush: true });
  const begin = performance.now();
  try {
    const requests: string[] = [];
    const left = { kills };
    await Promise.all(['one', 'two', 'three'].map((worker) => killAgain(store, { url, worker, left, requests })));
    await finish(store, url);
    const seconds = (performance.now() - begin) / 1_000;
    return { kills, seconds, ...(await check(store, requests)) };
  } finally {
    await store.close();
  }
}

interface Victim {
  readonly url: string;
  readonly worker: string;
  readonly left: { kills: number };
  readonly requests: string[];
}

async function killAgain(store: DurableStore, { url, worker, left, requests }: Victim): Promise<void> {
  while (left.kills > 0) {
    left.kills -= 1;
    const child = await start(url, worker);
    if ((await store.nextDueAt()) === undefined || randomInt(3) === 0) requests.push(...(await addRequests(store)));
    await pause(randomInt(1, 400));
    child.kill('SIGKILL');
    await once(child, 'close');
  }
}

async function start(url: string, worker: string): Promise<ChildProcess> {
  const args = ['--disable-warning=ExperimentalWarning', '--import', LOADER, WORKER, url, worker, String(STEPS_EACH)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

async function addRequests(store: DurableStore): Promise<readonly string[]> {
  const requests = Array.from({ length: REQUESTS_AT_ONCE }, () => randomUUID());
  await store.transact(async ({ steps, now }) => {
    for (const request of requests) {
      const step = { id: `${request}/1`, controller: 'acme', request, key: '1', kind: 'search', workflowVersion: 1 } as const;
      await steps.add({ ...step, dueAt: now });
    }
  });
  return requests;
}

async function finish(store: DurableStore, url: string): Promise<void> {
  const child = await start(url, 'last');
  try {
    while ((await store.nextDueAt()) !== undefined || (await store.trail.waiting()).count > 0) await pause(50);
  } finally {
    child.kill('SIGKILL');
    await once(child, 'close');
  }
}

async function check(
  store: DurableStore,
  requests: readonly string[],
): Promise<Pick<KillReport, 'steps' | 'done' | 'wrong' | 'trail'>> {
  const effects = new Map<string, number>();
  const head = await store.trail.head();
  const lines: string[] = [];
  for await (const line of store.trail.export()) {
    lines.push(line);
    const { object } = JSON.parse(line) as { readonly object: { readonly id: string } };
    effects.set(object.id, (effects.get(object.id) ?? 0) + 1);
  }
  const steps = (await Promise.all(requests.map((request) => store.transact((rows) => rows.steps.of('acme', request))))).flat();
  const expected = requests.flatMap((request) => Array.from({ length: STEPS_EACH }, (_, index) => `${request}/${index + 1}`));
  const wrong = [...new Set([...expected, ...effects.keys()])].filter((id) => effects.get(id) !== 1 || !expected.includes(id));
  const verdict = await verifyTrail(lines, TRAIL_HASHING, { through: head });
  return {
    steps: expected.length,
    done: steps.filter(({ state }) => state === 'done').length,
    wrong,
    trail: verdict.holds ? 'holds' : verdict.fault,
  };
}
