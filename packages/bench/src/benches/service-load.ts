import { setTimeout as pause } from 'node:timers/promises';
import { Dice } from '@habeas/api/testing';
import { series } from '../measure.js';
import { percentileFigure } from '../percentile.js';
import type { BenchOptions, Figure } from '../report.js';
import { makeCallers } from '../service/callers.js';
import { exampleHouse } from '../service/example-house.js';
import { type LoopResult, sendOpenLoop } from '../service/open-loop.js';
import { OperationMix } from '../service/operation-mix.js';
import { countOf, ENDED } from '../service/progress.js';
import { type ServiceProcess, startService } from '../service/service-process.js';

const RATE = 150;
const SECONDS = 300;
const SEED = 20_241_128;
const PREPARED = 300;
const STARTED = 60;

/**
 * 150 mixed operations a second against one service that answers and works in one process, with sessions and tokens, while its
 * worker searches the example association for what the operations start. The load comes from this process, beside it on the same
 * machine.
 */
export async function serviceLoad({ seconds = SECONDS }: BenchOptions): Promise<readonly Figure[]> {
  const house = await exampleHouse();
  const service = await startService(house.configFile);
  try {
    const dice = new Dice(SEED);
    const people = [...house.world.crowd, ...house.world.association];
    const callers = await makeCallers(service);
    const [officer] = callers.people;
    if (officer === undefined) throw new Error('Nobody is there to look.');
    const mix = new OperationMix(callers, people, dice);
    await mix.prepare(PREPARED, STARTED);
    const memory = memoryAfter(service, Math.min(60, seconds / 5));
    const cpu = service.cpuSeconds();
    const result = await sendOpenLoop({ rate: RATE, seconds, dice, send: () => mix.next() });
    const used = (service.cpuSeconds() - cpu) / seconds;
    const grown = service.residentMiB() - (await memory);
    return figuresOf(result, { service, used, tooLate: mix.tooLate, grown, searched: await countOf(officer, ENDED) });
  } finally {
    await service.stop();
    house.remove();
  }
}

async function memoryAfter(service: ServiceProcess, seconds: number): Promise<number> {
  await pause(seconds * 1_000);
  return service.residentMiB();
}

interface Seen {
  readonly service: ServiceProcess;
  readonly used: number;
  readonly tooLate: number;
  readonly grown: number;
  readonly searched: number;
}

function figuresOf({ latencies, errors, latestSendMs }: LoopResult, seen: Seen): readonly Figure[] {
  const all = [...latencies.values()].flat();
  const count = (values: Iterable<number>): number => [...values].reduce((sum, each) => sum + each, 0);
  const logged = seen.service.faults();
  const faults = count(errors.values()) + logged.length;
  for (const [message, times] of errors) process.stderr.write(`${String(times)} × ${message}\n`);
  for (const line of logged) process.stderr.write(`logged: ${line}\n`);
  const byName = [...latencies].map(([name, times]): Figure =>
    percentileFigure(`${name} (${String(times.length)}), p99`, times, 99),
  );
  return [
    percentileFigure(`all (${String(all.length)}), p50`, all, 50),
    { ...percentileFigure('all, p99', all, 99), target: { atMost: 300 } },
    percentileFigure('all, slowest', all, 100),
    ...byName.sort((a, b) => b.value.median - a.value.median),
    { what: 'errors', value: series([faults]), unit: '', target: { atMost: 0 } },
    { what: 'requests that were searched, read and packed', value: series([seen.searched]), unit: '' },
    { what: 'pauses and resumes that came too late', value: series([seen.tooLate]), unit: '' },
    { what: 'processor of the service', value: series([seen.used * 100]), unit: '%' },
    { what: 'memory grown after warming up', value: series([seen.grown]), unit: 'MiB' },
    { what: 'the sender was late by, at most', value: series([latestSendMs]), unit: 'ms' },
  ];
}
