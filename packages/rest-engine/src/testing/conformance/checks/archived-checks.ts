import assert from 'node:assert/strict';
import { ANN } from '../../world/people.js';
import type { Bench } from '../bench.js';
import { namesOf, readAll, rootsOf } from '../observe.js';
import { nameOf, recordsOf } from '../subjects.js';

/** P8 */
export async function archivedRecordsCome(bench: Bench): Promise<void> {
  const { archived = {} } = bench.scenario.world;
  const { gaps, collections } = bench.manifest;
  for (const [name, spec] of Object.entries(collections)) {
    if (spec.find.length === 0) continue;
    if (typeof archived === 'string' || archived[name] === undefined) {
      assert.match(
        [...spec.gaps, ...gaps].join(' '),
        /archiv|delet|trash/iu,
        `nothing says whether archived records of ${name} come`,
      );
      continue;
    }
    bench.hold([{ person: ANN, archived: name }]);
    const session = await bench.open();
    const roots = await rootsOf(bench, session, ANN);
    const due = recordsOf(bench.world, name, ANN).map(nameOf);
    const found = namesOf(roots);
    assert.deepEqual(
      due.filter((each) => !found.includes(each)),
      [],
      `archived records of ${name} are not found`,
    );
    const { records } = await readAll(bench, session, { collection: name, roots, want: 'records' });
    assert.equal(records.length, due.length, `archived records of ${name} are not read`);
  }
}
