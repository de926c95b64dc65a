#!/usr/bin/env node
import { serviceCommand } from './service-command.js';

const asked = new Promise((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
});
const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
const onUncaught = (end: (error: unknown) => void): void => {
  process.on('uncaughtException', end).on('unhandledRejection', end);
};
const exit = (code: number): void => {
  process.exit(code);
};
process.exit(await serviceCommand(process.argv.slice(2), { say, asked, onUncaught, exit }));
