import { parseArgs } from 'node:util';
import { accessReport } from './benches/access-report.js';
import { automaticRequests } from './benches/automatic-requests.js';
import { claimGuesses } from './benches/claim-guesses.js';
import { csvEncoding } from './benches/csv-encoding.js';
import { downloadCuts } from './benches/download-cuts.js';
import { flatLocate } from './benches/flat-locate.js';
import { hostileDocuments } from './benches/hostile-documents.js';
import { largePerson } from './benches/large-person.js';
import { linkAnswers } from './benches/link-answers.js';
import { manyAttachments } from './benches/many-attachments.js';
import { requestLives } from './benches/request-lives.js';
import { requestBurst } from './benches/request-burst.js';
import { serviceLoad } from './benches/service-load.js';
import { thirdParties } from './benches/third-parties.js';
import { typicalSearch } from './benches/typical-search.js';
import { vendors } from './benches/vendors.js';
import { workerScaling } from './benches/worker-scaling.js';
import { zipWriting } from './benches/zip-writing.js';
import { type BenchOptions, type Figure, figureTable, reached } from './report.js';

interface Bench {
  readonly title: string;
  readonly run: (options: BenchOptions) => Promise<readonly Figure[]>;
}

const BENCHES: Readonly<Record<string, Bench>> = {
  csv: { title: 'CSV encoding', run: csvEncoding },
  zip: { title: 'ZIP writing', run: zipWriting },
  typical: { title: 'A typical search', run: typicalSearch },
  large: { title: 'A person with a million records', run: largePerson },
  attachments: { title: 'A person with 100,000 files', run: manyAttachments },
  locate: { title: 'Locating in large tables', run: flatLocate },
  service: { title: 'The service under load', run: serviceLoad },
  hostile: { title: 'Hostile documents', run: hostileDocuments },
  burst: { title: '2,000 requests at once', run: requestBurst },
  report: { title: 'The access report', run: accessReport },
  'third-parties': { title: 'Other people in free text', run: thirdParties },
  vendors: { title: 'Vendors with an HTTP API', run: vendors },
  requests: { title: 'Requests that answer themselves', run: automaticRequests },
  downloads: { title: 'Downloads that break', run: downloadCuts },
  guesses: { title: '100,000 guesses of claim codes', run: claimGuesses },
  links: { title: 'Links that are worth nothing', run: linkAnswers },
  life: { title: 'Lives of requests', run: requestLives },
  workers: { title: 'One worker and three', run: workerScaling },
};

const { positionals: asked, values } = parseArgs({ allowPositionals: true, options: { seconds: { type: 'string' } } });
const options: BenchOptions = values.seconds === undefined ? {} : { seconds: Number(values.seconds) };
const unknown = asked.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  process.stderr.write(`There is no bench ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}.\n`);
  process.exit(2);
}

let missed = 0;
for (const [name, { title, run }] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const figures = await run(options);
  missed += figures.filter((figure) => !reached(figure)).length;
  process.stdout.write(`${figureTable(title, figures)}\n`);
}
process.stdout.write(`\n${missed === 0 ? 'All targets reached.' : `${String(missed)} targets missed.`}\n`);
process.exitCode = missed === 0 ? 0 : 3;
