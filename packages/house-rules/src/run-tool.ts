import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** What a tool printed, and how it ended. */
export interface ToolRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script with this Node, in the house's root. Rejects only when it cannot be started or is killed. */
export async function runTool(root: string, script: string, args: readonly string[]): Promise<ToolRun> {
  return run(root, process.execPath, [script, ...args]);
}

/** Runs any program, in the house's root. Rejects only when it cannot be started or is killed. */
export async function run(root: string, program: string, args: readonly string[]): Promise<ToolRun> {
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === null) reject(new Error(`${program} was ended by ${String(signal)}`));
      else resolve(code);
    });
  });
  const [exitCode, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { exitCode, stdout, stderr };
}

/** Refuses a run whose tool did not do its work, as opposed to one that found something. */
export function demandWork({ stdout, stderr }: ToolRun, tool: string): never {
  throw new Error(`${tool} did not run:\n${stderr.trim() || stdout.trim()}`);
}
