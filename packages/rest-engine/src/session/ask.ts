import type { Question, RequestSpec } from '../manifest/request-schema.js';
import { requestBuilder, type RequestBuilder } from '../request/build-request.js';
import type { Scope } from '../template/template.js';
import type { AskedStep, CallRules } from './engine.js';

const BUILDERS = new WeakMap<object, RequestBuilder>();

/** The request of a manifest for a scope, its templates read once. */
export function built(spec: Question, scope: Scope): ReturnType<RequestBuilder> {
  const builder = BUILDERS.get(spec) ?? requestBuilder(spec);
  BUILDERS.set(spec, builder);
  return builder(scope);
}

/** Statuses that a job is taken with, with or without a body: a header may be all that tells where it stands. */
const TAKEN = { 201: 'taken', 202: 'taken' } as const;

/** How a request is treated. */
export function rulesOf(
  label: string,
  { on, scope, cost, job }: Omit<CallRules, 'label' | 'asked'> & Pick<RequestSpec, 'job'>,
  asked?: AskedStep,
): CallRules {
  return { label, on: job === undefined ? on : { ...TAKEN, ...on }, scope, cost, asked };
}
