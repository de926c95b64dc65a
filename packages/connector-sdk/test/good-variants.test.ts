import { describe, expect, it } from '@jest/globals';
import { ConnectorError, type Item } from '../src/index.js';
import { conformanceChecks, type ConformanceCheck, type ConformanceScenario } from '../src/testing/index.js';
import { runAlone, skipReason } from '../src/testing/loaded-source.js';
import { flaw, field, items, session } from './flaws/flaw.js';
import { memoryConnector, memoryScenario } from './in-memory/memory-connector.js';

function checkOf(id: string): ConformanceCheck {
  const found = conformanceChecks.find((check) => check.id === id);
  if (found === undefined) throw new Error(`there is no check ${id}`);
  return found;
}

/** Says in the end that some is missing, where the plain one throws. */
const partial = session((good) => ({
  async *read(request): AsyncIterable<Item> {
    try {
      yield* good.read(request);
    } catch (fault) {
      if (!(fault instanceof ConnectorError)) throw fault;
      const problem = { errorClass: fault.errorClass, message: fault.message };
      yield { type: 'done', outcome: 'partial', count: 0, notes: [], problem };
    }
  },
}));

/** Begins again by itself, and skips what it has delivered. */
const persistent = session((good) => ({
  async *read(request): AsyncIterable<Item> {
    let delivered = 0;
    try {
      for await (const item of good.read(request)) {
        if (item.type === 'records') delivered += item.records.length;
        yield item;
      }
    } catch {
      yield* good.read({ ...request, resume: delivered });
    }
  },
}));

const VARIANTS: readonly (readonly [string, string, ConformanceScenario])[] = [
  ['F5b', 'says what is missing instead of throwing', flaw('', '', /./u, partial).scenario],
  ['F8', 'says what is missing instead of throwing', flaw('', '', /./u, partial).scenario],
  ['F4', 'survives a cut by itself', flaw('', '', /./u, persistent).scenario],
  [
    'F4',
    'has no checkpoints',
    flaw(
      '',
      '',
      /./u,
      items((item) => (item.type === 'checkpoint' ? [] : [item])),
    ).scenario,
  ],
  ['V1', 'has numbers for booleans', flaw('', '', /./u, field('flag', Number)).scenario],
  ['V3', 'has numbers for booleans', flaw('', '', /./u, field('flag', Number)).scenario],
  ['R1', 'is the plain one', memoryScenario()],
];

describe('the conformance kit', () => {
  it.each(VARIANTS)(
    '%s accepts a connector that %s',
    async (id, _title, scenario) => {
      await expect(runAlone(scenario, checkOf(id))).resolves.toBeUndefined();
    },
    60_000,
  );

  it('skips what a scenario cannot offer, and says why', () => {
    const scenario = { ...memoryScenario(), cannot: { deny: 'it has no accounts', arrays: 'it has no arrays' } };
    expect(skipReason(scenario, checkOf('F5a'))).toBe('it has no accounts');
    expect(skipReason(scenario, checkOf('V10'))).toBe('it has no arrays');
    expect(skipReason(scenario, checkOf('S1'))).toBeUndefined();
  });

  it('runs heavy checks only where it is told to', () => {
    const { heavy: _heavy, ...scenario } = memoryScenario();
    expect(skipReason(scenario, checkOf('R1'))).toMatch(/heavy/u);
    expect(skipReason({ ...scenario, heavy: true }, checkOf('R1'))).toBeUndefined();
    expect(scenario.connector).toBe(memoryConnector);
  });
});
