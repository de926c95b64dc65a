import { type Connector, InvalidInputError } from '@habeas/connector-sdk';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { healthDatasets } from '../register/health-datasets.js';
import { SOUND_REGISTER } from '../testing/sound-register.js';
import { loadConfig, type LoadedConfig, type LoadOptions } from './load-config.js';

const shelf: Connector = {
  manifest: {
    id: 'shelf',
    version: '1.0.0',
    sdk: 1,
    title: 'Shelf',
    kind: 'sql',
    systems: [{ name: 'Shelf', versions: '1', tested: true }],
    needsDataMap: true,
    gaps: [],
  },
  config: z.strictObject({}),
  open: () => Promise.reject(new Error('not opened here')),
};
const PAPER =
  'paper: { connector: manual, config: { instructions: Look, doneBy: the office, tells: [name], collections: { note: {}, card: { activity: membership } } } }';
const MAP = (activity: string): string =>
  `dataMap: 1\ncollections:\n  person:\n${activity}    fields:\n      email: { identifier: email }\n`;
const TRACKED = SOUND_REGISTER.replace('role: controller\n', 'role: controller\n    healthFastTrack: true\n');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'habeas-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

interface Files {
  readonly deadlines?: string;
  /** None: no register is named. */
  readonly register?: string;
  readonly sources?: string;
  readonly map?: string;
}

function load({ deadlines = '{}', register, sources = PAPER, map }: Files, options: LoadOptions = {}): LoadedConfig {
  if (register !== undefined) writeFileSync(join(folder, 'x.register.yaml'), register);
  if (map !== undefined) writeFileSync(join(folder, 'shelf.map.yaml'), map);
  const named = register === undefined ? '' : ', register: ./x.register.yaml';
  const text = `habeas: 1\ncontroller: { name: X, deadlines: ${deadlines}${named} }\nsources:\n  ${sources}\n`;
  const file = join(folder, 'habeas.yaml');
  writeFileSync(file, text);
  return loadConfig(file, new Map([['shelf', shelf]]), options);
}

function faultsOf(files: Files): string {
  try {
    load(files);
  } catch (error) {
    if (error instanceof InvalidInputError) return error.message;
    throw error;
  }
  return '';
}

describe('DLN-09 deadlines.pack', () => {
  it('is that of the EU where nothing is said', () => {
    expect(load({ register: SOUND_REGISTER }).controller.deadlines).toEqual({ pack: 'eu' });
    expect(load({ deadlines: '{ pack: eu }' }).controller.deadlines?.pack).toBe('eu');
  });

  it('can be that of the UK for a controller under the law of GB', () => {
    const british = SOUND_REGISTER.replace('jurisdiction: FR', 'jurisdiction: GB');
    expect(load({ deadlines: '{ pack: uk }', register: british }).controller.deadlines?.pack).toBe('uk');
  });

  it.each([
    [SOUND_REGISTER, 'the controller is under the law of FR, as its register says (jurisdiction)'],
    [undefined, 'the controller has no register that says under whose law it is'],
  ])('is refused for every other', (register, why) => {
    const found = faultsOf({ deadlines: '{ pack: uk }', ...(register === undefined ? {} : { register }) });
    expect(found).toContain('controller.deadlines.pack: the UK pack is for controllers under the law of GB, and');
    expect(found).toContain(why);
    expect(found).toContain('(leave it out: the rules of the GDPR hold)');
  });

  it.each([
    ['{ pack: us }', 'controller.deadlines.pack: expected one of eu, uk'],
    ['{ packs: uk }', 'the key "packs" is not known here'],
    ['{ health: { days: 0 } }', 'controller.deadlines.health.days'],
    ['{ health: { days: 31 } }', 'controller.deadlines.health.days'],
    ['{ health: { days: 1.5 } }', 'controller.deadlines.health.days'],
    ['{ health: { notBeforeHours: -1 } }', 'controller.deadlines.health.notBeforeHours'],
    ['{ health: { days: 2 } }', 'controller.deadlines.health.notBeforeHours: it has to be over before the days are'],
    ['uk', 'controller.deadlines'],
  ])('has a clear fault with %s', (deadlines, fault) => {
    expect(faultsOf({ deadlines })).toContain(fault);
  });
});

describe('DLN-10 deadlines.health', () => {
  it('has the terms of the French health code, where no others are given', () => {
    expect(load({ deadlines: '{ health: {} }' }).controller.deadlines?.health).toEqual({ days: 8, notBeforeHours: 48 });
    const given = load({ deadlines: '{ health: { days: 5, notBeforeHours: 0 } }' }).controller.deadlines?.health;
    expect(given).toEqual({ days: 5, notBeforeHours: 0 });
  });
});

describe('DLN-10 the collections with a fast track', () => {
  const BOTH = `${PAPER}\n  shelf: { connector: shelf, dataMap: ./shelf.map.yaml, config: {} }`;
  const datasetsOf = ({ register, sources }: LoadedConfig) => healthDatasets(register, sources);

  it('are those that point to an activity of which the register says so, on paper too', () => {
    const both = { sources: BOTH, map: MAP('    activity: membership\n') };
    expect(datasetsOf(load({ ...both, register: TRACKED }))).toEqual([
      { source: 'paper', collection: 'card' },
      { source: 'shelf', collection: 'person' },
    ]);
    expect(datasetsOf(load({ ...both, register: SOUND_REGISTER }))).toEqual([]);
    expect(datasetsOf(load({ ...both, register: TRACKED.replace('healthFastTrack: true', 'healthFastTrack: false') }))).toEqual(
      [],
    );
    expect(datasetsOf(load({}))).toEqual([]);
  });

  it('are there: a fast track that no collection has is a fault', () => {
    const nowhere = { sources: PAPER.replace('{ activity: membership }', '{}'), register: TRACKED };
    expect(faultsOf(nowhere)).toContain(
      'activities.membership.healthFastTrack: no collection points to the activity "membership", so nothing would be due sooner',
    );
  });

  it('may be missing while data maps are still to be drafted', () => {
    const drafting = { sources: 'shelf: { connector: shelf, config: {} }', register: TRACKED };
    expect(datasetsOf(load(drafting, { dataMapsOptional: true }))).toEqual([]);
  });

  it('are named by yes or no', () => {
    expect(faultsOf({ register: TRACKED.replace('healthFastTrack: true', 'healthFastTrack: maybe') })).toContain(
      'activities.membership.healthFastTrack',
    );
  });
});
