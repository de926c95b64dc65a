import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import type { Connector, Session } from '@habeas/connector-sdk';
import { fakeSource, type FakeScript } from '@habeas/core/testing';
import { z } from 'zod';
import { habeas } from '../src/habeas.js';
import type { Run } from './workshop.js';

/** A source of the desk: what it holds, and where its session does otherwise. */
export interface DeskSource {
  readonly script?: Omit<FakeScript, 'id'>;
  readonly session?: Partial<Session>;
  /** Where it cannot even be opened. */
  readonly refusal?: Error;
}

/** `habeas` over scripted sources, in a folder of its own: for what no real database would do when asked. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'habeas-cli-desk-'));

  close(): void {
    rmSync(this.folder, { recursive: true });
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Runs `habeas` with a configuration of these sources. What is in `more` goes into the configuration as it is. */
  async run(sources: Readonly<Record<string, DeskSource>>, args: readonly string[], more: object = {}): Promise<Run> {
    const config = {
      habeas: 1,
      controller: { name: 'Example Association' },
      sources: Object.fromEntries(Object.keys(sources).map((id) => [id, { connector: id }])),
      ...more,
    };
    writeFileSync(this.path('habeas.yaml'), JSON.stringify(config));
    const said = { out: [] as string[], err: [] as string[] };
    const terminal = {
      out: (line: string) => void said.out.push(line),
      err: (line: string) => void said.err.push(line),
      progress: () => undefined,
    };
    const connectors = new Map(Object.entries(sources).map(([id, source]) => [id, connector(id, source)]));
    const given = ['search', 'plan', 'sources'].includes(args[0] ?? '') ? ['--config', this.path('habeas.yaml')] : [];
    const exitCode = await habeas([...args, ...given], { terminal, connectors, signal: new AbortController().signal });
    return { exitCode, out: said.out.join('\n'), err: said.err.join('\n') };
  }
}

function connector(id: string, { script = { collections: {} }, session = {}, refusal }: DeskSource): Connector {
  const source = fakeSource({ id, ...script });
  return {
    manifest: {
      id,
      version: '1.0.0',
      sdk: 1,
      title: 'Scripted',
      kind: 'manual',
      systems: [{ name: 'script', versions: '1', tested: true }],
      needsDataMap: false,
      gaps: [],
    },
    config: z.unknown(),
    open: async (_config, { signal }) => {
      if (refusal !== undefined) throw refusal;
      return Object.assign(await source.open(signal), session);
    },
  };
}

const CENTRAL_HEADER = Buffer.from('PK\u0001\u0002', 'latin1');

/** The text of the one file of a small ZIP whose name ends so. */
export function zippedText(file: string, suffix: string): string {
  const bytes = readFileSync(file);
  for (let at = bytes.indexOf(CENTRAL_HEADER); at !== -1; at = bytes.indexOf(CENTRAL_HEADER, at + 1)) {
    const name = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28));
    if (!name.endsWith(suffix)) continue;
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    return (bytes.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data)).toString('utf8');
  }
  throw new Error(`the archive has no ${suffix}`);
}
