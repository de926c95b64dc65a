import { type ConfiguredSource, openSource } from '@habeas/configuration';
import type { DescribedCollection } from '@habeas/connector-sdk';
import { draftDataMap } from '../describe/draft-data-map.js';
import { EXIT, type ExitCode } from '../terminal/exit-code.js';
import type { Terminal } from '../terminal/terminal.js';

/** Prints a skeleton data map drafted from a source's live schema, for a person to complete. */
export async function describeSource(source: ConfiguredSource, terminal: Terminal, signal: AbortSignal): Promise<ExitCode> {
  const { dataMap: _existing, ...withoutDataMap } = source;
  const session = await openSource(withoutDataMap, signal);
  try {
    if (session.describe === undefined) {
      terminal.err(`${source.id}: a source of this kind has no schema to describe`);
      return EXIT.usage;
    }
    const collections: DescribedCollection[] = [];
    for await (const collection of session.describe()) collections.push(collection);
    terminal.out(draftDataMap(collections, source.id).trimEnd());
    return EXIT.complete;
  } finally {
    await session.close();
  }
}
