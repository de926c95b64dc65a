import type { JsonObject } from '@habeas/connector-sdk';
import { requireSomethingDisclosed, settleDecision, type ThirdPartyDecision } from '../third-party/decision.js';
import { type RecordPlace, redactRecord } from '../third-party/redact.js';
import type { HiddenStretch } from '../third-party/record-redaction.js';
import { type Decider, type RedactionGrounds, requireGrounds } from '../third-party/redaction-reason.js';
import type { TextSpan } from '../third-party/span.js';
import { wholeSpans } from '../third-party/whole-spans.js';
import type { CaseFile } from './case-file.js';
import { lockRequest } from './change-request.js';
import type { ArchiveFile, DataRequest } from './data-request.js';
import type { Desk, Viewer } from './desk.js';
import { findRecord, type FoundRecord } from './found-record.js';
import { makeAnew, requireWaiting } from './make-anew.js';
import { type CaseRecordRuling, rulingsInForce } from './record-rulings.js';
import { notFound, Refused } from './refused.js';
import { keyOf, openCaseFile, sealFile } from './sealed-files.js';

/** What is decided about a record as the findings show it, with the three answers of Art. 15(4) GDPR (TPD-01). */
export interface RulingOnRecord extends RecordPlace {
  /** Absent: the whole record. */
  readonly field?: string;
  /** Of the field's text, not of its JSON. Absent: the whole value. */
  readonly spans?: readonly TextSpan[];
  readonly grounds: RedactionGrounds;
  readonly decision: Omit<ThirdPartyDecision, 'decider'>;
}

/** Rulings on records of one request, and stretches of one text: more are a field's to rule on. */
const MOST = { rulings: 500, stretches: 100 };

/**
 * Hides what a person chose of one record, or takes that back, and has the archive made anew. What was hidden and why is sealed with
 * the case; the trail says in which collection, and how much. Throws `Refused`: `NOT_FOUND` for what is not there, or was not hidden;
 * `INVALID_INPUT` for a decision or grounds that do not stand, for spans outside the text, for a key, and where everything would be
 * withheld; `WRONG_STATE` where the request does not wait for its release, or its controller has no register; `CHANGED` where it was
 * changed meanwhile; `LIMITED`.
 */
export async function ruleOnRecord(
  desk: Desk,
  viewer: Viewer & { readonly isDpo: boolean },
  id: string,
  ruling: RulingOnRecord,
): Promise<DataRequest> {
  const { seen, decider } = await desk.store.transact(async ({ requests, now }) => {
    const request = await requests.get(viewer.controller, id);
    if (request === undefined) throw notFound('request');
    requireWaiting(request);
    requireRegister(request);
    return { seen: request, decider: { by: viewer.actor.id, isDpo: viewer.isDpo, at: now.toISOString() } };
  });
  const settled = await settle(desk, seen, ruling, decider);
  const changed = await desk.store.transact(async (transaction) => {
    const request = await lockRequest(transaction, viewer, id);
    requireWaiting(request);
    if (request.generation !== seen.generation) {
      throw new Refused('CHANGED', 'Something else was found meanwhile.', 'Look at the findings again, and decide then.');
    }
    const file = await openCaseFile(desk.vault, request);
    const recordRulings = added(file, settled, request);
    const fields = { caseFile: await sealFile(desk.vault, keyOf(request), 'case', { ...file, recordRulings }) };
    return makeAnew(transaction, desk, viewer, { request, fields, details: detailsOf(settled, recordRulings.length) });
  });
  desk.wake();
  return changed;
}

function requireRegister({ disclosure }: DataRequest): void {
  if (disclosure !== undefined) return;
  throw new Refused('WRONG_STATE', 'Without a register everything is handed over as it is.', 'Name one as controller.register.');
}

/** The ruling as it is kept, once it stands. Who discloses needs not look at what the source holds. */
async function settle(desk: Desk, request: DataRequest, ruling: RulingOnRecord, decider: Decider): Promise<CaseRecordRuling> {
  const { source, collection, recordId, field, grounds } = ruling;
  const decision = { ...ruling.decision, decider };
  const outcome = settleDecision(decision);
  const place = { source, collection, recordId, ...(field === undefined ? {} : { field }), grounds, decision };
  if (outcome === 'disclose') return place;
  requireGrounds(ruling.grounds, decider);
  requireFitting(ruling);
  const found = await findRecord(desk, request, ruling);
  if (field === undefined) return place;
  const stretches = chosenOf(found, { ...ruling, field, decider }, request);
  return { ...place, ...(stretches === undefined ? {} : { stretches }) };
}

function requireFitting({ field, spans, decision: { outcome } }: RulingOnRecord): void {
  if (field === undefined && spans !== undefined) throw invalid('Stretches are those of a field: name it.');
  if (field === undefined && outcome === 'redact') {
    throw invalid('A whole record is withheld. Choose a field to redact a part of it.');
  }
  if (spans !== undefined && outcome === 'withhold') throw invalid('Stretches of a text are redacted, not withheld.');
  if (spans !== undefined && spans.length > MOST.stretches) {
    throw new Refused('LIMITED', `At most ${String(MOST.stretches)} stretches of a text can be hidden. Hide all of it.`);
  }
}

/** What of a field is hidden, held against what the record has there. */
function chosenOf(
  { collection, record }: FoundRecord,
  {
    source,
    collection: name,
    recordId,
    field,
    spans,
    grounds,
    decider,
  }: RulingOnRecord & { readonly field: string } & {
    readonly decider: Decider;
  },
  { language }: DataRequest,
): readonly HiddenStretch[] | undefined {
  if (collection.key.includes(field)) throw invalid('The key of a record stays: without it nothing could point to it.');
  const redactable = { place: { source, collection: name, recordId }, data: record.data };
  redactRecord(redactable, [{ field, ...(spans === undefined ? {} : { spans }), grounds, decider }], language);
  const value = record.data[field];
  if (value === null) throw invalid('There is nothing in this field that could be hidden.');
  if (spans === undefined) return undefined;
  const text = value as string; // else it was refused above
  return wholeSpans(text, spans).map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
}

function added(
  { recordRulings = [] }: CaseFile,
  ruling: CaseRecordRuling,
  { archive }: DataRequest,
): readonly CaseRecordRuling[] {
  if (recordRulings.length >= MOST.rulings) {
    throw new Refused(
      'LIMITED',
      `A request has ${String(MOST.rulings)} rulings on records at most.`,
      'Rule on the field instead.',
    );
  }
  const before = rulingsInForce(recordRulings);
  const all = [...recordRulings, ruling];
  const after = rulingsInForce(all);
  if (ruling.decision.outcome === 'disclose' && after.length === before.length) throw notFound('redaction');
  const whole = after.filter(({ field }) => field === undefined).map(({ decision }) => decision);
  requireSomethingDisclosed(whole, (archive as ArchiveFile).records); // whoever waits has one
  return all;
}

/** For the trail: the record's key may be somebody's name, so the number of the ruling stands for it. */
function detailsOf({ source, collection, field, stretches, grounds, decision }: CaseRecordRuling, number: number): JsonObject {
  return {
    ...{ source, collection, ...(field === undefined ? {} : { field }) },
    ...{ number, outcome: decision.outcome, reason: grounds.reason },
    ...(stretches === undefined ? {} : { stretches: stretches.length }),
  };
}

function invalid(message: string): Refused {
  return new Refused('INVALID_INPUT', message);
}
