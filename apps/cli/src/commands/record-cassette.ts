import type { ConfiguredSource } from '@habeas/configuration';
import { InvalidInputError } from '@habeas/connector-sdk';
import type { Subject } from '@habeas/core';
import { manifestOf, recordCassette, type Recording } from '@habeas/rest-engine';
import { EXIT, type ExitCode } from '../terminal/exit-code.js';
import type { Terminal } from '../terminal/terminal.js';
import { writeNewFile } from './new-file.js';

/** Names and birth dates are never searched. */
const SEARCHED: ReadonlySet<string> = new Set(['email', 'phone', 'id']);

/**
 * Searches for somebody at a live source of a manifest, and writes the recording with nobody in it. Throws `InvalidInputError`
 * where the source is of no manifest, or the file is there already.
 */
export async function recordSource(
  { id, connector, settings, phoneRegion }: ConfiguredSource,
  subject: Subject,
  { out, terminal, signal }: { readonly out: string; readonly terminal: Terminal; readonly signal: AbortSignal },
): Promise<ExitCode> {
  const manifest = manifestOf(connector);
  if (manifest === undefined) {
    const what = `the source "${id}" is of no manifest`;
    throw new InvalidInputError([
      { file: 'command line', path: '--source', what, remedy: 'name one whose connector is a manifest' },
    ]);
  }
  const text = await recordCassette({
    manifest,
    // What the connector's own schema has made of them
    config: settings as Recording['config'],
    identifiers: subject.identifiers.map(({ identifier }) => identifier).filter(({ kind }) => SEARCHED.has(kind)),
    context: { source: id, signal, ...(phoneRegion === undefined ? {} : { phoneRegion }) },
  });
  writeNewFile(out, text);
  terminal.out(`${out}: a recording with nobody in it. Read it before you keep it (docs/adding-a-connector.md)`);
  return EXIT.complete;
}
