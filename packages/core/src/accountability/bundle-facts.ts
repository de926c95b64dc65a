import type { IdentifierKind, JsonObject } from '@habeas/connector-sdk';
import { computeDeadlines, type Deadlines } from '../deadline/deadlines.js';
import { gateNow } from '../proof/gate-now.js';
import { NO_PROOF, type ProofFacts } from '../proof/proof-facts.js';
import { proofStanding, type ProofStanding, type ProofTerms } from '../proof/proof-standing.js';
import type { CaseDecision } from '../request/case-file.js';
import { type ClockFacts, factsOf } from '../request/clock/clock-facts.js';
import { clockOf } from '../request/clock/clock-of.js';
import type { ClockLook } from '../request/clock/view-clock.js';
import type { ArchiveFile, DataRequest, GivenAnswer, LedgerLine } from '../request/data-request.js';
import type { ManualTask } from '../manual/manual-task.js';
import type { GateDecision } from '../scope/gate.js';

/** An identifier that was given: its kind, and a keyed hash by which it can be shown that it was this one. No value. */
export interface KeyedIdentifier {
  readonly kind: IdentifierKind;
  /** Missing for what has no canonical form. */
  readonly keyed?: string;
  readonly isProved: boolean;
}

/** An archive, as it is known from outside: what it hashes to, and how much is in it. */
export type KnownArchive = Omit<ArchiveFile, 'blob'>;

/**
 * What an authority is shown of how one request was handled (Art. 5(2), 30(4), 31 GDPR; LOG-05), beside its entries of the trail: codes,
 * times, counts and digests. No value of the subject, and no words of anybody unless that was chosen.
 */
export interface BundleFacts {
  readonly controller: { readonly id: string; readonly name: string };
  /** When and by whom the bundle was made: ISO 8601, UTC, and an id. */
  readonly made: { readonly at: string; readonly by: string };
  readonly request: Pick<DataRequest, 'id' | 'reference' | 'state' | 'rights' | 'format' | 'language'> & {
    readonly receivedAt: string;
    readonly openedAt: string;
    readonly onBehalf?: ProofFacts['onBehalf'];
    /** Whether its personal data is still kept: what was destroyed is known by the trail alone. */
    readonly isKept: boolean;
  };
  readonly identifiers: readonly KeyedIdentifier[];
  /** As they stood when the bundle was made, with how each came about, and the calendar that they were counted with. */
  readonly deadlines: Omit<Deadlines, 'lateFrom'> & { readonly lateFrom: string };
  readonly clock: ClockFacts;
  readonly proof: ProofStanding & Omit<ProofFacts, 'document'> & { readonly document?: JsonObject };
  readonly search: {
    /** Missing before the search is over. */
    readonly complete?: boolean;
    readonly included: number;
    readonly queued: number;
    readonly ledger: readonly LedgerLine[];
    readonly tasks: readonly TaskFact[];
  };
  /** Missing before the answer is made. */
  readonly gate?: GateDecision;
  readonly answers: readonly (Omit<GivenAnswer, 'archive'> & { readonly archive: KnownArchive })[];
  /** The reasons of decisions, word by word, where that was chosen and they are still kept. */
  readonly reasons?: readonly CaseDecision[];
}

/** A search by hand: when, by whom, and what came of it. */
type TaskFact = Pick<ManualTask, 'id' | 'source' | 'openedAt' | 'dueAt'> & {
  readonly end?: Omit<NonNullable<ManualTask['end']>, 'blob'>;
};

/** What a bundle is made of. */
export interface BundleMaterial {
  readonly request: DataRequest;
  readonly look: ClockLook;
  readonly terms: ProofTerms;
  readonly controllerName: string;
  /** Who makes it, by id. */
  readonly by: string;
  readonly identifiers: readonly KeyedIdentifier[];
  readonly reasons?: readonly CaseDecision[];
}

/** See {@link BundleFacts}. Written field by field: a new field of a request is in no bundle until somebody writes its name. */
export function bundleFacts(material: BundleMaterial): BundleFacts {
  const { request, look, terms, controllerName, by, identifiers, reasons } = material;
  const { lateFrom, ...deadlines } = computeDeadlines(clockOf(request, look.settings), look.settings, look.at);
  const gate = gateNow(request);
  return {
    controller: { id: request.controller, name: controllerName },
    made: { at: look.at.toISOString(), by },
    request: aboutRequest(request),
    identifiers,
    deadlines: { ...deadlines, lateFrom: lateFrom.toISOString() },
    clock: factsOf(request),
    proof: { ...proofStanding(request, terms), ...aboutProof(request.proof ?? NO_PROOF) },
    search: aboutSearch(request),
    ...(gate === undefined ? {} : { gate }),
    answers: (request.answers ?? []).map(({ archive: { bytes, sha256, records, files }, ...answer }) => ({
      ...answer,
      archive: { bytes, sha256, records, files },
    })),
    ...(reasons === undefined ? {} : { reasons }),
  };
}

function aboutRequest(row: DataRequest): BundleFacts['request'] {
  const { id, reference, state, rights, format, language, receivedAt, createdAt, proof, dataKey } = row;
  const times = { receivedAt: receivedAt.toISOString(), openedAt: createdAt.toISOString() };
  const onBehalf = proof?.onBehalf === undefined ? {} : { onBehalf: proof.onBehalf };
  return { id, reference, state, rights, format, language, ...times, ...onBehalf, isKept: dataKey !== undefined };
}

function aboutProof({ document, ...facts }: ProofFacts): Omit<ProofFacts, 'document'> & { readonly document?: JsonObject } {
  if (document === undefined) return facts;
  const { demandedAt, demandedBy, harm, isSpecial, handedIn, checked } = document;
  const known = { demandedAt, demandedBy, harm, isSpecial, handedIn };
  return { ...facts, document: checked === undefined ? known : { ...known, checked: { ...checked } } };
}

function aboutSearch({ complete, included, queued, ledger, tasks = [] }: DataRequest): BundleFacts['search'] {
  const done = tasks.map(({ id, source, openedAt, dueAt, end }): TaskFact => {
    if (end === undefined) return { id, source, openedAt, dueAt };
    const { outcome, by, at, rows, files } = end;
    return { id, source, openedAt, dueAt, end: { outcome, by, at, rows, ...(files === undefined ? {} : { files }) } };
  });
  return { ...(complete === undefined ? {} : { complete }), included, queued, ledger, tasks: done };
}
