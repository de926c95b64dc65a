#!/usr/bin/env node
import { InvalidInputError } from '@habeas/connector-sdk';
import { serviceArguments } from './config/arguments.js';
import { StoreFault, StoreRefused } from './persistence/index.js';
import { startService } from './start.js';

try {
  const started = await startService(serviceArguments(process.argv.slice(2)));
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
  if (!isForPeople(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

/** Whether an error says all there is to say to whoever starts the service. */
function isForPeople(error: unknown): error is Error {
  return error instanceof InvalidInputError || error instanceof StoreRefused || error instanceof StoreFault;
}
