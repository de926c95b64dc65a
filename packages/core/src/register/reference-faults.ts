import type { Activity } from './activity.js';
import type { RegisterPath } from './backing.js';
import { nameRemedy, type RegisterFault } from './register-fault.js';
import type { Register } from './register.js';
import type { RegisterRetention } from './retention.js';

/** Names in a register that lead nowhere, and groups of people or recipients that no activity names. */
export function referenceFaults(register: Register): readonly RegisterFault[] {
  const { subjects, recipients, activities } = register;
  const named = Object.entries(activities).flatMap(([id, activity]) => activityFaults(register, ['activities', id], activity));
  return [
    ...named,
    ...unused(Object.keys(subjects), 'subjects', activities),
    ...unused(Object.keys(recipients), 'recipients', activities),
  ];
}

function activityFaults(register: Register, path: RegisterPath, activity: Activity): readonly RegisterFault[] {
  const { subjects = [], recipients = [], fields = {}, retention = [] } = activity;
  return [
    ...unknown(subjects, Object.keys(register.subjects), [...path, 'subjects'], 'group of subjects in this register'),
    ...unknown(recipients, Object.keys(register.recipients), [...path, 'recipients'], 'recipient in this register'),
    ...retention.flatMap((rule, index) => ruleFaults(rule, [...path, 'retention', index], subjects, Object.keys(fields))),
  ];
}

function ruleFaults(
  { anchor = [], combine, subjects = [], fields = [] }: RegisterRetention,
  path: RegisterPath,
  known: readonly string[],
  knownFields: readonly string[],
): readonly RegisterFault[] {
  const undecided = anchor.length > 1 && combine === undefined;
  return [
    ...(undecided
      ? [{ path: [...path, 'anchor'], what: 'it runs from several moments', remedy: 'say in combine which one counts' }]
      : []),
    ...unknown(subjects, known, [...path, 'subjects'], 'group of subjects in this activity'),
    ...unknown(fields, knownFields, [...path, 'fields'], 'field in this activity'),
  ];
}

function unknown(names: readonly string[], known: readonly string[], path: RegisterPath, noun: string): readonly RegisterFault[] {
  return names.flatMap((name, index) =>
    known.includes(name)
      ? []
      : [{ path: [...path, index], what: `there is no ${noun} called "${name}"`, remedy: nameRemedy(name, known) }],
  );
}

function unused(
  ids: readonly string[],
  kind: 'recipients' | 'subjects',
  activities: Register['activities'],
): readonly RegisterFault[] {
  const used = new Set(Object.values(activities).flatMap((activity) => activity[kind] ?? []));
  return ids
    .filter((id) => !used.has(id))
    .map((id) => ({ path: [kind, id], what: `no activity names "${id}" in its ${kind}`, remedy: 'name it there, or remove it' }));
}
