import { describe, expect, it } from '@jest/globals';
import { complaintsOf } from './faults/complaints.js';
import { faultRun, type FaultRun } from './faults/fault-run.js';
import { manifest, session, swallowing } from './flaws/flaw.js';
import { VENDORS } from './vendors/vendors.js';

/** The first of those that `npm run test:nightly` makes: `-- --run vendor-faults --seed 7 --vendor-runs 1` is one of them alone. */
const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);

type Connect = ReturnType<typeof manifest>;

/** What is said of the first run that is not as it has to be. */
async function firstComplaint(connect: Connect): Promise<string> {
  for (const seed of SEEDS) {
    const complaints = complaintsOf(await faultRun(seed, { connect }));
    if (complaints.length > 0) return complaints.join('\n');
  }
  return 'nothing';
}

/** Takes replies of a kind for something else than they are. */
function taking(rule: {
  readonly status: number[];
  readonly json?: false;
  readonly means: 'empty' | 'contract' | 'quota';
}): Connect {
  return manifest((good) => ({
    ...good,
    responses: { ...good.responses, rules: [{ ...rule, exists: undefined }, ...good.responses.rules] },
  }));
}

describe('a search of a vendor that fails', () => {
  it.each(SEEDS)('tells what came and what did not, and brings all of it where the faults pass: seed %i', async (seed) => {
    const run = await faultRun(seed);
    expect({ ...run, complaints: complaintsOf(run) }).toEqual({ ...run, complaints: [] });
  });

  it('meets every kind of fault in those runs, and brings records all the same', async () => {
    const runs: FaultRun[] = [];
    for (const seed of SEEDS.slice(0, 20)) runs.push(await faultRun(seed));
    const kinds = new Set(runs.flatMap(({ met }) => Object.keys(met)));
    const passing = ['slow', 'reset', 'truncated', 'page', 'server', 'storm', 'expiry', 'outage'];
    expect([...kinds]).toEqual(expect.arrayContaining(passing));
    expect(runs.filter(({ isComplete }) => isComplete).length).toBeGreaterThan(5);
    expect(runs.filter(({ isComplete }) => !isComplete).length).toBeGreaterThan(2);
    expect(new Set(runs.map(({ vendor }) => vendor))).toEqual(new Set(Object.keys(VENDORS)));
  });

  it('brings everything where nothing fails', async () => {
    for (const seed of SEEDS.slice(0, 8)) {
      const run = await faultRun(seed, { calm: true });
      expect([run.isComplete, run.met, ...complaintsOf({ ...run, lasting: undefined })]).toEqual([true, {}]);
    }
  });

  it.each<[string, Connect, RegExp]>([
    [
      'takes a text that breaks off for an empty page',
      taking({ status: [200], json: false, means: 'empty' }),
      /did not come|is empty, and/u,
    ],
    ['takes an expired token for the end', taking({ status: [401], means: 'contract' }), /though every fault passed/u],
    ['takes a fault for nothing there', swallowing(), /is empty, and/u],
    ['takes a storm of 429s for the end', taking({ status: [429], means: 'quota' }), /its fault is quota/u],
    [
      'begins again where it should go on',
      session((good) => ({ read: ({ resume: _from, ...request }) => good.read(request) })),
      /came twice|another number/u,
    ],
  ])('is not believed from a connector that %s', async (_what, connect, complaint) => {
    expect(await firstComplaint(connect)).toMatch(complaint);
  });
});
