import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const LOADER = fileURLToPath(new URL('../scripts/source-loader.mjs', import.meta.url));
/** Has the process collect its garbage when it is asked to, and say so. */
const COLLECTS = `data:text/javascript,process.on('SIGUSR2',()=>{gc();process.stderr.write('collected\\n')})`;
const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** A service in a process of its own, with everything it says. */
export interface ServiceProcess {
  readonly url: string;
  readonly setUpCode: string;
  /** The lines of its log, and of what it says to whoever started it. */
  readonly said: readonly string[];
  /** What it holds on to, in MiB: its heap after everything was collected that nobody needs. */
  liveMiB(): Promise<number>;
  /** Ends it without a warning, as a power cut would. */
  kill(): Promise<void>;
}

/** Starts a service as people start it. `env` is added to the environment. Rejects where it ends before it listens. */
export async function serviceProcess(configFile: string, env: Readonly<Record<string, string>> = {}): Promise<ServiceProcess> {
  const args = [
    '--disable-warning=ExperimentalWarning',
    '--expose-gc',
    '--import',
    COLLECTS,
    '--import',
    LOADER,
    MAIN,
    '--config',
    configFile,
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  const said: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => said.push(line));
  const words = createInterface({ input: child.stderr });
  words.on('line', (line) => said.push(line));
  const found = await Promise.race([listening(words, said), once(child, 'exit').then(() => undefined)]);
  if (found === undefined) throw new Error(`The service did not start: ${said.join('\n')}`);
  return { ...found, said, liveMiB: () => liveMiB(child, found.operationsUrl), kill: () => kill(child) };
}

async function listening(
  words: AsyncIterable<string> & { on(event: 'line', listener: () => void): unknown },
  said: readonly string[],
): Promise<{ readonly url: string; readonly operationsUrl: string; readonly setUpCode: string }> {
  return new Promise((resolve) => {
    words.on('line', () => {
      const text = said.join('\n');
      const url = /^Habeas is at (\S+)$/mu.exec(text)?.[1];
      const setUpCode = /^Set-up code .*: (\S+)$/mu.exec(text)?.[1];
      const operationsUrl = /^Health and metrics: (\S+)$/mu.exec(text)?.[1];
      if (url !== undefined && operationsUrl !== undefined && setUpCode !== undefined) resolve({ url, operationsUrl, setUpCode });
    });
  });
}

async function liveMiB(child: ChildProcess, operationsUrl: string): Promise<number> {
  const collected = once(createInterface({ input: child.stderr! }), 'line');
  child.kill('SIGUSR2');
  await collected;
  const text = await (await fetch(`${operationsUrl}/metrics`)).text();
  return Number(/^nodejs_heap_size_used_bytes (\S+)$/mu.exec(text)?.[1]) / (1024 * 1024);
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
