import { Counter, Gauge, type Registry } from 'prom-client';
import type { Service } from '../composition/service.js';

/** What dispatching comes to, for Prometheus: no label holds more than an outcome. */
export function dispatchMetrics({ dispatch }: Service, registry: Registry): void {
  new Counter({
    name: 'habeas_wakes_total',
    help: 'Hints to workers: told or lost as this process sent them, taken or idle as it got them.',
    labelNames: ['outcome'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [outcome, count] of Object.entries(dispatch.counts)) this.inc({ outcome }, count);
    },
  });
  if (dispatch.kind === 'embedded') return;
  new Gauge({
    name: 'habeas_redis_up',
    help: '1 while Redis is there to tell workers of steps, 0 while they look at the ledger.',
    registers: [registry],
    collect() {
      this.set(dispatch.isReaching() ? 1 : 0);
    },
  });
}
