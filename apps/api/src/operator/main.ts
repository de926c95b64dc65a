#!/usr/bin/env node
import { InvalidInputError } from '@habeas/connector-sdk';
import { VaultError } from '@habeas/vault';
import { StoreFault, StoreRefused } from '../persistence/index.js';
import { operate } from './operate.js';

const EXPECTED = [InvalidInputError, StoreFault, StoreRefused, VaultError];

try {
  process.exitCode = await operate(process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));
} catch (error) {
  const isExpected = EXPECTED.some((known) => error instanceof known) || isOfTheCommandLine(error);
  if (!isExpected || !(error instanceof Error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

function isOfTheCommandLine(error: unknown): boolean {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS');
}
