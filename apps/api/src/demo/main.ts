#!/usr/bin/env node
import { demoCommand } from './demo-command.js';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const asked = new Promise((resolve) => process.once('SIGINT', resolve));
const onEnter = (act: () => void): void => {
  process.stdin.on('data', act);
};
process.exitCode = await demoCommand(process.argv.slice(2), { say, asked, isWatched: process.stdin.isTTY, onEnter });
