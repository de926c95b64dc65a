import { readFileSync } from 'node:fs';
import { accepted, Dice, DocumentMaker, type ServiceClient } from '@habeas/api/testing';
import { buildSchema } from 'graphql';
import { series } from '../measure.js';
import { percentileFigure } from '../percentile.js';
import type { Figure } from '../report.js';
import { makeCallers } from '../service/callers.js';
import { exampleHouse, requestInput } from '../service/example-house.js';
import { startService } from '../service/service-process.js';

const SCHEMA = new URL('../../schema.graphql', import.meta.resolve('@habeas/api/testing'));
const DOCUMENTS = 8_000;
/** After so many the service has seen everything, and its memory is what it stays at. */
const WARM_UP = 3_000;
const SEED = 20_240_601;

/** Documents from the grammar of the schema, most of them wrong somewhere, one after the other: what a refusal takes, and what it leaves behind. */
export async function hostileDocuments(): Promise<readonly Figure[]> {
  const house = await exampleHouse();
  const service = await startService(house.configFile);
  try {
    const { programs, people } = await makeCallers(service, 1);
    const [program] = programs;
    const [somebody] = house.world.crowd;
    const [officer] = people;
    if (program === undefined || somebody === undefined || officer === undefined) throw new Error('Nobody is there to send.');
    const input = requestInput(somebody, 'hostile-bench');
    const openRequest = accepted((await program.run('openRequest', { input })).openRequest);
    const schema = buildSchema(readFileSync(SCHEMA, 'utf8'));
    const maker = new DocumentMaker(schema, new Dice(SEED), [openRequest.id, 'membership', 'none']);
    const answers: Answer[] = [];
    let begun = 0;
    for (let sent = 0; sent < DOCUMENTS; sent += 1) {
      const { query, variables } = maker.make();
      answers.push(await answerTo(program, JSON.stringify({ query, variables })));
      if (sent === WARM_UP) begun = await service.liveMiB();
    }
    return figuresOf(answers, { grown: (await service.liveMiB()) - begun, faults: service.faults().length });
  } finally {
    await service.stop();
    house.remove();
  }
}

interface Answer {
  readonly milliseconds: number;
  readonly isFault: boolean;
  readonly isRefused: boolean;
}

async function answerTo(client: ServiceClient, body: string): Promise<Answer> {
  const begin = performance.now();
  const response = await client.send('/graphql', { method: 'POST', body });
  const { errors } = (await response.json()) as {
    readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
  };
  return {
    milliseconds: performance.now() - begin,
    isFault: response.status >= 500 || errors?.some(({ extensions }) => extensions?.code === 'INTERNAL') === true,
    isRefused: errors !== undefined,
  };
}

function figuresOf(answers: readonly Answer[], seen: { readonly grown: number; readonly faults: number }): readonly Figure[] {
  const times = (isRefused: boolean): readonly number[] =>
    answers.filter((answer) => answer.isRefused === isRefused).map(({ milliseconds }) => milliseconds);
  const faults = answers.filter(({ isFault }) => isFault).length + seen.faults;
  return [
    { what: `faults among ${String(answers.length)} documents`, value: series([faults]), unit: '', target: { atMost: 0 } },
    { ...percentileFigure(`refused (${String(times(true).length)}), p99`, times(true), 99), target: { atMost: 50 } },
    percentileFigure('refused, slowest', times(true), 100),
    percentileFigure(`answered (${String(times(false).length)}), p99`, times(false), 99),
    { what: `memory held that came after ${String(WARM_UP)}`, value: series([seen.grown]), unit: 'MiB', target: { atMost: 10 } },
  ];
}
