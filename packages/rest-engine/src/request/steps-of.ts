import type { JobStep } from '../manifest/job-schema.js';
import type { RequestSpec } from '../manifest/request-schema.js';

/** One request of those that a request is made of. */
export interface Step {
  /** `whole` is a request that is no job; of a job, the one that the vendor takes is followed by those about it. */
  readonly kind: 'whole' | 'submission' | 'poll' | 'result';
  /** Where it stands in the request. */
  readonly path: readonly PropertyKey[];
  /** As a request of its own: only the last one has the records, and the pages they come in. */
  readonly spec: RequestSpec;
  readonly hasRecords: boolean;
  /** Its address is told by the reply before it, and no request stands here. */
  readonly isAddressed: boolean;
}

/** What a request is made of: itself, or the steps of its job, in their order. */
export function stepsOf(spec: RequestSpec): readonly Step[] {
  const { job, ...whole } = spec;
  if (job === undefined) return [{ kind: 'whole', path: [], spec, hasRecords: true, isAddressed: false }];
  const submitted = { ...whole, ...WITHOUT_RECORDS };
  return [
    { kind: 'submission', path: [], spec: submitted, hasRecords: false, isAddressed: false },
    stepOf(spec, job.poll, { kind: 'poll', hasRecords: job.result === undefined }),
    ...(job.result === undefined ? [] : [stepOf(spec, job.result, { kind: 'result', hasRecords: true })]),
  ];
}

const WITHOUT_RECORDS = { records: '.', paginate: 'none' } as const;

function stepOf(
  { records, paginate, scope }: RequestSpec,
  { at, ...question }: JobStep,
  { kind, hasRecords }: { readonly kind: 'poll' | 'result'; readonly hasRecords: boolean },
): Step {
  const held = hasRecords ? { records, paginate } : WITHOUT_RECORDS;
  const spec = { ...question, ...held, scope: question.scope ?? scope, on: {} };
  return { kind, path: ['job', kind], spec, hasRecords, isAddressed: at !== undefined };
}
