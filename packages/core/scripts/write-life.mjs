/** Writes the drawings and tables of docs/requests.md anew. Run after a build. */
import { writeFileSync } from 'node:fs';
import { pageFile, writtenPage } from './life-page.mjs';

writeFileSync(pageFile, await writtenPage());
