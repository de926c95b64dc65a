import type { ImportGap } from '../exchange.js';
import type { Block } from './labels.js';
import { normalise } from './normalise.js';
import { cellOf, type TemplateActivity } from './template.js';

/** Activities of a workbook, each once. */
interface MergedActivities {
  readonly activities: readonly TemplateActivity[];
  readonly gaps: readonly ImportGap[];
}

/**
 * Puts what a list says of an activity behind what its record says: where a record tells of a matter, the record counts. An
 * activity that is listed and has no record is taken from the list, and said to lack one where others have theirs.
 */
export function mergeActivities(
  listed: readonly TemplateActivity[],
  records: readonly TemplateActivity[],
  expectsRecords: boolean,
): MergedActivities {
  const named = listed.filter((activity) => cellOf(activity, 'name') !== undefined);
  const lacking = named.filter((entry) => !records.some((record) => isSame(entry, record)));
  const merged = records.map((record) => {
    const entry = named.find((candidate) => isSame(candidate, record));
    return entry === undefined ? record : withEntry(record, entry);
  });
  const nameless = listed.filter((activity) => cellOf(activity, 'name') === undefined);
  return {
    activities: [...merged, ...lacking],
    gaps: [...(expectsRecords ? lacking.map(missingRecord) : []), ...nameless.map(missingName)],
  };
}

function isSame(entry: TemplateActivity, record: TemplateActivity): boolean {
  const alike = (block: 'name' | 'reference'): boolean | undefined => {
    const [one, other] = [cellOf(entry, block), cellOf(record, block)].map((held) => normalise(held?.text ?? ''));
    return one === '' || other === '' ? undefined : one === other;
  };
  return alike('reference') ?? alike('name') ?? false;
}

function withEntry(record: TemplateActivity, entry: TemplateActivity): TemplateActivity {
  const told = new Set<Block>(record.rows.filter(({ cells }) => Object.keys(cells).length > 0).map(({ block }) => block));
  const untold = entry.rows.filter(({ block }) => !told.has(block) && block !== 'sensitive');
  const rows = record.rows.filter(({ block }) => !untold.some((row) => row.block === block));
  return { ...record, rows: [...rows, ...untold] };
}

function missingRecord(entry: TemplateActivity): ImportGap {
  const name = cellOf(entry, 'name');
  return {
    ...(name === undefined ? {} : { where: name.at }),
    what: 'this activity is listed and has no sheet of its own: only what the list says is imported',
    remedy: 'add its record, with the same reference or name',
  };
}

function missingName({ rows, sheet }: TemplateActivity): ImportGap {
  const [first] = rows.flatMap(({ cells }) => Object.values(cells));
  return {
    where: first?.at ?? { sheet, cell: 'A1' },
    what: 'this row has no name of an activity: it is not imported',
    remedy: 'give the activity its name',
  };
}
