import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What people start: the built service. */
const MAIN = fileURLToPath(new URL('../main.js', import.meta.resolve('@habeas/api/testing')));
/** Has the process collect its garbage when it is asked to, and say so. */
const COLLECTS = `data:text/javascript,process.on('SIGUSR2',()=>{gc();process.stderr.write('collected\\n')})`;
/** What `npm start` and the image give Node. */
const FLAGS = ['--max-semi-space-size=8'];
const TICKS_PER_SECOND = 100;

/** A service in a process of its own. */
export interface ServiceProcess {
  /** Where it answers; empty for a worker. */
  readonly url: string;
  readonly setUpCode: string;
  readonly operationsUrl: string;
  /** Its memory that is in use now, in MiB. */
  residentMiB(): number;
  /** The most memory it has had so far, in MiB. */
  peakMiB(): number;
  /** What it holds on to, in MiB: its heap after everything was collected that nobody needs. */
  liveMiB(): Promise<number>;
  /** Processor time it has used, in seconds. */
  cpuSeconds(): number;
  /** Lines of its log that tell of a fault. */
  faults(): readonly string[];
  /** Ends it as an operator does, and waits for that. */
  stop(): Promise<void>;
}

/** Starts the built service with a configuration, in a role. Rejects where it ends before it is ready. */
export async function startService(configFile: string, role: 'all' | 'api' | 'worker' = 'all'): Promise<ServiceProcess> {
  // With the flags of this process, so that a profiler sees the service too
  const flags = [...FLAGS, ...process.execArgv, '--expose-gc', '--import', COLLECTS];
  const args = [...flags, MAIN, '--config', configFile, '--role', role];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const faults: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (lines: string) => {
    faults.push(...lines.split('\n').filter((line) => line.includes('"level":50')));
  });
  const said = await readyWords(child, role);
  return {
    ...said,
    residentMiB: () => statusMiB(child, 'VmRSS'),
    peakMiB: () => statusMiB(child, 'VmHWM'),
    liveMiB: () => liveMiB(child, said.operationsUrl),
    cpuSeconds: () => cpuSeconds(processFile(child, 'stat')),
    faults: () => faults,
    stop: () => stop(child),
  };
}

/** What a service says once it is ready, of which the line about health is the last. */
async function readyWords(
  child: ChildProcess,
  role: string,
): Promise<Pick<ServiceProcess, 'url' | 'setUpCode' | 'operationsUrl'>> {
  let text = '';
  const ended = once(child, 'exit').then(() => undefined);
  const ready = new Promise<Pick<ServiceProcess, 'url' | 'setUpCode' | 'operationsUrl'>>((resolve) => {
    child.stderr?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      const [url, operationsUrl, setUpCode] = [/^Habeas is at (\S+)$/mu, /^Health .*: (\S+)$/mu, /^Set-up code .*: (\S+)$/mu].map(
        (shape) => shape.exec(text)?.[1],
      );
      if (operationsUrl === undefined || (role !== 'worker' && url === undefined)) return;
      resolve({ url: url ?? '', operationsUrl, setUpCode: setUpCode ?? '' });
    });
  });
  const said = await Promise.race([ready, ended]);
  if (said === undefined) throw new Error(`The service did not start: ${text}`);
  return said;
}

async function liveMiB(child: ChildProcess, operationsUrl: string): Promise<number> {
  const collected = child.stderr === null ? undefined : once(child.stderr, 'data');
  child.kill('SIGUSR2');
  await collected;
  const text = await (await fetch(`${operationsUrl}/metrics`)).text();
  return Number(/^nodejs_heap_size_used_bytes (\S+)$/mu.exec(text)?.[1]) / (1024 * 1024);
}

function statusMiB(child: ChildProcess, name: 'VmRSS' | 'VmHWM'): number {
  const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'mu').exec(processFile(child, 'status'))?.[1];
  return Number(kilobytes) / 1024;
}

function processFile({ pid }: ChildProcess, name: string): string {
  return readFileSync(`/proc/${String(pid)}/${name}`, 'utf8');
}

/** User and system time are the 14th and 15th field; the 2nd is a name in brackets. */
function cpuSeconds(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
