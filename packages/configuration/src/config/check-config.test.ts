import { type Connector, Secret } from '@habeas/connector-sdk';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { checkConfig } from './check-config.js';

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
  config: z.strictObject({ address: z.url(), password: z.string().transform((text) => new Secret(text)) }),
  open: () => Promise.reject(new Error('not opened here')),
};
const HEAD = 'habeas: 1\ncontroller: { name: Example Association }\n';
const faults = (text: string): readonly string[] =>
  checkConfig(text, new Map([['shelf', shelf]])).map(({ line, path, what }) => `${String(line)} ${path ?? '-'} ${what}`);
const source = (settings: string): string => `${HEAD}sources:\n  crm: { connector: shelf, ${settings} }\n`;
const CONFIG = "config: { address: 'https://shelf.example', password: '${env:SHELF_PASSWORD}' }";

describe('a configuration that is checked before it is put in its place', () => {
  it('need not name the sources that stand in the file already', () => {
    expect(faults(HEAD)).toEqual([]);
    expect(faults(`${HEAD}sources: {}\n`)).toEqual(['3 sources name at least one source']);
  });

  it('is told every fault that the start would tell, with its line', () => {
    expect(faults('habeas: 1\ncontroller: { contact: a@b.example }\n')).toEqual(['2 controller "name" is missing']);
    expect(faults('habeas: 1\ncontroller: { name: X, timeZone: Paris }\n')).toEqual([
      '2 controller.timeZone expected a time zone such as Europe/Paris',
    ]);
    expect(faults(`${HEAD}sources: { crm: { connector: shelv } }\n`)).toEqual([
      '3 sources.crm.connector there is no connector "shelv"',
    ]);
    expect(faults(source('config: { address: here, password: x }'))).toEqual([
      '4 sources.crm.config.address Invalid URL',
      '4 sources.crm.dataMap a data map is needed',
    ]);
    expect(faults('habeas: [')).not.toEqual([]);
  });

  it('opens no file, and follows no reference: what is behind one is taken as right', () => {
    expect(faults(source(`dataMap: ./none.map.yaml, ${CONFIG}`))).toEqual([]);
    expect(faults(source("dataMap: ./x.yaml, config: { address: 'https://${file:/none}', password: x }"))).toEqual([]);
    expect(faults('habeas: 1\ncontroller: { name: X, timeZone: "${env:TZ}", register: ./none.yaml }\n')).toEqual([]);
  });
});
