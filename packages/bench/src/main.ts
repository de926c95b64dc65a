import { csvEncoding } from './benches/csv-encoding.js';
import { flatLocate } from './benches/flat-locate.js';
import { largePerson } from './benches/large-person.js';
import { typicalSearch } from './benches/typical-search.js';
import { zipWriting } from './benches/zip-writing.js';
import { type Figure, figureTable, reached } from './report.js';

const BENCHES: Readonly<Record<string, { readonly title: string; readonly run: () => Promise<readonly Figure[]> }>> = {
  csv: { title: 'CSV encoding', run: csvEncoding },
  zip: { title: 'ZIP writing', run: zipWriting },
  typical: { title: 'A typical search', run: typicalSearch },
  large: { title: 'A person with a million records', run: largePerson },
  locate: { title: 'Locating in large tables', run: flatLocate },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  process.stderr.write(`There is no bench ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}.\n`);
  process.exit(2);
}

let missed = 0;
for (const [name, { title, run }] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const figures = await run();
  missed += figures.filter((figure) => !reached(figure)).length;
  process.stdout.write(`${figureTable(title, figures)}\n`);
}
process.stdout.write(`\n${missed === 0 ? 'All targets reached.' : `${String(missed)} targets missed.`}\n`);
process.exitCode = missed === 0 ? 0 : 3;
