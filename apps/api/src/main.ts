#!/usr/bin/env node
import { serviceCommand } from './service-command.js';

const asked = new Promise((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
});
const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
process.exit(await serviceCommand(process.argv.slice(2), { say, asked }));
