import { describe, expect, it } from '@jest/globals';
import { begunAhead } from './begun-ahead.js';

interface Named {
  readonly name: string;
  readonly pages: AsyncGenerator<string, void, undefined>;
}

/** Lists of pages, by name, and what is asked of them, as it happens. `!` as a page is a fault. */
function listing(lists: Readonly<Record<string, readonly string[]>>, log: string[]): AsyncGenerator<Named, void, undefined> {
  const pagesOf = async function* (name: string, pages: readonly string[]): AsyncGenerator<string, void, undefined> {
    try {
      for (const page of pages) {
        log.push(`ask ${name}`);
        await Promise.resolve();
        if (page === '!') throw new Error(`${name} failed`);
        yield `${name}${page}`;
      }
    } finally {
      log.push(`end ${name}`);
    }
  };
  return (async function* () {
    for (const [name, pages] of Object.entries(lists)) {
      await Promise.resolve();
      if (name === '!') throw new Error('naming failed');
      yield { name, pages: pagesOf(name, pages) };
    }
  })();
}

async function gone(
  lists: Readonly<Record<string, readonly string[]>>,
  ahead = 2,
): Promise<{ readonly came: readonly string[]; readonly log: readonly string[] }> {
  const log: string[] = [];
  const came: string[] = [];
  try {
    for await (const { name, pages } of begunAhead(listing(lists, log), ahead)) {
      log.push(`turn ${name}`);
      for await (const page of pages) came.push(page);
    }
  } catch (fault) {
    came.push((fault as Error).message);
  }
  await new Promise((resolve) => setImmediate(resolve));
  return { came, log };
}

describe('lists that are begun ahead', () => {
  it('come in their order, page by page', async () => {
    const { came } = await gone({ a: ['1', '2'], b: [], c: ['1'], d: ['1', '2', '3'], e: ['1'] });
    expect(came).toEqual(['a1', 'a2', 'c1', 'd1', 'd2', 'd3', 'e1']);
  });

  it('are asked for their first page before their turn, so many and no more', async () => {
    const { log } = await gone({ a: ['1', '2'], b: ['1'], c: ['1'], d: ['1'] });
    expect(log.indexOf('ask c')).toBeLessThan(log.indexOf('turn a'));
    expect(log.indexOf('ask d')).toBeGreaterThan(log.indexOf('turn a'));
    expect(log.indexOf('ask d')).toBeLessThan(log.indexOf('turn b'));
  });

  it('are asked for in their turn where none is to be ahead', async () => {
    const { log } = await gone({ a: ['1'], b: ['1'] }, 0);
    expect(log).toEqual(['ask a', 'turn a', 'end a', 'ask b', 'turn b', 'end b']);
  });

  it('fail in their turn, after everything that comes before, and the others are ended', async () => {
    const { came, log } = await gone({ a: ['1', '2'], b: ['!'], c: ['1', '2'] });
    expect(came).toEqual(['a1', 'a2', 'b failed']);
    expect(log.filter((each) => each === 'end c')).toHaveLength(1);
    expect(log.filter((each) => each === 'ask c')).toHaveLength(1);
  });

  it('are gone through as far as they could be named, before it is said that they could not', async () => {
    expect((await gone({ a: ['1'], '!': [], b: ['1'] })).came).toEqual(['a1', 'naming failed']);
  });

  it('are ended when nobody goes on, the one that was being gone through too', async () => {
    const log: string[] = [];
    for await (const { pages } of begunAhead(listing({ a: ['1', '2'], b: ['1', '2'] }, log), 1)) {
      for await (const page of pages) if (page === 'a1') break;
      break;
    }
    await new Promise((resolve) => setImmediate(resolve));
    expect([...log].sort()).toEqual(['ask a', 'ask b', 'end a', 'end b']);
  });
});
