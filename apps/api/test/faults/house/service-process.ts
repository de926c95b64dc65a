import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Report } from '../../../src/testing/faults/arm.js';

/** What ships, as it was built: that is what is killed. */
const MAIN = fileURLToPath(new URL('../../../dist/main.js', import.meta.url));
const ARM = new URL('../../../dist/testing/faults/arm.js', import.meta.url).href;
const START_LIMIT_MS = 60_000;

/** Whoever started them may be ended himself: none of them lives on alone. */
const living = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of living) child.kill('SIGKILL');
});

/** How a process of the service is started. */
export interface ProcessOptions {
  readonly configFile: string;
  readonly role: 'all' | 'api' | 'worker';
  /** Where its temporary files and its log go. */
  readonly folder: string;
  /** With fault points: it dies at the one that is named, or at none. Left out, it is the service as it ships. */
  readonly dieAt?: string | null;
  /** Further arguments for Node, before the program. */
  readonly nodeArguments?: readonly string[];
}

/** How a process ended. */
export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** One process of the service, whose end is nobody's fault. */
export class ServiceProcess {
  /** The points that it came by; only with fault points. */
  readonly cameBy = new Set<string>();
  /** Settles when it is gone, whoever ended it. */
  readonly ended: Promise<ProcessEnd>;
  #said = '';
  #obeys: string | null | undefined;

  private constructor(
    private readonly child: ChildProcess,
    readonly options: ProcessOptions,
  ) {
    living.add(child);
    this.ended = (once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>).then(([code, signal]) => {
      living.delete(child);
      return { code, signal };
    });
    child.on('message', (report: Report) => {
      if ('cameBy' in report) this.cameBy.add(report.cameBy);
      else this.#obeys = report.obeys;
    });
    this.#keep(child.stdout, 'stdout');
    this.#keep(child.stderr, 'stderr');
  }

  /** Starts one. It is not up yet: see {@link ServiceProcess.up}. */
  static spawn(options: ProcessOptions): ServiceProcess {
    const { configFile, role, folder, dieAt, nodeArguments = [] } = options;
    const temporary = join(folder, 'tmp');
    mkdirSync(temporary, { recursive: true });
    const isMortal = dieAt !== undefined;
    const args = [...nodeArguments, ...(isMortal ? ['--import', ARM] : []), MAIN, '--config', configFile, '--role', role];
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'pipe', ...(isMortal ? (['ipc'] as const) : [])],
      env: { ...process.env, TMPDIR: temporary },
    });
    const started = new ServiceProcess(child, options);
    if (isMortal) started.order(dieAt);
    return started;
  }

  /** Everything that it told whoever started it. */
  get said(): string {
    return this.#said;
  }

  /** The code for the first account, where it told one. */
  get setUpCode(): string | undefined {
    return /minutes: (\S+)/u.exec(this.#said)?.[1];
  }

  /** Where it tells its health and its metrics. */
  get operationsUrl(): string | undefined {
    return /Health and metrics: (\S+)/u.exec(this.#said)?.[1];
  }

  /** True once it listens or works; false where it ended before. Throws where it does neither for a minute. */
  async up(): Promise<boolean> {
    const limit = Date.now() + START_LIMIT_MS;
    while (Date.now() < limit) {
      if (this.#said.includes('Health and metrics')) return true;
      if (this.child.exitCode !== null || this.child.signalCode !== null) return false;
      await new Promise((wake) => setTimeout(wake, 10));
    }
    throw new Error(`A process of the service is not up after a minute: ${this.#said}`);
  }

  /** Where it shall die from now on; `null` for nowhere. */
  order(dieAt: string | null): void {
    if (this.child.connected) this.child.send({ dieAt }, () => undefined); // it may be dead already: that is what it is for
  }

  /** The same; resolves once it goes by that. Rejects where it ends before. */
  async obey(dieAt: string | null): Promise<void> {
    this.order(dieAt);
    const limit = Date.now() + START_LIMIT_MS;
    while (this.#obeys !== dieAt) {
      if (Date.now() > limit || this.child.exitCode !== null || this.child.signalCode !== null)
        throw new Error(`A process does not take the order to die at ${String(dieAt)}.`);
      await new Promise((wake) => setTimeout(wake, 5));
    }
  }

  /** Ends it as a crash would. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** Asks it to end. */
  async stop(): Promise<ProcessEnd> {
    this.child.kill('SIGTERM');
    return this.ended;
  }

  /** Halts it where it is, and lets it go on. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.child.kill(signal);
  }

  #keep(stream: ChildProcess['stdout'], name: 'stdout' | 'stderr'): void {
    if (stream === null) return;
    createInterface({ input: stream }).on('line', (line) => {
      if (name === 'stderr') this.#said += `${line}\n`;
      appendFileSync(join(this.options.folder, 'service.log'), `${line}\n`);
    });
  }
}
