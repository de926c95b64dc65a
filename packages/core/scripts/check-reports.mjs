/** Tells whether docs/requests.md is what `npm run reports` would write. Run by `npm run check`. */
import { readFileSync } from 'node:fs';
import { pageFile, writtenPage } from './life-page.mjs';

if (readFileSync(pageFile, 'utf8') !== (await writtenPage())) {
  process.stdout.write('docs/requests.md is not up to date (npm run reports)\n');
  process.exitCode = 1;
}
