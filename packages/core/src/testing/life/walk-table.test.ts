import { describe, expect, it } from '@jest/globals';
import { happen } from '../../request/change-request.js';
import { REQUEST_EVENTS, TRANSITIONS } from '../../request/transitions.js';
import { arrowOf, ARROWS } from './life-drawing.js';
import { type Happens, walkTable } from './walk-table.js';

const SEED = 20_261_129;

describe('the table of transitions', () => {
  it('lets happen what the drawing shows, and nothing else, in 20,000 lives', async () => {
    const { faults, reached, arrows, happened, refused } = await walkTable(20_000, SEED);
    expect(faults).toEqual([]);
    expect(new Set(Object.keys(arrows))).toEqual(new Set(ARROWS.keys()));
    expect(Object.keys(reached)).toHaveLength(12);
    expect(happened).toBeGreaterThan(100_000);
    expect(refused).toBeGreaterThan(20_000);
  });

  it('has the arrows of the drawing, with those who bring them about', () => {
    const inTable = REQUEST_EVENTS.flatMap((event) => TRANSITIONS[event].from.map((from) => `${from} ${event}`));
    expect(new Set(inTable)).toEqual(new Set(ARROWS.keys()));
    expect(arrowOf('shredded', 'retry')).toEqual({ to: 'nowhere', by: [] });
  });
});

const FLAWS: Readonly<Record<string, Happens>> = {
  'lets everybody do everything': (transaction, request, happening, change) =>
    happen(transaction, request, { ...happening, viewer: { ...happening.viewer, actor: { kind: 'staff', id: 'a' } } }, change),
  'asks nobody for a proof': (transaction, request, happening, change) =>
    happen(transaction, request, { ...happening, viewer: { ...happening.viewer, steppedUpAt: transaction.now } }, change),
  'takes a reason for given': (transaction, request, happening, change) =>
    happen(transaction, request, happening, { ...change, reason: 'x' }),
  'stores nothing': async (transaction, request, happening, change) =>
    happen(
      { ...transaction, requests: { ...transaction.requests, change: () => Promise.resolve() } },
      request,
      happening,
      change,
    ),
  'writes no trail': async (transaction, request, happening, change) =>
    happen({ ...transaction, audit: { ...transaction.audit, add: () => Promise.resolve() } }, request, happening, change),
  'writes the trail before it refuses': async (transaction, request, happening, change) => {
    const entry = { id: 'x', controller: 'club', actor: happening.viewer.actor, action: 'x', outcome: 'done' } as const;
    await transaction.audit.add({ ...entry, object: { type: 'request', id: request.id }, details: {} });
    return happen(transaction, request, happening, change);
  },
};

describe('a walk through the table', () => {
  it.each(Object.keys(FLAWS))('notices a function that %s', async (flaw) => {
    const { faults } = await walkTable(1_500, SEED, FLAWS[flaw]);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.length).toBeLessThanOrEqual(100);
  });
});
