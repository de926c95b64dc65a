import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDemoWorld, type DemoWorld } from '@habeas/example-worlds';
import { CONNECTORS } from '../src/connectors.js';
import { habeas } from '../src/habeas.js';
import type { ExitCode } from '../src/terminal/exit-code.js';

/** What one run of `habeas` said, and how it ended. */
export interface Run {
  readonly exitCode: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** A demo world in a temporary folder, and `habeas` to run in it. */
export class Workshop {
  readonly folder = mkdtempSync(join(tmpdir(), 'habeas-cli-'));
  readonly out = join(this.folder, 'archives');
  #world: DemoWorld | undefined;

  async open(): Promise<void> {
    this.#world = await createDemoWorld(join(this.folder, 'world'));
  }

  close(): void {
    rmSync(this.folder, { recursive: true });
  }

  get world(): DemoWorld {
    if (this.#world === undefined) throw new Error('open the workshop first');
    return this.#world;
  }

  path(name: string): string {
    return join(this.folder, 'world', name);
  }

  /** Writes a changed copy of a file of the world, and returns its path. */
  variant(name: string, as: string, change: (text: string) => string): string {
    const changed = change(readFileSync(this.path(name), 'utf8'));
    writeFileSync(this.path(as), changed);
    return this.path(as);
  }

  async run(...args: readonly string[]): Promise<Run> {
    const said = { out: [] as string[], err: [] as string[] };
    const terminal = {
      out: (line: string) => void said.out.push(line),
      err: (line: string) => void said.err.push(line),
      progress: () => undefined,
    };
    const exitCode = await habeas(args, { terminal, connectors: CONNECTORS, signal: new AbortController().signal });
    return { exitCode, out: said.out.join('\n'), err: said.err.join('\n') };
  }

  search(...args: readonly string[]): Promise<Run> {
    return this.run('search', '--out', this.out, ...args);
  }

  archive(reference: string): string {
    return join(this.out, `${reference}.zip`);
  }

  archives(): readonly string[] {
    return readdirSync(this.out);
  }
}
