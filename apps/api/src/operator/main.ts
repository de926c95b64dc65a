#!/usr/bin/env node
import { operatorCommand } from './operator-command.js';

process.exitCode = await operatorCommand(process.argv.slice(2), {
  print: (text) => {
    process.stdout.write(`${text}\n`);
  },
  say: (line) => {
    process.stderr.write(`${line}\n`);
  },
});
