import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { streamOf } from '../../test/fake-findings.js';
import { bytesOf } from '../../test/making.js';
import { jsonEncoder } from '../json/json-encoder.js';
import type { Column } from './column.js';
import { TableWriter } from './table-writer.js';

const COLUMNS: readonly Column[] = [{ name: 'text', type: 'string' }];
const shape = {
  columns: COLUMNS,
  fill: (item: string, row: unknown[]) => {
    row[0] = item;
  },
};

describe('TableWriter', () => {
  it('writes what its encoder says, however long the texts are', async () => {
    const text = fc.tuple(fc.constantFrom('a', 'é', '😀', '"'), fc.constantFrom(0, 1, 1000, 9000, 90_000, 300_000));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 6 }), async (shapes) => {
        const items = shapes.map(([char, count]) => char.repeat(count));
        const writer = new TableWriter(shape, 'json');
        const encoder = jsonEncoder(COLUMNS);
        const expected = encoder.head + items.map((item) => encoder.row([item])).join('') + encoder.foot();
        expect((await bytesOf(writer.encode(streamOf([items, []])))).toString()).toBe(expected);
        expect(writer.facts().rows).toBe(items.length);
      }),
      { numRuns: 40 },
    );
  });

  it('asks for a batch only when the one before is used up', async () => {
    let asked = 0;
    async function* batches(): AsyncGenerator<readonly string[]> {
      for (let index = 0; index < 100; index += 1) {
        asked += 1;
        yield ['x'.repeat(100_000)];
        await Promise.resolve();
      }
    }
    const bytes = new TableWriter(shape, 'csv').encode(batches());
    await bytes.next();
    expect(asked).toBeLessThan(5);
    await bytes.return(undefined);
  });
});
