import { describe, expect, it } from '@jest/globals';
import { Gate } from './gate.js';

describe('Gate', () => {
  it('lets so many run at once, and the others in the order they came, also after a failure', async () => {
    const gate = new Gate(2);
    const order: number[] = [];
    let running = 0;
    let most = 0;
    const work = [0, 1, 2, 3, 4].map((index) =>
      gate.run(async () => {
        running += 1;
        most = Math.max(most, running);
        await Promise.resolve();
        running -= 1;
        order.push(index);
        if (index === 0) throw new Error('one fails');
      }),
    );
    const results = await Promise.allSettled(work);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled', 'fulfilled']);
    expect([most, order]).toEqual([2, [0, 1, 2, 3, 4]]);
  });
});
