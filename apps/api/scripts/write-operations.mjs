/** Writes the types of all documents from the committed schema. Run by `npm run reports`. */
import { writeFileSync } from 'node:fs';
import { operationsFile, printedOperations } from './operations.mjs';

writeFileSync(operationsFile, await printedOperations());
