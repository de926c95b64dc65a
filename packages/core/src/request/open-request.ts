import { InvalidInputError } from '@habeas/connector-sdk';
import type { Transaction } from '../ports/store.js';
import { proofOnOpening } from '../proof/proof-on-opening.js';
import type { OnBehalf } from '../proof/proof-facts.js';
import type { Packing } from '../delivery/packing.js';
import type { ClockSettings } from '../deadline/request-clock.js';
import { NO_FACTS } from './clock/clock-facts.js';
import { dueAtOf } from './clock/clock-of.js';
import { subjectOf } from './given-subject.js';
import type { DataRequest, GivenText } from './data-request.js';
import type { Right } from './right.js';
import type { Desk, OnceKey, Viewer } from './desk.js';
import { openedEarlier } from './once.js';
import { Refused } from './refused.js';
import { sealFile } from './sealed-files.js';
import { WORKFLOW_VERSION } from './workflow.js';

/** What a request is opened with. */
export interface NewRequest {
  readonly identifiers: readonly GivenText[];
  readonly rights: readonly Right[];
  readonly format: 'csv' | 'json';
  readonly language: 'en' | 'fr';
  /** How they want the file. Without it, as what is in it demands (SPC-03). */
  readonly packing?: Packing;
  /** When it reached the controller, where that was earlier than now. */
  readonly receivedAt?: Date;
  /** Whether it came from a signed-in account (L0): then nobody doubts who asks (IDV-02, DLN-07). */
  readonly isSignedIn?: boolean;
  /** Whether they signed in a quarter of an hour ago at most (L2, security R56). */
  readonly isFreshlySignedIn?: boolean;
  /** The identity provider that vouches for the account: then nobody else has attested anything. */
  readonly issuer?: string;
  /** For whom they ask, where that is not for themselves: then a person decides before anything goes out (PER-03, PER-04). */
  readonly onBehalf?: OnBehalf;
  /** What else the subject wrote, by the name of the field. */
  readonly words?: Readonly<Record<string, string>>;
}

/** How long what was found is kept if nobody decides anything: the longest time an answer may take, and a month beyond. */
export const KEPT_DAYS = 120;
const DAY_MS = 86_400_000;
/** Art. 99(2) GDPR. */
const GDPR_APPLIES = new Date('2018-05-25');

/** What else happens in the transaction that opens a request, or that finds it opened by an earlier call with the same key. */
export type AfterOpening = (transaction: Transaction, request: DataRequest, isNew: boolean) => Promise<DataRequest>;

/**
 * Opens a request. It is acknowledged when it is durable (security R1). Throws `Refused` with `INVALID_INPUT` where something
 * given is not understood, naming its position and never its value.
 */
export function openRequest(desk: Desk, viewer: Viewer, given: NewRequest, onceKey: OnceKey): Promise<DataRequest> {
  return openRequestAnd(desk, viewer, given, { onceKey, also: (_transaction, request) => Promise.resolve(request) });
}

/** The same, with what else happens in the transaction. */
export async function openRequestAnd(
  desk: Desk,
  viewer: Viewer,
  given: NewRequest,
  { onceKey, also }: { readonly onceKey: OnceKey; readonly also: AfterOpening },
): Promise<DataRequest> {
  refuseNonsense(given, desk.sources.phoneRegionOf(viewer.controller));
  const id = desk.ids.next('req');
  const dataKey = await keyFor(desk, viewer, id);
  const subjectFile = await sealFile(desk.vault, { controller: viewer.controller, request: id, dataKey }, 'subject', {
    identifiers: given.identifiers,
    ...(given.words === undefined ? {} : { words: given.words }),
  });
  return desk.store.transact(async (transaction) => {
    const known = await openedEarlier(transaction, viewer, { vault: desk.vault, onceKey, id, dataKey });
    if (known !== undefined) return also(transaction, known, false);
    const request = newRequest(given, transaction.now, desk.clocks.settingsOf(viewer.controller));
    const opened: DataRequest = {
      ...request,
      ...proofOnOpening(given, { by: viewer.actor.id, at: transaction.now.toISOString() }),
      id,
      controller: viewer.controller,
      reference: await transaction.requests.nextReference(viewer.controller, request.receivedAt.getUTCFullYear()),
      dataKey,
      subjectFile,
    };
    await transaction.requests.add(opened);
    await transaction.audit.add({
      id: desk.ids.next('aud'),
      controller: viewer.controller,
      actor: viewer.actor,
      action: 'request.open',
      object: { type: 'request', id },
      outcome: 'done',
      details: {
        ...{ kinds: [...opened.identifierKinds], rights: [...opened.rights], state: opened.state },
        ...(given.issuer === undefined ? {} : { account: given.issuer }),
      },
    });
    return also(transaction, opened, true);
  });
}

async function keyFor({ vault, clock }: Desk, { controller }: Viewer, request: string): Promise<string> {
  return vault.createKey({ controller, request }, new Date(clock.now().getTime() + KEPT_DAYS * DAY_MS));
}

type Drafted = Omit<DataRequest, 'id' | 'controller' | 'reference' | 'dataKey' | 'subjectFile'>;

function newRequest(given: NewRequest, now: Date, settings: ClockSettings): Drafted {
  const { identifiers, rights, format, language, packing, receivedAt, isSignedIn = false } = given;
  const received = receivedAt ?? now;
  if (received > now) throw new Refused('INVALID_INPUT', 'A request cannot have been received in the future.');
  requireUnderGdpr(received);
  return {
    state: isProved(identifiers) ? 'ready' : 'received',
    version: 1,
    rights: [...new Set(rights)],
    format,
    language,
    receivedAt: received,
    dueAt: dueAtOf({ receivedAt: received, ledger: [] }, settings, now),
    identifierKinds: [...new Set(identifiers.map(({ kind }) => kind))],
    workflowVersion: WORKFLOW_VERSION,
    ledger: [],
    queued: 0,
    included: 0,
    rounds: 0,
    ...(packing === undefined ? {} : { askedPacking: packing }),
    ...(isSignedIn ? { clock: { ...NO_FACTS, isSignedIn } } : {}),
    createdAt: now,
    updatedAt: now,
  };
}

/** Throws `Refused` with `INVALID_INPUT` for a receipt from before the GDPR applied. */
export function requireUnderGdpr(receivedAt: Date): void {
  if (receivedAt >= GDPR_APPLIES) return;
  throw new Refused('INVALID_INPUT', 'A request cannot have been received before 25 May 2018.');
}

/** Whether something that may be searched is proved to be the subject's. */
export function isProved(identifiers: readonly GivenText[]): boolean {
  return identifiers.some(({ kind, provedBy }) => provedBy !== undefined && kind !== 'name' && kind !== 'birthDate');
}

function refuseNonsense({ identifiers, rights }: NewRequest, phoneRegion: string | undefined): void {
  if (rights.length === 0) throw new Refused('INVALID_INPUT', 'A request is for access, for portability, or for both.');
  try {
    // Everything is taken for proved here: what is asked is whether it is understood
    subjectOf(
      identifiers.map((each) => ({ ...each, provedBy: '' })),
      phoneRegion,
    );
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    throw new Refused('INVALID_INPUT', error.faults.map(({ path, what }) => `${path ?? 'identifiers'}: ${what}`).join('; '));
  }
}
