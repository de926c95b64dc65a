#!/usr/bin/env node
import { InvalidInputError } from '@habeas/connector-sdk';
import { serviceArguments } from './config/arguments.js';
import { lastWords } from './platform/last-words.js';
import { ServiceLog } from './platform/service-log.js';
import { startService } from './start.js';

try {
  const log = new ServiceLog();
  const started = await startService(serviceArguments(process.argv.slice(2)), log);
  const end = lastWords({ log, stop: () => started.stop(), exit: (code) => process.exit(code) });
  process.on('uncaughtException', end).on('unhandledRejection', end);
  const lines = [
    started.url === undefined ? 'The worker is working.' : `Habeas is at ${started.url}`,
    `Health and metrics: ${started.operationsUrl}`,
    ...(started.setUpCode === undefined ? [] : [`Set-up code for the first account, good for 15 minutes: ${started.setUpCode}`]),
  ];
  process.stderr.write(`${lines.join('\n')}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void started.stop().then(() => process.exit(0));
    });
  }
} catch (error) {
  if (!(error instanceof InvalidInputError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
