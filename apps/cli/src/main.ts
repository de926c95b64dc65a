#!/usr/bin/env node
import { CONNECTORS } from './connectors.js';
import { habeas } from './habeas.js';
import { processTerminal } from './terminal/terminal.js';

const stop = new AbortController();
process.once('SIGINT', () => {
  stop.abort();
});
process.once('SIGTERM', () => {
  stop.abort();
});

const surroundings = { terminal: processTerminal(), connectors: CONNECTORS, signal: stop.signal };
process.exitCode = await habeas(process.argv.slice(2), surroundings);
