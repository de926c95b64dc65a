import { viewProofFacts } from '../proof/proof-facts.js';
import type { HeirPurpose } from '../proof/representation/heir-purpose.js';
import type { CaseFile } from '../request/case-file.js';
import { lockRequest } from '../request/change-request.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk, Viewer } from '../request/desk.js';
import { findRecord } from '../request/found-record.js';
import { gatheredOf } from '../request/gathered.js';
import { makeAnew, requireWaiting } from '../request/make-anew.js';
import { notFound, Refused } from '../request/refused.js';
import { keyOf, openCaseFile, sealFile } from '../request/sealed-files.js';
import type { CaseHeirRuling, HeirPlace } from './heir-ruling.js';
import { heirPurposeOf } from './rulings-in-force.js';

/** What an officer decides of what the purpose of an heir needs (PER-05). */
export interface RulingForPurpose {
  /** The purpose that was seen: a ruling for another is refused. */
  readonly purpose: HeirPurpose;
  readonly isNeeded: boolean;
  /** None, where nothing at all is needed. */
  readonly places: readonly HeirPlace[];
  /** In words, sealed with the case. */
  readonly reason: string;
}

/** Rulings for the purpose of one request, and places in one of them. */
const MOST = { rulings: 500, places: 100 };

/**
 * Decides what of the findings the purpose of an heir needs, by collections or single records, and has the archive made anew by it (PER-05).
 * Reasons and records are sealed with the case; the trail says for which purpose, how much, and in which collections. Throws `Refused`:
 * `NOT_FOUND` for what is not there; `INVALID_INPUT` without a reason, for no place that would be needed, and for another purpose than was
 * accepted; `WRONG_STATE` where no heir asks, none was accepted, or the request does not wait for its release; `CHANGED` where something
 * else was found meanwhile; `LIMITED`.
 */
export async function ruleForPurpose(desk: Desk, viewer: Viewer, id: string, ruling: RulingForPurpose): Promise<DataRequest> {
  requireWhole(ruling);
  const seen = await desk.store.transact(async ({ requests }) => {
    const request = await requests.get(viewer.controller, id);
    if (request === undefined) throw notFound('request');
    requireHeir(request);
    requireWaiting(request);
    return request;
  });
  await requireFound(desk, seen, ruling.places);
  const changed = await desk.store.transact(async (transaction) => {
    const request = await lockRequest(transaction, viewer, id);
    requireWaiting(request);
    const { evidenceIndex: evidence } = request;
    if (evidence === undefined || evidence !== seen.evidenceIndex) {
      throw new Refused('CHANGED', 'Something else was found meanwhile.', 'Look at the findings again, and decide then.');
    }
    const file = await openCaseFile(desk.vault, request);
    const by = { by: viewer.actor.id, at: transaction.now.toISOString() };
    const heirRulings = added(file, ruling, by);
    const caseFile = await sealFile(desk.vault, keyOf(request), 'case', { ...file, heirRulings });
    const proof = { ...viewProofFacts(request), heir: { purpose: ruling.purpose, evidence, ...by } };
    return makeAnew(transaction, desk, viewer, { request, fields: { caseFile, proof }, details: detailsOf(ruling) });
  });
  desk.wake();
  return changed;
}

function requireWhole({ isNeeded, places, reason }: RulingForPurpose): void {
  if (reason.trim() === '') throw new Refused('INVALID_INPUT', 'Why the purpose needs it, or does not, is said in words.');
  if (isNeeded && places.length === 0)
    throw new Refused('INVALID_INPUT', 'Name what the purpose needs: it never needs everything.');
  if (places.length > MOST.places) {
    throw new Refused('LIMITED', `A ruling is about ${String(MOST.places)} places at most.`, 'Rule on the whole collection.');
  }
}

function requireHeir(request: DataRequest): void {
  if (viewProofFacts(request).onBehalf === 'heir') return;
  throw new Refused('WRONG_STATE', 'No heir asks: the answer holds everything.');
}

/** Whoever mistypes the record that is to stay out must not have it in. */
async function requireFound(desk: Desk, request: DataRequest, places: readonly HeirPlace[]): Promise<void> {
  const { index } = await gatheredOf(desk, request);
  for (const { source, collection, recordId } of places) {
    const isThere = index.collections.some((each) => each.source.id === source && each.collection.name === collection);
    if (!isThere) throw notFound('collection');
    if (recordId !== undefined) await findRecord(desk, request, { source, collection, recordId });
  }
}

function added(
  file: CaseFile,
  { purpose, isNeeded, places, reason }: RulingForPurpose,
  by: Pick<CaseHeirRuling, 'by' | 'at'>,
): readonly CaseHeirRuling[] {
  const { heirRulings = [], representations = [] } = file;
  const accepted = heirPurposeOf(file);
  if (accepted === undefined) {
    throw new Refused('WRONG_STATE', 'Nobody has accepted that they are an heir.', 'Decide it by decideRepresentation.');
  }
  if (accepted !== purpose) throw new Refused('INVALID_INPUT', 'This is not the purpose that was accepted.');
  if (heirRulings.length >= MOST.rulings) {
    throw new Refused('LIMITED', `A request has ${String(MOST.rulings)} rulings for a purpose at most.`);
  }
  return [...heirRulings, { purpose, isNeeded, places, reason, decisions: representations.length, ...by }];
}

/** For the trail: a record's key may be somebody's name, so only collections are named. */
function detailsOf({ purpose, isNeeded, places }: RulingForPurpose): {
  readonly [name: string]: string | boolean | number | string[];
} {
  const collections = new Set(places.map(({ source, collection }) => `${source}.${collection}`));
  const records = places.filter(({ recordId }) => recordId !== undefined).length;
  return { purpose, needed: isNeeded, collections: [...collections], records };
}
