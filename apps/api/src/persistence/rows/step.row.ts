import type { NewStep, Step, StepKind, StepProblem, StepState } from '@habeas/core';
import type { TableShape } from './entity.js';
import { fromJson, jsonObject, optional, same, time } from './values.js';

export interface StepRow {
  /** In the order they were added. */
  number: number;
  id: string;
  controller: string;
  request: string;
  stepKey: string;
  kind: string;
  workflowVersion: number;
  state: string;
  attempts: number;
  dueAt: number;
  /** From when it can be claimed: the due time of what waits, the end of the lease of what runs. */
  claimableAt: number | null;
  fence: number;
  leaseOwner: string | null;
  leaseEndsAt: number | null;
  problem: string | null;
  progress: string | null;
}

export const stepTable: TableShape<StepRow> = {
  name: 'step',
  columns: {
    number: 'number',
    id: 'id',
    controller: 'id',
    request: 'id',
    stepKey: 'id',
    kind: 'id',
    workflowVersion: 'count',
    state: 'id',
    attempts: 'count',
    dueAt: 'time',
    claimableAt: 'time?',
    fence: 'time',
    leaseOwner: 'name?',
    leaseEndsAt: 'time?',
    problem: 'text?',
    progress: 'text?',
  },
  primary: ['number'],
  indices: [
    { name: 'step_id', columns: ['id'], unique: true },
    { name: 'step_request_key', columns: ['request', 'stepKey'], unique: true },
    { name: 'step_claimable', columns: ['claimableAt'] },
  ],
};

export function newStepToRow({ key, dueAt, ...step }: NewStep): Omit<StepRow, 'number'> {
  const { id, controller, request, kind, workflowVersion } = step;
  return {
    ...{ id, controller, request, kind, workflowVersion },
    stepKey: key,
    state: 'pending',
    attempts: 0,
    dueAt: dueAt.getTime(),
    claimableAt: dueAt.getTime(),
    fence: 0,
    leaseOwner: null,
    leaseEndsAt: null,
    problem: null,
    progress: null,
  };
}

export function stepFromRow(row: StepRow): Step {
  const { id, controller, request, workflowVersion, attempts } = row;
  return {
    ...{ id, controller, request, workflowVersion, attempts },
    key: row.stepKey,
    kind: row.kind as StepKind,
    state: row.state as StepState,
    dueAt: time(row.dueAt),
    fence: row.fence,
    ...optional('leaseOwner', row.leaseOwner, same),
    ...optional('leaseEndsAt', row.leaseEndsAt, time),
    ...optional('problem', row.problem, (text) => fromJson<StepProblem>(text)),
    ...optional('progress', row.progress, jsonObject),
  };
}
