import assert from 'node:assert/strict';
import { ConnectorError, type ErrorClass } from '../errors.js';
import type { Done } from '../contract/session.js';
import type { SourceUnderTest } from './check.js';
import type { LoadedWorld } from './scenario.js';
import { HASH } from './worlds/people.js';

/** Texts of the worlds that may not stand in any message. */
const PRIVATE = [/[\w.+%'-]+@[\w.-]+\.\w+/u, new RegExp(HASH, 'u'), /Émile|1987-02-28|DROP TABLE/u];

/** Runs what has to fail, and gives its error: a `ConnectorError` of one of the classes, which tells nothing private. */
export async function expectFault(
  source: Pick<SourceUnderTest, 'loaded'>,
  classes: readonly ErrorClass[],
  run: () => Promise<unknown>,
): Promise<ConnectorError> {
  const error = await run().then(
    () => undefined,
    (cause: unknown) => cause,
  );
  assert.ok(error !== undefined, `it ended well, where a fault of class ${classes.join(' or ')} was due`);
  assert.ok(error instanceof ConnectorError, `it threw a ${nameOf(error)}, not a ConnectorError`);
  assert.ok(
    classes.includes(error.errorClass),
    `the fault's class is ${error.errorClass}, not ${classes.join(' or ')}: ${error.message}`,
  );
  expectDiscretion(source, error);
  return error;
}

/** Runs a read that cannot be whole: it throws such a fault, or says in its end that some is missing and why. */
export async function expectNotWhole(
  source: Pick<SourceUnderTest, 'loaded'>,
  classes: readonly ErrorClass[],
  run: () => Promise<{ readonly done: Done }>,
): Promise<void> {
  const attempt = async (): Promise<void> => {
    const { done } = await run();
    if (done.outcome !== 'partial' || done.problem === undefined) return;
    throw new ConnectorError(done.problem.errorClass, done.problem.message);
  };
  await expectFault(source, classes, attempt);
}

/** Fails where a message or its remedy holds an identifier, a value or a credential. */
export function expectDiscretion(
  { loaded }: Pick<SourceUnderTest, 'loaded'>,
  { message, remedy = '' }: { readonly message: string; readonly remedy?: string | undefined },
): void {
  const text = `${message} ${remedy}`;
  assert.notEqual(message.trim(), '', 'a fault has no message');
  assert.ok(!PRIVATE.some((pattern) => pattern.test(text)), `a message holds personal data: ${text}`);
  assert.ok(!loaded.secrets.some((secret) => text.includes(secret)), 'a message holds a credential');
}

/** What the scenario offers under this name; a scenario that neither offers nor excuses it fails the check. */
export function offered<Name extends keyof LoadedWorld>(
  { loaded, scenario }: Pick<SourceUnderTest, 'loaded' | 'scenario'>,
  name: Name,
): NonNullable<LoadedWorld[Name]> {
  const member = loaded[name];
  assert.ok(member !== undefined, `the scenario "${scenario.name}" neither offers ${name} nor says in cannot why not`);
  return (typeof member === 'function' ? member.bind(loaded) : member) as NonNullable<LoadedWorld[Name]>;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? `${error.name} (${error.message})` : typeof error;
}
