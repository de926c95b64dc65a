#!/usr/bin/env node
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CONNECTORS } from '../connectors.js';
import { processTerminal } from '../terminal/terminal.js';
import { runDemo } from './run-demo.js';

const { values } = parseArgs({
  options: { out: { type: 'string' }, once: { type: 'boolean', default: false }, format: { type: 'string', default: 'csv' } },
});
const stop = new AbortController();
process.once('SIGINT', () => {
  stop.abort();
});

const directory = values.out === undefined ? mkdtempSync(join(tmpdir(), 'habeas-demo-')) : resolve(values.out);
process.exitCode = await runDemo(
  { directory, format: values.format === 'json' ? 'json' : 'csv', keepOpen: !values.once },
  { terminal: processTerminal(), connectors: CONNECTORS, signal: stop.signal },
);
