#!/usr/bin/env node
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { InvalidInputError } from '@habeas/connector-sdk';
import { CONNECTORS } from '../composition/connectors.js';
import { loadServiceConfig } from '../config/service-config.js';
import { backupStore, openStore, StoreRefused, verifyStore } from '../persistence/index.js';

const USAGE = `npm run operate -- backup       [--config service.yaml] --out FILE    a whole copy of a SQLite store, while it is used
npm run operate -- verify-store [--config service.yaml] [--store URL]  schema, integrity, the chain of the trail
npm run operate -- export-trail [--config service.yaml] [--store URL] --out FILE`;

const { values, positionals } = parseArgs({
  options: { config: { type: 'string', default: 'service.yaml' }, out: { type: 'string' }, store: { type: 'string' } },
  allowPositionals: true,
});

try {
  process.exitCode = await run(positionals[0]);
} catch (error) {
  if (!(error instanceof InvalidInputError) && !(error instanceof StoreRefused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

async function run(command: string | undefined): Promise<number> {
  const { out } = values;
  if (command === 'verify-store') return verify(storeUrl());
  if (out !== undefined && command === 'backup') {
    await backupStore(storeUrl(), out);
    return verify(`sqlite:${out}`);
  }
  if (out !== undefined && command === 'export-trail') return exportTrail(storeUrl(), out);
  process.stderr.write(`${USAGE}\n`);
  return 2;
}

function storeUrl(): string {
  return values.store ?? loadServiceConfig(values.config, CONNECTORS).store;
}

async function verify(url: string): Promise<number> {
  const verdict = await verifyStore(url);
  process.stdout.write(`${JSON.stringify(verdict, undefined, 2)}\n`);
  return verdict.isGood ? 0 : 3;
}

async function exportTrail(url: string, file: string): Promise<number> {
  const store = await openStore({ url });
  try {
    while ((await store.trail.sequence()) > 0);
    await pipeline(Readable.from(linesOf(store.trail.export())), createWriteStream(file, { mode: 0o600, flags: 'wx' }));
    return 0;
  } finally {
    await store.close();
  }
}

async function* linesOf(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield line.endsWith('\n') ? line : `${line}\n`;
}
