import { afterAll, describe, expect, it } from '@jest/globals';
import { recordId } from '@habeas/connector-sdk';
import fc from 'fast-check';
import { openSession, readAll, removeTemporaryDatabases, temporaryDatabase } from './testing/temporary-database.js';

/** A table whose rows have a number, a code that others share, and references to rows of any table. */
interface Table {
  readonly references: readonly { readonly to: number; readonly by: 'id' | 'code'; readonly maxDepth: number }[];
  readonly rows: readonly { readonly code: number; readonly refers: readonly (number | null)[] }[];
}
interface World {
  readonly tables: readonly Table[];
  readonly roots: readonly (readonly [table: number, row: number])[];
}

const ROWS = 5;
const reference = (tables: number): fc.Arbitrary<Table['references'][number]> =>
  fc.record({ to: fc.nat(tables - 1), by: fc.constantFrom('id', 'code'), maxDepth: fc.integer({ min: 1, max: 2 }) });
const table = (tables: number): fc.Arbitrary<Table> =>
  fc.array(reference(tables), { maxLength: 2 }).chain((references) =>
    fc.record({
      references: fc.constant(references),
      rows: fc.array(
        fc.record({
          code: fc.nat(2),
          refers: fc.tuple<(number | null)[]>(...references.map(() => fc.option(fc.nat(ROWS - 1)))),
        }),
        { minLength: 1, maxLength: ROWS },
      ),
    }),
  );
const world: fc.Arbitrary<World> = fc.integer({ min: 1, max: 3 }).chain((tables) =>
  fc.record({
    tables: fc.tuple<Table[]>(...Array.from({ length: tables }, () => table(tables))),
    roots: fc.array(fc.tuple(fc.nat(tables - 1), fc.nat(ROWS - 1)), { minLength: 1, maxLength: 4 }),
  }),
);

function schemaOf({ tables }: World): string {
  return tables
    .map(({ references, rows }, index) => {
      const columns = references.map((_, at) => `, r${at} INTEGER`).join('');
      const values = rows.map(({ code, refers }, id) => `(${[id, code, ...refers.map((value) => value ?? 'NULL')].join()})`);
      return `CREATE TABLE t${index} (id INTEGER PRIMARY KEY, code INTEGER${columns}); INSERT INTO t${index} VALUES ${values.join()};`;
    })
    .join('\n');
}

function dataMapOf({ tables }: World): string {
  const collections = tables.map(({ references }, index) => {
    const owned = references.map(({ to, by, maxDepth }, at) => {
      const depth = to === index ? '' : `, maxDepth: ${maxDepth}`;
      return `r${at}: { to: t${to}, on: { r${at}: ${by} }, as: owned${depth} }`;
    });
    return `  t${index}: { fields: { id: { identifier: { kind: id, namespace: t${index} } } }, references: { ${owned.join(', ')} } }`;
  });
  return `dataMap: 1\ncollections:\n${collections.join('\n')}\n`;
}

type Found = Map<string, Set<string>>;
interface Place {
  readonly table: number;
  readonly row: number;
}

/** The same walk by hand, row by row: every row and every way to it, as texts. */
function walk({ tables, roots }: World): Found {
  const found: Found = new Map();
  const children = (at: Place, from: number, by: number): Place[] => {
    const { to, by: target } = tables[from]!.references[by]!;
    const parent = tables[at.table]!.rows[at.row]!;
    const value = target === 'id' ? at.row : parent.code;
    const rows = to === at.table ? tables[from]!.rows : [];
    return rows.flatMap(({ refers }, row) => (refers[by] === value ? [{ table: from, row }] : []));
  };
  const own = (table: number): number[] => tables[table]!.references.flatMap(({ to }, by) => (to === table ? [by] : []));
  const closure = (start: Place): Place[] => {
    const reached = new Map<number, Place>();
    const open = [start];
    for (const at of open) {
      for (const next of own(at.table).flatMap((by) => children(at, at.table, by))) {
        if (!reached.has(next.row)) open.push(next);
        reached.set(next.row, next);
      }
    }
    return [...reached.values()];
  };
  const visit = (at: Place, root: string, path: readonly string[], repeated: boolean): void => {
    const id = `t${at.table} ${at.row}`;
    found.set(id, (found.get(id) ?? new Set()).add(`${root} ${path.join(' > ')}`));
    const names = own(at.table)
      .map((by) => `t${at.table}.r${by}`)
      .join('+');
    if (!repeated && names !== '')
      closure(at).forEach((next) => {
        visit(next, root, [...path, names], true);
      });
    tables.forEach(({ references }, from) => {
      references.forEach(({ maxDepth }, by) => {
        const name = `t${from}.r${by}`;
        if (from === at.table || path.filter((step) => step === name).length >= maxDepth) return;
        children(at, from, by).forEach((next) => {
          visit(next, root, [...path, name], false);
        });
      });
    });
  };
  for (const [table, row] of roots) if (row < tables[table]!.rows.length) visit({ table, row }, `t${table} ${row}`, [], false);
  return found;
}

describe('reading along owned paths', () => {
  afterAll(removeTemporaryDatabases);

  it('delivers what a walk by hand finds: every row once, with every way to it', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (each) => {
        const session = await openSession(temporaryDatabase(schemaOf(each)), dataMapOf(each));
        const existing = each.roots.filter(([table, row]) => row < each.tables[table]!.rows.length);
        const roots = existing.map(([table, row]) => ({ collection: `t${table}`, key: [row] }));
        const expected = walk(each);
        const found: Found = new Map();
        for (const { name } of session.collections) {
          const { records } = await readAll(session, name, roots).catch((error: unknown) => {
            // A world whose cycles make more paths than are followed is refused, and proves nothing here.
            fc.pre(!String(error).includes('owned paths, or longer ones'));
            throw error;
          });
          for (const { key, via } of records) {
            const id = `${name} ${recordId(key)}`;
            expect(found.has(id)).toBe(false);
            const ways = via.map(({ root, path }) => `${root.collection} ${root.recordId} ${path.join(' > ')}`);
            expect(new Set(ways).size).toBe(ways.length);
            found.set(id, new Set(ways));
          }
        }
        await session.close();
        removeTemporaryDatabases();
        expect(new Map([...found].sort())).toEqual(new Map([...expected].sort()));
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
