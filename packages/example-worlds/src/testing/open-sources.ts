import { readFile } from 'node:fs/promises';
import { type Connector, parseDataMap, type Session } from '@habeas/connector-sdk';
import type { SourceBinding } from '@habeas/core';

/** A source as a test names it. */
export interface TestSource {
  readonly id: string;
  readonly connector: Connector;
  /** As somebody would write it in `habeas.yaml`. */
  readonly config: unknown;
  /** The file of its data map. */
  readonly dataMap: string;
}

/** Sources that thousands of searches use one after the other, each through the same session. */
export interface OpenedSources {
  readonly bindings: readonly SourceBinding[];
  close(): Promise<void>;
}

const REGION = 'FR';

/** Opens each source once. A search that closes its sessions leaves these open. */
export async function openSources(sources: readonly TestSource[]): Promise<OpenedSources> {
  const opened = await Promise.all(sources.map(async (source) => ({ source, session: await openSession(source) })));
  return {
    bindings: opened.map(({ source: { id, connector }, session }) => ({
      description: { id, title: id, connector: { id: connector.manifest.id, version: connector.manifest.version } },
      open: () => Promise.resolve(lend(session)),
      phoneRegion: REGION,
    })),
    close: async () => {
      await Promise.all(opened.map(({ session }) => session.close()));
    },
  };
}

async function openSession({ id, connector, config, dataMap }: TestSource): Promise<Session> {
  const map = parseDataMap(await readFile(dataMap, 'utf8'), dataMap);
  const context = { source: id, dataMap: map, phoneRegion: REGION, signal: new AbortController().signal };
  return connector.open(connector.config.parse(config), context);
}

/** The same session, which its borrower cannot close. */
function lend(session: Session): Session {
  return {
    collections: session.collections,
    check: () => session.check(),
    locate: (query) => session.locate(query),
    read: (request) => session.read(request),
    close: () => Promise.resolve(),
  };
}
