import { describe, expect, it } from '@jest/globals';
import type { Via } from '@habeas/connector-sdk';
import { RootSet } from './root-set.js';

const roots = new RootSet([
  { collection: 'person', key: [1] },
  { collection: 'person', key: ['2'] },
  { collection: 'seat', key: ['FR', 7] },
]);
const via = (collection: string, recordId: string): Via => ({ root: { collection, recordId }, path: [] });

describe('RootSet', () => {
  it.each<[string, readonly Via[], boolean]>([
    ['one root', [via('person', '1')], true],
    ['two roots', [via('person', '2'), via('seat', '["FR","7"]')], true],
    ['a root nobody asked for', [via('person', '3')], false],
    ['one asked for, one not', [via('person', '1'), via('person', '3')], false],
    ['the same id in another collection', [via('seat', '1')], false],
    ['no root', [], false],
  ])('%s: %s', (_, ways, expected) => {
    expect(roots.holds(ways)).toBe(expected);
  });
});
