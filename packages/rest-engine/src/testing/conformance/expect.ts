import assert from 'node:assert/strict';
import { ConnectorError, type Done, type ErrorClass } from '@habeas/connector-sdk';
import type { Bench } from './bench.js';

/** Addresses of the worlds, and what their odd people are called: no message may hold them. */
const PRIVATE = /[\w.+%'-]+@[\w.-]+\.\w+|DROP TABLE|Given\d|Family\d|\+336\d/u;

/** Runs what has to fail, and gives its error: a `ConnectorError` of one of the classes, which tells nothing private. */
export async function expectFault(
  bench: Bench,
  classes: readonly ErrorClass[],
  run: () => Promise<unknown>,
): Promise<ConnectorError> {
  const error = await run().then(
    () => undefined,
    (cause: unknown) => cause,
  );
  assert.ok(error !== undefined, `it ended well, where a fault of class ${classes.join(' or ')} was due`);
  return expectFaultIs(bench, classes, error);
}

/** The error as a `ConnectorError` of one of the classes, which tells nothing private. */
export function expectFaultIs(bench: Bench, classes: readonly ErrorClass[], error: unknown): ConnectorError {
  assert.ok(error instanceof ConnectorError, `it threw ${String(error)}, which is no ConnectorError`);
  assert.ok(
    classes.includes(error.errorClass),
    `the fault is ${error.errorClass}, not ${classes.join(' or ')}: ${error.message}`,
  );
  expectDiscretion(bench, error);
  return error;
}

/** Fails where a read neither delivered all nor said that it did not. */
export function expectWhole(done: Done, what: string): void {
  assert.ok(
    done.outcome === 'complete' || done.outcome === 'empty',
    `${what} is ${done.outcome}: ${done.problem?.message ?? 'it does not say why'}`,
  );
}

/** Fails where a message or its remedy holds an identifier, a value or a credential. */
export function expectDiscretion(
  { scenario }: Pick<Bench, 'scenario'>,
  { message, remedy = '' }: { readonly message: string; readonly remedy?: string | undefined },
): void {
  const text = `${message} ${remedy}`;
  assert.notEqual(message.trim(), '', 'a fault has no message');
  assert.ok(!PRIVATE.test(text), `a message holds personal data: ${text}`);
  assert.ok(!Object.values(scenario.secrets).some((secret) => text.includes(secret)), 'a message holds a credential');
}
