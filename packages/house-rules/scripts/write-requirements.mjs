/** Writes docs/requirements.md anew, from docs/requirements.txt and the titles of the tests. Run after a build. */
import { fileURLToPath } from 'node:url';
import { writeRequirements } from '../dist/steps/requirements.js';

await writeRequirements(fileURLToPath(new URL('../../..', import.meta.url)));
