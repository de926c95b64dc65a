import { type RequestState, unprovided } from '@habeas/core';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { placesOf } from '../composition/checkpoint-trail.js';
import type { Service } from '../composition/service.js';
import { dispatchMetrics } from './dispatch-metrics.js';

/** States that are shown even where no request has them, so that an alarm on them has something to look at. */
const ALWAYS: readonly RequestState[] = [
  'received',
  'ready',
  'searching',
  'in_review',
  'gathering',
  'assembling',
  'awaiting_release',
  'needs_attention',
  'paused',
];

/**
 * What is measured, in the format of Prometheus. Labels are controllers' ids, states, kinds and outcomes: nothing of a person, and no
 * version of anything (security R34). Counts are read from the store when somebody asks.
 */
export function metricsOf(service: Service): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  registry.removeSingleMetric('nodejs_version_info');
  registry.registerMetric(service.stepTimes.histogram);
  for (const add of [requestGauges, trailGauges, dispatchMetrics]) add(service, registry);
  return registry;
}

function requestGauges({ store, config, desk }: Service, registry: Registry): void {
  const counts = shared(() => store.counted.counts(unprovided(desk)));
  gauge(registry, 'habeas_requests', 'Requests by controller and state.', ['controller', 'state'], async (set) => {
    for (const controller of config.controllers.keys()) for (const state of ALWAYS) set(0, { controller, state });
    for (const { controller, state, count } of (await counts()).requests) set(count, { controller, state });
  });
  const overdue = 'Requests that are not decided and whose deadline has passed.';
  gauge(registry, 'habeas_requests_overdue', overdue, ['controller'], async (set) => {
    for (const controller of config.controllers.keys()) set(0, { controller });
    for (const { controller, count } of (await counts()).overdue) set(count, { controller });
  });
  gauge(registry, 'habeas_steps', 'Steps by kind and state; running is claimed by a worker.', ['kind', 'state'], async (set) => {
    for (const { kind, state, count } of (await counts()).steps) set(count, { kind, state });
  });
  gauge(registry, 'habeas_steps_late', 'Steps that could have been claimed ten seconds ago and were not.', [], async (set) => {
    set((await counts()).late.count);
  });
  const longest = 'How long the step has waited that waits longest of those.';
  gauge(registry, 'habeas_steps_late_seconds', longest, [], async (set) => {
    set((await counts()).late.longestMs / 1_000);
  });
  const missing = 'Steps that wait for what this service was not given, such as a mail server; they are not late.';
  gauge(registry, 'habeas_steps_unprovided', missing, ['kind'], async (set) => {
    for (const { kind, count } of (await counts()).unprovided) set(count, { kind });
  });
}

function trailGauges({ store, config }: Service, registry: Registry): void {
  const waiting = shared(() => store.trail.waiting());
  const entries = 'Entries of the trail that wait for their place in the chain.';
  gauge(registry, 'habeas_trail_waiting_entries', entries, [], async (set) => {
    set((await waiting()).count);
  });
  const longest = 'How long the entry has waited that waits longest for its place in the chain.';
  gauge(registry, 'habeas_trail_waiting_seconds', longest, [], async (set) => {
    set((await waiting()).forMs / 1_000);
  });
  const uncovered = 'Entries of the chain that no signed checkpoint is about yet.';
  gauge(registry, 'habeas_trail_uncovered_entries', uncovered, [], async (set) => {
    set(await store.checkpoints.uncovered());
  });
  const places = placesOf(config.checkpoints);
  const behind = 'Entries between the last checkpoint and the last one that is in a place outside.';
  gauge(registry, 'habeas_checkpoint_behind_entries', behind, ['place'], async (set) => {
    const size = (await store.checkpoints.latest())?.size ?? 0;
    for (const { id } of places) set(size - (await store.checkpoints.reached(id)), { place: id });
  });
}

type Set = (value: number, labels?: Readonly<Record<string, string>>) => void;

/** A gauge that is read anew each time somebody asks. */
// eslint-disable-next-line max-params -- a table of gauges, each on few lines
function gauge(
  registry: Registry,
  name: string,
  help: string,
  labelNames: readonly string[],
  read: (set: Set) => Promise<void>,
): void {
  new Gauge({
    ...{ name, help, labelNames: [...labelNames], registers: [registry] },
    async collect() {
      this.reset();
      await read((value, labels = {}) => {
        this.set(labels, value);
      });
    },
  });
}

/** The same answer for all who ask while it is being found: the gauges of one look share it. */
function shared<T>(find: () => Promise<T>): () => Promise<T> {
  let found: Promise<T> | undefined;
  return () => {
    found ??= find().finally(() => {
      found = undefined;
    });
    return found;
  };
}
