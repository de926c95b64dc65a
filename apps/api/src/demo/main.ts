#!/usr/bin/env node
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runDemo } from './run-demo.js';

const { values } = parseArgs({
  options: { out: { type: 'string' }, once: { type: 'boolean', default: false }, format: { type: 'string', default: 'csv' } },
});
const directory = values.out === undefined ? mkdtempSync(join(tmpdir(), 'habeas-demo-')) : resolve(values.out);
mkdirSync(directory, { recursive: true });
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const { isRight, started } = await runDemo({ directory, format: values.format === 'json' ? 'json' : 'csv', say, port: 0 });
process.exitCode = isRight ? 0 : 1;
if (values.once || !process.stdin.isTTY) {
  await started.stop();
} else {
  say(`\nThe service stays up at ${started.url ?? ''}. Ctrl-C ends it.`);
  process.once('SIGINT', () => {
    void started.stop();
  });
}
