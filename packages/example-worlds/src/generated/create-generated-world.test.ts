import { describe, expect, it } from '@jest/globals';
import { recordText } from '../world/truth.js';
import { createGeneratedWorld } from './create-generated-world.js';

const world = createGeneratedWorld({ people: 1000 });

describe('createGeneratedWorld', () => {
  it('has every kind of collision at its rate', () => {
    const counts = new Map<string, number>();
    for (const { id } of world.collisions) {
      const kind = id.slice(0, id.indexOf('/'));
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    expect(counts.size).toBe(21);
    expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(3);
    expect(counts.get('second-address')).toBe(10);
    expect(counts.get('recycled-telephone')).toBe(8);
  });

  it('gives no record to two people, but for what waits for a human', () => {
    const owners = new Map<string, string>();
    for (const { id, truth } of [...world.collisions, ...world.ordinary])
      for (const record of truth.included) {
        expect([recordText(record), owners.get(recordText(record))]).toEqual([recordText(record), undefined]);
        owners.set(recordText(record), id);
      }
  });

  it('searches for everybody by something of their own', () => {
    const values = [...world.collisions, ...world.ordinary].flatMap(({ given }) => given.map(({ value }) => value));
    expect(new Set(values).size).toBe(values.length);
  });

  it('is the same for the same seed, and another one for another', () => {
    const again = createGeneratedWorld({ people: 1000 });
    expect([again.rows, again.collisions, again.ordinary]).toEqual([world.rows, world.collisions, world.ordinary]);
    expect(createGeneratedWorld({ people: 1000, seed: 2 }).ordinary).not.toEqual(world.ordinary);
  });
});
