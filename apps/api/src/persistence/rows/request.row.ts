import { type DataRequest, hasOpenTask, type RequestState } from '@habeas/core';
import type { TableShape } from './entity.js';
import { fromJson, jsonOrNull, millisecondsOrNull, optional, orNull, same, time } from './values.js';

export interface RequestRow {
  id: string;
  controller: string;
  reference: string;
  state: string;
  version: number;
  rights: string;
  format: string;
  language: string;
  receivedAt: number;
  dueAt: number;
  identifierKinds: string;
  workflowVersion: number;
  dataKey: string | null;
  subjectFile: string | null;
  caseFile: string | null;
  ledger: string;
  complete: number | null;
  queued: number;
  included: number;
  generation: string | null;
  evidenceIndex: string | null;
  searchMemory: string | null;
  retriedSource: string | null;
  answers: string | null;
  transmissions: string | null;
  breaches: string | null;
  duties: string | null;
  channel: string | null;
  askedPacking: string | null;
  fee: string | null;
  archive: string | null;
  disclosure: string | null;
  rulings: string | null;
  clock: string | null;
  tasks: string | null;
  proof: string | null;
  hasOpenTask: number | null;
  contacts: string | null;
  expiresAt: number | null;
  resumesIn: string | null;
  rounds: number;
  problem: string | null;
  createdAt: number;
  updatedAt: number;
}

export const requestTable: TableShape<RequestRow> = {
  name: 'request',
  columns: {
    id: 'id',
    controller: 'id',
    reference: 'id',
    state: 'id',
    version: 'count',
    rights: 'text',
    format: 'id',
    language: 'id',
    receivedAt: 'time',
    dueAt: 'time',
    identifierKinds: 'text',
    workflowVersion: 'count',
    dataKey: 'text?',
    subjectFile: 'text?',
    caseFile: 'text?',
    ledger: 'text',
    complete: 'count?',
    queued: 'count',
    included: 'count',
    generation: 'id?',
    evidenceIndex: 'name?',
    archive: 'text?',
    expiresAt: 'time?',
    resumesIn: 'id?',
    rounds: 'count',
    problem: 'text?',
    createdAt: 'time',
    updatedAt: 'time',
    disclosure: 'text?',
    rulings: 'text?',
    clock: 'text?',
    tasks: 'text?',
    hasOpenTask: 'count?',
    contacts: 'text?',
    proof: 'text?',
    searchMemory: 'name?',
    retriedSource: 'id?',
    answers: 'text?',
    transmissions: 'text?',
    breaches: 'text?',
    duties: 'text?',
    channel: 'id?',
    fee: 'text?',
    askedPacking: 'id?',
  },
  primary: ['id'],
  indices: [
    { name: 'request_reference', columns: ['controller', 'reference'], unique: true },
    { name: 'request_due', columns: ['controller', 'dueAt', 'id'] },
  ],
};

export function requestToRow(request: DataRequest): RequestRow {
  const { id, controller, reference, state, version, format, language, workflowVersion, queued, included, rounds } = request;
  return {
    ...{ id, controller, reference, state, version, format, language, workflowVersion, queued, included, rounds },
    rights: JSON.stringify(request.rights),
    identifierKinds: JSON.stringify(request.identifierKinds),
    ledger: JSON.stringify(request.ledger),
    receivedAt: request.receivedAt.getTime(),
    dueAt: request.dueAt.getTime(),
    dataKey: orNull(request.dataKey),
    subjectFile: orNull(request.subjectFile),
    caseFile: orNull(request.caseFile),
    complete: request.complete === undefined ? null : Number(request.complete),
    generation: orNull(request.generation),
    evidenceIndex: orNull(request.evidenceIndex),
    searchMemory: orNull(request.searchMemory),
    retriedSource: orNull(request.retriedSource),
    answers: jsonOrNull(request.answers),
    transmissions: jsonOrNull(request.transmissions),
    breaches: jsonOrNull(request.breaches),
    duties: jsonOrNull(request.duties),
    channel: orNull(request.channel),
    askedPacking: orNull(request.askedPacking),
    fee: jsonOrNull(request.fee),
    archive: jsonOrNull(request.archive),
    disclosure: jsonOrNull(request.disclosure),
    rulings: jsonOrNull(request.rulings),
    clock: jsonOrNull(request.clock),
    tasks: jsonOrNull(request.tasks),
    proof: jsonOrNull(request.proof),
    hasOpenTask: hasOpenTask(request.tasks) ? 1 : null,
    contacts: jsonOrNull(request.contacts),
    expiresAt: millisecondsOrNull(request.expiresAt),
    resumesIn: orNull(request.resumesIn),
    problem: jsonOrNull(request.problem),
    createdAt: request.createdAt.getTime(),
    updatedAt: request.updatedAt.getTime(),
  };
}

export function requestFromRow(row: RequestRow): DataRequest {
  const { id, controller, reference, version, workflowVersion, queued, included, rounds } = row;
  return {
    ...{ id, controller, reference, version, workflowVersion, queued, included, rounds },
    state: row.state as RequestState,
    rights: fromJson(row.rights),
    format: row.format as DataRequest['format'],
    language: row.language as DataRequest['language'],
    receivedAt: time(row.receivedAt),
    dueAt: time(row.dueAt),
    identifierKinds: fromJson(row.identifierKinds),
    ledger: fromJson(row.ledger),
    ...optional('dataKey', row.dataKey, same),
    ...optional('subjectFile', row.subjectFile, same),
    ...optional('caseFile', row.caseFile, same),
    ...optional('complete', row.complete, (value) => value === 1),
    ...optional('generation', row.generation, same),
    ...optional('evidenceIndex', row.evidenceIndex, same),
    ...optional('searchMemory', row.searchMemory, same),
    ...optional('retriedSource', row.retriedSource, same),
    ...optional('answers', row.answers, (text) => fromJson<NonNullable<DataRequest['answers']>>(text)),
    ...optional('transmissions', row.transmissions, (text) => fromJson<NonNullable<DataRequest['transmissions']>>(text)),
    ...optional('breaches', row.breaches, (text) => fromJson<NonNullable<DataRequest['breaches']>>(text)),
    ...optional('duties', row.duties, (text) => fromJson<NonNullable<DataRequest['duties']>>(text)),
    ...optional('channel', row.channel, (channel) => channel as NonNullable<DataRequest['channel']>),
    ...optional('askedPacking', row.askedPacking, (packing) => packing as NonNullable<DataRequest['askedPacking']>),
    ...optional('fee', row.fee, (text) => fromJson<NonNullable<DataRequest['fee']>>(text)),
    ...optional('archive', row.archive, (text) => fromJson<NonNullable<DataRequest['archive']>>(text)),
    ...optional('disclosure', row.disclosure, (text) => fromJson<NonNullable<DataRequest['disclosure']>>(text)),
    ...optional('rulings', row.rulings, (text) => fromJson<NonNullable<DataRequest['rulings']>>(text)),
    ...optional('clock', row.clock, (text) => fromJson<NonNullable<DataRequest['clock']>>(text)),
    ...optional('tasks', row.tasks, (text) => fromJson<NonNullable<DataRequest['tasks']>>(text)),
    ...optional('proof', row.proof, (text) => fromJson<NonNullable<DataRequest['proof']>>(text)),
    ...optional('contacts', row.contacts, (text) => fromJson<NonNullable<DataRequest['contacts']>>(text)),
    ...optional('expiresAt', row.expiresAt, time),
    ...optional('resumesIn', row.resumesIn, (state) => state as RequestState),
    ...optional('problem', row.problem, (text) => fromJson<NonNullable<DataRequest['problem']>>(text)),
    createdAt: time(row.createdAt),
    updatedAt: time(row.updatedAt),
  };
}

/** The last reference that was given in a year. */
export interface ReferenceRow {
  controller: string;
  year: number;
  lastNumber: number;
}

export const referenceTable: TableShape<ReferenceRow> = {
  name: 'reference',
  columns: { controller: 'id', year: 'count', lastNumber: 'count' },
  primary: ['controller', 'year'],
};
