/** Writes the scorecard of each connector and the table of all of them anew. Run after a build. */
import { fileURLToPath } from 'node:url';
import { writeScorecards } from '../dist/steps/scorecards.js';

await writeScorecards(fileURLToPath(new URL('../../..', import.meta.url)));
