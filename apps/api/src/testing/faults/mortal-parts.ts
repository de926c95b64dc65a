import fileSystem from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';
import type { BlobStore, ClaimOptions, Transaction } from '@habeas/core';
import { DirectoryBlobStore, S3BlobStore } from '@habeas/vault';
import type { QueryRunner } from 'typeorm';
import { SmtpMailer } from '../../mail/smtp-mailer.js';
import type { ForwardMigration } from '../../persistence/migrations/forward-migration.js';
import { MIGRATIONS } from '../../persistence/migrations/migrations.js';
import { SqlStore } from '../../persistence/sql-store.js';
import { Trail } from '../../persistence/trail/trail.js';
import { HttpTransmissionSender } from '../../transmissions/http-transmission-sender.js';
import { KeyVault } from '../../vault/key-vault.js';
import { HttpWebhookSender } from '../../webhooks/http-webhook-sender.js';
import { overheard } from './overheard-transaction.js';

/** Told of every point that the process comes by, before it goes on. May end the process. */
export type Strike = (point: string) => void;

/**
 * Puts fault points around the parts that this process is about to be made of: its store, trail, vault, blobs, keyring, migrations, and
 * whatever tells something to somebody outside. Works on their classes and on Node's file system, so that the product itself has no code for it. For a process
 * of its own only: it cannot be undone.
 */
export function makeMortal(strike: Strike): void {
  aroundTransactions(strike);
  aroundKeys(strike);
  aroundBlobs(DirectoryBlobStore.prototype, strike);
  aroundBlobs(S3BlobStore.prototype, strike);
  aroundFiles(strike);
  aroundMigrations(strike);
  replace(SmtpMailer.prototype, 'send', (send) => struckAround('mail', send, strike));
  replace(HttpWebhookSender.prototype, 'send', (send) => struckAround('webhook', send, strike));
  replace(HttpTransmissionSender.prototype, 'send', (send) => struckAround('transmit', send, strike));
}

/** Between what is recorded and what is noted: before anything has gone out, and once the other side has taken it. */
function struckAround<Args extends unknown[], Taken>(
  kind: string,
  send: (...args: Args) => Promise<Taken>,
  strike: Strike,
): (...args: Args) => Promise<Taken> {
  return async function mortal(this: unknown, ...args: Args) {
    strike(`${kind}.before-send`);
    const taken = await send.apply(this, args);
    strike(`${kind}.after-send`);
    return taken;
  };
}

function aroundTransactions(strike: Strike): void {
  replace(SqlStore.prototype, 'transact', (transact) => {
    return async function mortal<T>(this: SqlStore, work: (transaction: Transaction) => Promise<T>): Promise<T> {
      let name: string | undefined;
      const result = await transact.call(this, async (given) => {
        const heard = overheard(given);
        const worked = await work(heard.transaction);
        name = heard.name();
        if (name !== undefined) strike(`${name}.before-commit`);
        return worked;
      });
      if (name !== undefined) strike(`${name}.after-commit`);
      return result as T;
    };
  });
  replace(SqlStore.prototype, 'claim', (claim) => {
    return async function mortal(this: SqlStore, options: ClaimOptions) {
      const claimed = await claim.call(this, options);
      if (claimed !== undefined) strike(`claim.${claimed.step.kind}`);
      return claimed;
    };
  });
  replace(Trail.prototype, 'sequence', (sequence) => {
    return async function mortal(this: Trail, limit?: number) {
      strike('trail.sequence.before');
      const placed = await sequence.call(this, limit);
      if (placed > 0) strike('trail.sequence.after');
      return placed;
    };
  });
}

function aroundKeys(strike: Strike): void {
  replace(KeyVault.prototype, 'createKey', (createKey) => {
    return async function mortal(this: KeyVault, ...args: Parameters<KeyVault['createKey']>) {
      strike('key.create.before');
      const wrapped = await createKey.apply(this, args);
      strike('key.create.after');
      return wrapped;
    };
  });
  replace(KeyVault.prototype, 'keepUntil', (keepUntil) => {
    return async function mortal(this: KeyVault, ...args: Parameters<KeyVault['keepUntil']>) {
      const wrapped = await keepUntil.apply(this, args);
      strike('key.extend.after');
      return wrapped;
    };
  });
}

function aroundBlobs(blobs: BlobStore, strike: Strike): void {
  replace(blobs, 'put', (put) => {
    return async function mortal(this: BlobStore, name: string, content: AsyncIterable<Uint8Array>) {
      const kind = blobKind(name);
      strike(`blob.${kind}.before-put`);
      const stat = await put.call(this, name, struckAfterFirst(content, () => { strike(`blob.${kind}.mid-stream`); })); // prettier-ignore
      strike(`blob.${kind}.after-put`);
      return stat;
    };
  });
  replace(blobs, 'delete', (remove) => {
    return async function mortal(this: BlobStore, name: string) {
      strike('blob.before-remove');
      await remove.call(this, name);
      strike('blob.after-remove');
    };
  });
}

async function* struckAfterFirst(content: AsyncIterable<Uint8Array>, struck: () => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of content) {
    yield chunk;
    struck();
  }
}

/** Folders whose files are named after what they belong to. */
const NAMED: ReadonlySet<string> = new Set(['archive', 'packed', 'quarantine']);

/** `…/evidence/GENERATION/segment-1-2`, `…/archive/1-1` or `…/transmit/ID/1`, as a name or as the path of a file. */
function blobKind(name: string): string {
  const [last = '', folder = '', above = ''] = name.split('/').reverse();
  if (NAMED.has(folder)) return folder;
  return above === 'transmit' ? above : (last.split('-', 1)[0] ?? '');
}

/** What Node's file system does at the very end of storing something. */
function aroundFiles(strike: Strike): void {
  replace(fileSystem, 'link', (link) => async (from, to) => {
    strike(`blob.${blobKind(String(to))}.before-link`);
    await link(from, to);
    strike(`blob.${blobKind(String(to))}.after-link`);
  });
  replace(fileSystem, 'rename', (rename) => async (from, to) => {
    const isKeyring = basename(String(to)) === 'keyring.json';
    if (isKeyring) strike('keyring.before-rename');
    await rename(from, to);
    if (isKeyring) strike('keyring.after-rename');
  });
  // Without this the product's own imports would still mean the old functions
  syncBuiltinESMExports();
}

function aroundMigrations(strike: Strike): void {
  for (const migration of MIGRATIONS) {
    replace(migration.prototype as ForwardMigration, 'up', (up) => {
      return async function mortal(this: ForwardMigration, runner: QueryRunner) {
        strike(`migration.${migration.name}.before`);
        await up.call(this, runner);
        strike(`migration.${migration.name}.after`);
      };
    });
  }
}

function replace<T extends object, Name extends keyof T>(object: T, name: Name, make: (old: T[Name]) => T[Name]): void {
  object[name] = make(object[name]);
}
