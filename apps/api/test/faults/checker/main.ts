import { readCase } from './case-file.js';
import { checkCase } from './check-case.js';

/**
 * Checks from outside what a service has left: its store by plain SQL, its blobs and logs as bytes, its archives as ZIP files, against
 * what clients were told and what the sources hold. Knows nothing of the code that it checks, so that one mistake cannot hide itself.
 *
 * The argument is a case file. Prints one line of JSON, and ends with 1 where anything is not as it has to be.
 */
const { breaks, counts } = await checkCase(readCase(process.argv[2] ?? ''));
process.stdout.write(
  `${JSON.stringify({ check: breaks.length === 0 ? 'holds' : 'broken', counts, breaks: breaks.slice(0, 50) })}\n`,
);
process.exitCode = breaks.length === 0 ? 0 : 1;
