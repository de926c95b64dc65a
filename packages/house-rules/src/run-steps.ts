import type { Step } from './step.js';

/** Where a check tells what it finds. */
export interface CheckOptions {
  /** How many steps run side by side. */
  readonly lanes: number;
  readonly print: (line: string) => void;
}

/**
 * Runs every step, whatever the others find, and prints a line for each as it ends, then all faults.
 * Returns how many faults there are; a step that cannot run is a fault.
 */
export async function runSteps(steps: readonly Step[], { lanes, print }: CheckOptions): Promise<number> {
  const waiting = [...steps];
  const found: { readonly step: Step; readonly faults: readonly string[] }[] = [];
  const lane = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const startedAt = performance.now();
      const faults = await faultsOf(step);
      print(summary(step, faults.length, performance.now() - startedAt));
      found.push({ step, faults });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  for (const { step, faults } of found) {
    if (faults.length > 0) print(['', `${step.name}:`, ...faults.map((fault) => `  ${fault}`)].join('\n'));
  }
  return found.reduce((sum, { faults }) => sum + faults.length, 0);
}

async function faultsOf(step: Step): Promise<readonly string[]> {
  try {
    return await step.run();
  } catch (error) {
    return [`could not be checked: ${error instanceof Error ? error.message : String(error)}`];
  }
}

function summary({ name }: Step, faults: number, ms: number): string {
  const verdict = faults === 0 ? 'ok' : `${String(faults)} ${faults === 1 ? 'fault' : 'faults'}`;
  return `${name.padEnd(12)} ${verdict.padEnd(12)} ${(ms / 1000).toFixed(1)} s`;
}
