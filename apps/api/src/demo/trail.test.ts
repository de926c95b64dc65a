import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { trailOf } from './trail.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'habeas-trail-'));
  mkdirSync(join(folder, 'data', 'provenance'), { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const IDENTIFIERS = [
  { identifier: 'i1', value: 'ann@example.org', round: 1 },
  { identifier: 'i2', value: '+33639980001', round: 2, learnt_from: 'm1' },
  { identifier: 'i3', value: 'leads@nowhere.test', round: 2, learnt_from: 'm1' },
];
const MATCHES = [
  { match: 'm1', source: 'club', collection: 'members', round: 1 },
  { match: 'm2', source: 'crm', collection: 'Lead', round: 2 },
  { match: 'm3', source: 'crm', collection: 'Lead', round: 2 },
];
const EVIDENCE = [
  { match: 'm1', identifier: 'i1' },
  { match: 'm1', identifier: 'i2' }, // it stands there too, and did not lead there
  { match: 'm2', identifier: 'i2' },
  { match: 'm3', identifier: 'i2' },
];
const LINES = ['ann@example.org, given → club.members', '+33639980001, told by club.members → crm.Lead'];

const write = (name: string, text: string): void => {
  writeFileSync(join(folder, 'data', 'provenance', name), text);
};
const jsonTable = (rows: readonly object[]): string => `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;
const csvTable = (names: readonly string[], rows: readonly Readonly<Record<string, string | number>>[]): string => {
  const cell = (value: string | number | undefined): string => String(value ?? '').replace(/^\+/u, "'+");
  return [names, ...rows.map((row) => names.map((name) => cell(row[name])))].map((cells) => `${cells.join(',')}\r\n`).join('');
};

it('tells from the tables of an archive which system led to which', async () => {
  write('identifiers.csv', csvTable(['identifier', 'value', 'round', 'learnt_from'], IDENTIFIERS));
  write('matches.csv', csvTable(['match', 'source', 'collection', 'round'], MATCHES));
  write('evidence.csv', csvTable(['match', 'identifier'], EVIDENCE));
  expect(await trailOf(folder)).toEqual(LINES);
});

it('tells the same where the tables are JSON', async () => {
  write('identifiers.json', jsonTable(IDENTIFIERS));
  write('matches.json', jsonTable(MATCHES));
  write('evidence.json', jsonTable(EVIDENCE));
  expect(await trailOf(folder)).toEqual(LINES);
});

it('tells nothing where nothing was found', async () => {
  write('identifiers.json', jsonTable(IDENTIFIERS.slice(0, 1)));
  write('matches.json', '[\n]\n');
  write('evidence.json', '[\n]\n');
  expect(await trailOf(folder)).toEqual([]);
});
