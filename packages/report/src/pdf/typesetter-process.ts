import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { buffer, text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { PdfError } from './pdf-error.js';

/** Beside `src` and `dist` alike. */
const PROGRAM = fileURLToPath(new URL('../../typesetter/typeset.mjs', import.meta.url));
const HEAP_MIB = 512;
const WATCH_MS = 50;

/** What one PDF may take. */
export interface TypesetterLimits {
  readonly timeoutMs: number;
  /** Of the process, in MiB. It is watched on Linux; elsewhere only the heap of its JavaScript is bounded. */
  readonly memoryMiB: number;
}

/** Runs the typesetter in a process of its own, without an environment, and ends it at its limits. Throws {@link PdfError}. */
export async function runTypesetter(request: string, limits: TypesetterLimits): Promise<Uint8Array> {
  const child = spawn(process.execPath, [`--max-old-space-size=${HEAP_MIB}`, PROGRAM], { stdio: 'pipe', env: {} });
  const guard = new Guard(child, limits);
  // A process that was ended no longer reads: its end tells more than the broken pipe.
  child.stdin.on('error', () => undefined);
  child.stdin.end(request);
  try {
    const [pdf, told] = await Promise.all([buffer(child.stdout), text(child.stderr), ended(child)]);
    guard.demandFine(told);
    return pdf;
  } finally {
    guard.stop();
  }
}

/** Resolves when the process is no more. Rejects where it never was. */
async function ended(child: ChildProcess): Promise<void> {
  try {
    await once(child, 'close');
  } catch (cause) {
    throw new PdfError('failed', `The typesetter did not start: ${(cause as Error).message}`);
  }
}

/** Ends a process that takes too long or too much. */
class Guard {
  readonly #timers: readonly NodeJS.Timeout[];
  #reason: 'timeout' | 'memory' | undefined;

  constructor(
    private readonly child: ChildProcess,
    private readonly limits: TypesetterLimits,
  ) {
    const end = (reason: 'timeout' | 'memory'): void => {
      this.#reason ??= reason;
      child.kill('SIGKILL');
    };
    this.#timers = [
      setTimeout(() => { end('timeout'); }, limits.timeoutMs), // prettier-ignore
      setInterval(() => { if (residentMiB(child.pid) > limits.memoryMiB) end('memory'); }, WATCH_MS), // prettier-ignore
    ];
  }

  demandFine(told: string): void {
    const { timeoutMs, memoryMiB } = this.limits;
    if (this.#reason === 'timeout') throw new PdfError('timeout', `The PDF was not made within ${timeoutMs / 1_000} seconds.`);
    if (this.#reason === 'memory') throw new PdfError('memory', `The PDF needs more than ${memoryMiB} MiB of memory.`);
    const { exitCode, signalCode } = this.child;
    if (exitCode === 0) return;
    const why = exitCode === 3 ? told : `it ended by ${signalCode ?? `exit code ${String(exitCode)}`}`;
    throw new PdfError('failed', `The typesetter made no PDF: ${why}`);
  }

  stop(): void {
    for (const timer of this.#timers) clearInterval(timer);
    if (this.child.exitCode === null) this.child.kill('SIGKILL');
  }
}

/** Zero where it cannot be told. */
function residentMiB(pid: number | undefined): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0; // no such file: another system, or the process has just ended
  }
}
