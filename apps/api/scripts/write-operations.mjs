/** Writes the types of all documents from the committed schema, and what the service trusts of the console. Run by `npm run reports`. */
import { writeFileSync } from 'node:fs';
import { generatedFiles } from './operations.mjs';

for (const { file, text } of await generatedFiles()) writeFileSync(file, text);
