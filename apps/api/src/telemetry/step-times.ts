import type { StepHandler, StepKind } from '@habeas/core';
import { Histogram } from 'prom-client';

/** How long steps took, by kind and by how they ended. */
export class StepTimes {
  readonly histogram = new Histogram({
    name: 'habeas_step_duration_seconds',
    help: 'Tries of steps by kind and outcome: done, failed, or stopped because the lease was lost or the worker ended.',
    labelNames: ['kind', 'outcome'],
    buckets: [0.05, 0.25, 1, 5, 15, 60, 300, 1_800, 7_200],
    registers: [],
  });

  /** The same handlers, measured. */
  measured(handlers: Readonly<Record<StepKind, StepHandler>>): Readonly<Record<StepKind, StepHandler>> {
    const measured = Object.entries(handlers).map(([kind, handler]): [string, StepHandler] => [
      kind,
      async (context) => {
        const end = this.histogram.startTimer({ kind });
        try {
          const commit = await handler(context);
          end({ outcome: 'done' });
          return commit;
        } catch (error) {
          end({ outcome: context.signal.aborted ? 'stopped' : 'failed' });
          throw error;
        }
      },
    ]);
    return Object.fromEntries(measured) as Record<StepKind, StepHandler>;
  }
}
