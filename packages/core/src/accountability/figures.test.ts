import { beforeEach, describe, expect, it } from '@jest/globals';
import { localDate } from '../calendar/local-date.js';
import { DEFAULT_DEADLINE_RULES } from '../deadline/rules.js';
import type { Desk } from '../request/desk.js';
import type { DataRequest, GivenAnswer } from '../request/data-request.js';
import { frenchCalendar } from '../testing/french-calendar.js';
import { memoryStore } from '../testing/store/memory-store.js';
import { FULL_REQUEST, sampleEntry, sampleRequest } from '../testing/store-contract/samples.js';
import { viewFigures } from './figures.js';

const NOW = new Date('2026-06-01T09:00:00Z');
const SETTINGS = { zone: 'Europe/Paris', calendar: frenchCalendar(), rules: DEFAULT_DEADLINE_RULES };
const YEAR = { from: localDate('2026-01-01'), to: localDate('2026-12-31') };

let now: Date;
let desk: Pick<Desk, 'store' | 'clocks' | 'clock'>;
beforeEach(() => {
  now = NOW;
  const clock = { now: () => now, sleep: () => Promise.resolve() };
  desk = { store: memoryStore({ clock }), clocks: { settingsOf: () => SETTINGS }, clock };
});

const figures = (period = YEAR) => viewFigures(desk, { controller: 'club' }, period);

interface Told {
  readonly end?: 'release' | 'refuse' | 'cancel' | 'lapse';
  readonly on?: string;
  readonly by?: 'staff' | 'system';
  readonly more?: Partial<DataRequest>;
}

let made = 0;
async function request(receivedOn: string, { end, on, by = 'staff', more = {} }: Told = {}): Promise<string> {
  const id = `r${String((made += 1))}`;
  const row = sampleRequest({ id, controller: 'club', reference: id, receivedAt: new Date(`${receivedOn}T09:00:00Z`), ...more });
  await desk.store.transact(({ requests }) => requests.add(row));
  if (end !== undefined && on !== undefined) await entry(id, `request.${end}`, { on, by });
  return id;
}

async function entry(
  id: string,
  action: string,
  { on, by }: { readonly on: string; readonly by: 'staff' | 'system' },
): Promise<void> {
  now = new Date(`${on}T10:00:00Z`);
  const told = { id: `a-${String((made += 1))}`, controller: 'club', action, actor: { kind: by, id: 'x' }, object: { type: 'request', id } } as const; // prettier-ignore
  await desk.store.transact(({ audit }) => audit.add(sampleEntry(told)));
  now = NOW;
}

describe('the figures of a period (LOG-05)', () => {
  it('count what was received in each month, where the controller is, and what became of it', async () => {
    await request('2026-03-02', { end: 'release', on: '2026-03-12', by: 'system' });
    await request('2026-03-03', { end: 'refuse', on: '2026-04-20' });
    await request('2026-03-04', { end: 'cancel', on: '2026-03-05' });
    await request('2026-03-05');
    await request('2026-05-20');
    expect(await figures()).toMatchObject([
      { month: '2026-03', received: 4, open: 1, overdue: 1, answered: 1, refused: 1, cancelled: 1, inFirstMonth: 1, inTime: 1, automatic: 1, medianDays: 10 }, // prettier-ignore
      { month: '2026-05', received: 1, open: 1, overdue: 0, answered: 0, inTime: 0 },
    ]);
    expect((await figures())[1]).not.toHaveProperty('medianDays');
    await request('2026-04-30', { more: { receivedAt: new Date('2026-04-30T22:30:00Z') } });
    expect((await figures()).map(({ month, received }) => [month, received])).toEqual([['2026-03', 4], ['2026-05', 2]]); // prettier-ignore
  });

  it('take an answer within an extension as in time, and not as within a month; questions count as pauses', async () => {
    const { clock: kept } = FULL_REQUEST;
    await request('2026-03-02', { end: 'release', on: '2026-05-18', more: { clock: kept } });
    expect(await figures()).toMatchObject([{ inFirstMonth: 0, inTime: 1, extended: 1, paused: 1, medianDays: 77 }]);
  });

  it('go by the first decision, whatever was added to the answer later, and say what was missing in it', async () => {
    const answer = { ...FULL_REQUEST.answers[0], complete: false } as GivenAnswer;
    const id = await request('2026-03-02', { end: 'release', on: '2026-03-10', by: 'system', more: { answers: [answer] } });
    await entry(id, 'request.release', { on: '2026-05-10', by: 'staff' });
    expect(await figures()).toMatchObject([{ answered: 1, automatic: 1, incomplete: 1, inFirstMonth: 1, medianDays: 8 }]);
  });

  it('count apart what ended because nobody proved who asks: that is no answer, and did not go out by itself', async () => {
    await request('2026-03-02', { end: 'lapse', on: '2026-03-20', by: 'system' });
    expect(await figures()).toMatchObject([
      { received: 1, open: 0, lapsed: 1, answered: 0, refused: 0, automatic: 0, inTime: 0 },
    ]);
  });

  it('name the sources that stand in the way, the most frequent first', async () => {
    const line = (source: string, blocking = true) => ({ ...FULL_REQUEST.ledger[0]!, source, blocking });
    await request('2026-03-02', { more: { ledger: [line('crm'), line('crm'), line('shop'), line('mail', false)] } });
    await request('2026-03-03', { more: { ledger: [line('shop'), line('abc')] } });
    const [month] = await figures();
    expect(month?.failingSources).toEqual([
      { source: 'shop', requests: 2 },
      { source: 'abc', requests: 1 },
      { source: 'crm', requests: 1 },
    ]);
  });

  it('are right however many requests and decisions there are', async () => {
    for (let index = 0; index < 130; index += 1) await request('2026-03-02', { end: 'release', on: '2026-03-10' });
    expect(await figures()).toMatchObject([{ received: 130, answered: 130, medianDays: 8 }]);
  });

  it('are of the days that were asked for, and of one controller', async () => {
    await request('2026-02-10', { end: 'release', on: '2026-02-11' });
    await request('2026-03-01', { end: 'release', on: '2026-03-11' });
    const march = { from: localDate('2026-03-01'), to: localDate('2026-03-31') };
    expect(await figures(march)).toMatchObject([{ month: '2026-03', received: 1 }]);
    expect(await viewFigures(desk, { controller: 'other' }, YEAR)).toEqual([]);
    await expect(figures({ from: march.to, to: march.from })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(figures({ from: localDate('2020-01-01'), to: march.to })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});
