import { createFlatTable } from '@habeas/example-worlds';
import { withMariadb } from '../databases.js';
import { exampleDataMap, openMariadb, personWith } from '../jobs/sources.js';
import { seconds, type Series, series } from '../measure.js';
import type { Figure } from '../report.js';

const SIZES = [10_000, 100_000, 1_000_000, 10_000_000] as const;
const SEARCHES = 200;

/** Locating by an indexed e-mail address, in tables of 10⁴ to 10⁷ rows: the time must not depend on the size. */
export async function flatLocate(): Promise<readonly Figure[]> {
  return withMariadb(async (server) => {
    const times: Series[] = [];
    for (const rows of SIZES) {
      const database = await server.createDatabase('flat');
      const { email } = await createFlatTable(database.url, { rows });
      times.push(await locateTimes(database.url, email));
      await database.drop();
    }
    const medians = times.map(({ median }) => median);
    const spread = Math.max(...medians) / Math.min(...medians);
    const figures = times.map((value, index): Figure => ({
      what: `locate among ${String(SIZES[index])} rows`,
      value,
      unit: 'ms',
    }));
    return [...figures, { what: 'slowest ÷ fastest size', value: series([spread]), unit: '×', target: { atMost: 2 } }];
  });
}

async function locateTimes(url: string, email: string): Promise<Series> {
  const session = await openMariadb(url, exampleDataMap('flat'), new AbortController().signal);
  try {
    const identifiers = personWith(email).identifiers.map(({ identifier }) => identifier);
    const times: number[] = [];
    for (let search = 0; search < SEARCHES; search += 1) {
      let matches = 0;
      const elapsed = await seconds(async () => {
        for await (const item of session.locate({ identifiers })) matches += item.type === 'match' ? 1 : 0;
      });
      if (matches !== 1) throw new Error(`one match was expected, not ${String(matches)}`);
      times.push(elapsed * 1000);
    }
    return series(times);
  } finally {
    await session.close();
  }
}
