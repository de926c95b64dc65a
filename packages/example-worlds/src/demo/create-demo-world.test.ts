import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DataMap, parseDataMap } from '@habeas/connector-sdk';
import Database from 'better-sqlite3';
import { parse } from 'yaml';
import { createDemoWorld, type DemoWorld } from './create-demo-world.js';

const SYSTEMS = ['membership', 'events', 'newsletter', 'hostel'] as const;

describe('createDemoWorld', () => {
  let folder = '';
  let world: DemoWorld;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'habeas-'));
    world = await createDemoWorld(join(folder, 'demo'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const mapOf = (system: string): DataMap => {
    const file = join(world.directory, `${system}.map.yaml`);
    return parseDataMap(readFileSync(file, 'utf8'), file).map;
  };
  const columnsOf = (system: string): ReadonlyMap<string, ReadonlySet<string>> => {
    const database = new Database(join(world.directory, `${system}.sqlite`), { readonly: true });
    const tables = database.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
    return new Map(
      tables.map((table) => [
        table,
        new Set(database.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table)),
      ]),
    );
  };

  it.each(SYSTEMS)('has a data map that knows every table and every personal column of %s', (system) => {
    const map = mapOf(system);
    const columns = columnsOf(system);
    const mapped = Object.entries(map.collections).map(([name, { table }]) => table ?? name);
    expect([...mapped, ...Object.keys(map.unmapped)].sort()).toEqual([...columns.keys()].sort());
    for (const [name, { table, personal, fields }] of Object.entries(map.collections)) {
      const existing = columns.get(table ?? name);
      const known = Object.entries(fields).map(([field, { column }]) => column ?? field);
      if (personal === 'subject') expect({ name, columns: known.sort() }).toEqual({ name, columns: [...existing!].sort() });
      else expect(known.filter((column) => !existing!.has(column))).toEqual([]);
    }
  });

  it('names in both configurations only files that are there', () => {
    const files = new Set(readdirSync(world.directory));
    for (const config of [world.associationConfig, world.hostelConfig]) {
      const { sources } = parse(readFileSync(config, 'utf8')) as {
        sources: Record<string, { dataMap: string; config: { file: string } }>;
      };
      for (const {
        dataMap,
        config: { file },
      } of Object.values(sources))
        expect([dataMap, file].filter((path) => !files.has(path.replace('./', '')))).toEqual([]);
    }
  });

  it('gives the association thirty collections with personal data', () => {
    const personal = SYSTEMS.slice(0, 3).flatMap((system) =>
      Object.values(mapOf(system).collections).filter(({ personal: kind }) => kind === 'subject'),
    );
    expect(personal).toHaveLength(30);
  });

  it('gives its main character some 300 records over all three systems', () => {
    const [camille] = world.association;
    expect(camille!.truth.included.length).toBeGreaterThan(270);
    expect(new Set(camille!.truth.included.map(({ source }) => source))).toEqual(new Set(['membership', 'events', 'newsletter']));
  });

  it('names only records that exist, in everybody’s truth', () => {
    const existing = new Set(
      SYSTEMS.flatMap((system) => {
        const database = new Database(join(world.directory, `${system}.sqlite`), { readonly: true }).defaultSafeIntegers();
        return Object.entries(mapOf(system).collections).flatMap(([collection, { table, key, personal }]) => {
          if (personal === 'none') return [];
          const columns =
            key ??
            database
              .prepare<[string], string>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
              .pluck()
              .all(table ?? collection);
          const rows = database
            .prepare<[], unknown[]>(`SELECT ${columns.map((name) => `"${name}"`).join(',')} FROM "${table ?? collection}"`)
            .raw()
            .all();
          return rows.map(
            (row) => `${system} ${collection} ${row.length === 1 ? String(row[0]) : JSON.stringify(row.map(String))}`,
          );
        });
      }),
    );
    const named = [...world.association, ...world.hostel, ...world.crowd, ...world.guests].flatMap(({ truth }) => [
      ...truth.included,
      ...truth.queued,
    ]);
    expect(named.filter(({ source, collection, recordId }) => !existing.has(`${source} ${collection} ${recordId}`))).toEqual([]);
  });

  it('is the same every time, to the byte', async () => {
    const again = await createDemoWorld(join(folder, 'again'));
    const digest = (directory: string): readonly string[] =>
      readdirSync(directory).map((file) =>
        createHash('sha256')
          .update(readFileSync(join(directory, file)))
          .digest('hex'),
      );
    expect(digest(again.directory)).toEqual(digest(world.directory));
    const nowhere = { directory: '', associationConfig: '', connectedConfig: '', hostelConfig: '', vendors: [] };
    expect({ ...again, ...nowhere }).toEqual({ ...world, ...nowhere });
    const held = ({ vendors }: DemoWorld): unknown => vendors.map(({ connector, records }) => [connector, records.records]);
    expect(held(again)).toEqual(held(world));
  });
});
