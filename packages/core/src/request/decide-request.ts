import type { JsonObject } from '@habeas/connector-sdk';
import { requireDays } from '../delivery/archive-days.js';
import { giveOut, handOut, requireProofForChannel } from '../delivery/answer-channel.js';
import { channelOf } from '../delivery/channel.js';
import { scheduleEnd } from '../delivery/deliver.js';
import { requireTime } from '../delivery/not-before.js';
import { requireSettledFee } from '../fee/fee.js';
import { isObjectedTo } from '../identity/contact-facts.js';
import { withoutCopy } from '../proof/document/purge.js';
import { withProof } from '../proof/proof-facts.js';
import { proofStanding } from '../proof/proof-standing.js';
import { requireRepresentation } from '../proof/representation/require-representation.js';
import type { Transaction } from '../ports/store.js';
import type { CaseDecision, RefusalKind } from './case-file.js';
import { announceEnd } from './announce-end.js';
import { type Change, happen, lockRequest } from './change-request.js';
import { beginSearch } from './begin-search.js';
import type { DataRequest, GivenAnswer } from './data-request.js';
import type { Desk, Viewer } from './desk.js';
import { withAnswer } from './given-answer.js';
import type { RefusalGround } from './refusal-ground.js';
import { KEPT_AFTER_END_DAYS } from './kept-after-end.js';
import { isProved } from './open-request.js';
import { addRecheck } from './recheck.js';
import { Refused } from './refused.js';
import { keyOf, openCaseFile, openSubjectFile, sealFile } from './sealed-files.js';
import { isDecided, type RequestEvent } from './transitions.js';
import type { StepKind } from '../work/step.js';
import { addStep, cancelWork } from './workflow.js';

const DAY_MS = 86_400_000;

interface Plan extends Change {
  readonly event: RequestEvent;
  /** What else happens in the same transaction. */
  readonly also?: (transaction: Transaction, changed: DataRequest) => Promise<void>;
}

/** Loads, changes and stores a request in one transaction. */
function decide(
  desk: Desk,
  viewer: Viewer,
  id: string,
  plan: (request: DataRequest, transaction: Transaction) => Plan | Promise<Plan>,
): Promise<DataRequest> {
  return desk.store.transact(async (transaction) => {
    const request = await lockRequest(transaction, viewer, id);
    const { event, also, ...change } = await plan(request, transaction);
    const changed = await happen(transaction, request, { event, viewer, desk }, change);
    await also?.(transaction, changed);
    return changed;
  });
}

/** The proof of one identifier, as a person attests it. */
export interface Attestation {
  /** The position of the identifier in the request, from 1. */
  readonly identifier: number;
  /** How it was proved, in words that name no document numbers: "answered a mail sent to it". */
  readonly provedBy: string;
}

/** Notes that identifiers are proved to be the subject's (security R57): only those are searched. */
export function attestIdentity(
  desk: Desk,
  viewer: Viewer,
  id: string,
  attestations: readonly Attestation[],
): Promise<DataRequest> {
  return decide(desk, viewer, id, async (request, { now }) => {
    const attested = await attestation(desk, request, attestations);
    const proof = withProof(request.proof, { kind: 'attested', at: now.toISOString(), by: viewer.actor.id });
    return { event: 'attest', ...attested, fields: { ...attested.fields, proof } };
  });
}

/** What changes in a request by that, and whether something that can be searched is proved by it. */
export async function attestation(
  { vault }: Pick<Desk, 'vault'>,
  request: DataRequest,
  attestations: readonly Attestation[],
): Promise<Change> {
  const file = await openSubjectFile(vault, request);
  const { identifiers } = file;
  const proofs = new Map(attestations.map(({ identifier, provedBy }) => [identifier, provedBy]));
  const unknown = [...proofs.keys()].find((position) => identifiers[position - 1] === undefined);
  if (unknown !== undefined) throw new Refused('INVALID_INPUT', `The request has no identifier ${String(unknown)}.`);
  const attested = identifiers.map((each, index) => {
    const provedBy = proofs.get(index + 1) ?? each.provedBy;
    return provedBy === undefined ? each : { ...each, provedBy };
  });
  const subjectFile = await sealFile(vault, keyOf(request), 'subject', { ...file, identifiers: attested });
  return { fields: { subjectFile }, details: { proved: [...proofs.keys()] }, isProved: isProved(attested) };
}

/** Starts the search. */
export function startSearch(desk: Desk, viewer: Viewer, id: string): Promise<DataRequest> {
  return work(desk, viewer, id, 'start');
}

/** Searches anew: after a fault was mended, or because a source was missing. What was decided about matches stands. */
export function retrySearch(desk: Desk, viewer: Viewer, id: string): Promise<DataRequest> {
  return work(desk, viewer, id, 'retry');
}

async function work(desk: Desk, viewer: Viewer, id: string, event: 'start' | 'retry'): Promise<DataRequest> {
  const changed = await desk.store.transact(async (transaction) =>
    beginSearch(transaction, await lockRequest(transaction, viewer, id), { event, viewer, desk }),
  );
  desk.wake();
  return changed;
}

/** Stops the work on a request where it is. */
export function pauseRequest(desk: Desk, viewer: Viewer, id: string): Promise<DataRequest> {
  return decide(desk, viewer, id, (request) => ({
    event: 'pause',
    fields: { resumesIn: request.state },
    also: (transaction) => cancelWork(transaction, request),
  }));
}

type Working = 'searching' | 'gathering' | 'assembling';

const STEP_OF: Readonly<Record<Working, StepKind>> = {
  searching: 'search',
  gathering: 'gather',
  assembling: 'assemble',
};

/** Goes on where a request was paused: what was read already is not read again. */
export async function resumeRequest(desk: Desk, viewer: Viewer, id: string): Promise<DataRequest> {
  const changed = await decide(desk, viewer, id, (request) => ({
    event: 'resume',
    fields: { rounds: request.rounds + 1 },
    also: (transaction, resumed) => addStep(transaction, desk, resumed, { kind: STEP_OF[resumed.state as Working] }),
  }));
  desk.wake();
  return changed;
}

/** Ends a request that the subject withdrew; where an answer went out already, the addition to it that was being prepared. */
export function cancelRequest(desk: Desk, viewer: Viewer, id: string, reason: string): Promise<DataRequest> {
  return endRequest(desk, viewer, id, { event: 'cancel', reason });
}

/**
 * What a refusal rests on: as what it is refused that is more than its reason, or a ground of the law. Closed on purpose: free words alone
 * refuse nothing (OUT-03).
 */
export type RefusalBasis =
  (Pick<CaseDecision, 'meantFor' | 'wouldHelp'> & { readonly as: RefusalKind }) | { readonly ground: RefusalGround };

/** How a request is ended. */
export type Ending =
  | { readonly event: 'cancel'; readonly reason: string }
  | {
      readonly event: 'refuse';
      readonly reason: string;
      /** What it rests on; throws `Refused` where that does not hold. */
      readonly basis: (request: DataRequest, transaction: Transaction) => RefusalBasis | Promise<RefusalBasis>;
    };

/** Ends a request without an answer: its work stops, its subject is told, and it is kept for as long as it may be asked about. */
export async function endRequest(desk: Desk, viewer: Viewer, id: string, ending: Ending): Promise<DataRequest> {
  const { event, reason } = ending;
  const ended = await decide(desk, viewer, id, async (request, transaction) => {
    const { now } = transaction;
    const basis = ending.event === 'refuse' ? await ending.basis(request, transaction) : {};
    const last = request.answers?.at(-1);
    if (event === 'cancel' && last !== undefined && !isDecided(request)) {
      return settlement(desk, viewer, request, { reason, last, transaction });
    }
    const expiresAt = new Date(now.getTime() + KEPT_AFTER_END_DAYS * DAY_MS);
    const unheld = await withoutCopy(transaction, desk, request);
    const decision: CaseDecision = { event, reason, ...basis, by: viewer.actor.id, at: now.toISOString() };
    const caseFile = await sealDecision(desk, request, decision);
    return {
      event,
      reason,
      fields: { expiresAt, caseFile, rounds: request.rounds + 1, ...unheld },
      details: { reason: true, ...inTrail(decision, request) },
      also: async (transaction, changed) => {
        await cancelWork(transaction, request);
        await addStep(transaction, desk, changed, { kind: 'expire', dueAt: expiresAt });
        await announceEnd(transaction, { ...changed, expiresAt }, END_MESSAGES[event], { desk, viewer });
      },
    };
  });
  desk.wake();
  return ended;
}

/** Which basis it was, and how sure it was who asks; evidence may name people, and is sealed. */
function inTrail({ as, ground }: CaseDecision, request: DataRequest): JsonObject {
  if (ground !== undefined) return { ground: ground.ground };
  if (as !== 'identity_not_proved' && as !== 'authority_not_shown') return as === undefined ? {} : { as };
  const { required, reached } = proofStanding(request);
  return { as, proof: { required, reached: reached ?? null }, objected: isObjectedTo(request) };
}

/** Leaves it at the answer that went out. */
async function settlement(
  desk: Desk,
  viewer: Viewer,
  request: DataRequest,
  { reason, last, transaction }: { readonly reason: string; readonly last: GivenAnswer; readonly transaction: Transaction },
): Promise<Plan> {
  const { archive, complete } = last;
  const unheld = await withoutCopy(transaction, desk, request);
  const expiresAt = new Date(last.expiresAt);
  const dataKey = await desk.vault.keepUntil(keyOf(request), expiresAt);
  const decision: CaseDecision = { event: 'cancel', reason, by: viewer.actor.id, at: transaction.now.toISOString() };
  const caseFile = await sealDecision(desk, { ...request, dataKey }, decision);
  return {
    event: 'settle',
    reason,
    fields: { archive, complete, dataKey, caseFile, rounds: request.rounds + 1, ...unheld },
    details: { reason: true },
    also: async (transaction, settled) => {
      await cancelWork(transaction, request);
      await scheduleEnd(transaction, settled, { desk, expiresAt });
    },
  };
}

const END_MESSAGES = { cancel: 'closed', refuse: 'refused' } as const;

/** What a release is decided with. */
export interface Release {
  /** Why it is released although something is missing: required where the search was not complete. */
  readonly reason?: string;
  /** For how long the archive can be fetched; 1 to 30, or to fewer where the register says so. */
  readonly days: number;
}

/**
 * Makes the archive available. Throws `Refused` with `STEP_UP_REQUIRED` where the person has not proved within five minutes that
 * it is still them (security R30), and with `INCOMPLETE` where something is missing and no reason is given (security R7);
 * with `WRONG_STATE` before the time that health information waits for (DLN-10).
 */
export async function releaseRequest(desk: Desk, viewer: Viewer, id: string, release: Release): Promise<DataRequest> {
  requireDays(desk, viewer.controller, release.days);
  const released = await decide(desk, viewer, id, async (request, transaction) => {
    const { now } = transaction;
    requireRepresentation(request);
    requireProofForChannel(request);
    requireSettledFee(request);
    requireTime(desk, request, now);
    const unheld = await withoutCopy(transaction, desk, request);
    const reason = release.reason?.trim() ?? '';
    const { required, reached } = proofStanding(request);
    const expiresAt = new Date(now.getTime() + release.days * DAY_MS);
    const dataKey = await desk.vault.keepUntil(keyOf(request), expiresAt);
    const decision: CaseDecision = { event: 'release', reason, by: viewer.actor.id, at: now.toISOString() };
    const sealed = reason === '' ? {} : { caseFile: await sealDecision(desk, { ...request, dataKey }, decision) };
    return {
      event: 'release',
      reason,
      fields: {
        ...{ expiresAt, dataKey, ...withAnswer(request, now, expiresAt), ...sealed, ...unheld },
        ...handOut(request, { at: now, by: viewer.actor.id }),
      },
      details: {
        ...{ complete: request.complete === true, reason: reason !== '', channel: channelOf(request) },
        proof: { required, reached: reached ?? null },
      },
      also: async (transaction, released) => {
        await scheduleEnd(transaction, released, { desk, expiresAt });
        await addRecheck(transaction, desk, released);
        await giveOut(transaction, released, { desk, viewer });
      },
    };
  });
  desk.wake();
  return released;
}

/** The case file with one more decision: reasons are in people's own words, and lie where personal data does. */
async function sealDecision({ vault }: Desk, request: DataRequest, decision: CaseDecision): Promise<string> {
  const file = await openCaseFile(vault, request);
  return sealFile(vault, keyOf(request), 'case', { ...file, decisions: [...file.decisions, decision] });
}
