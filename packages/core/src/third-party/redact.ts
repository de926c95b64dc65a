import type { JsonObject, JsonValue } from '@habeas/connector-sdk';
import { notFound, Refused } from '../request/refused.js';
import { cutOut } from './cut-out.js';
import { type MarkLanguage, redactionMark } from './redaction-mark.js';
import {
  type Decider,
  type ProtectedInterest,
  type RedactionGrounds,
  type RedactionReason,
  requireGrounds,
} from './redaction-reason.js';
import type { TextSpan } from './span.js';
import { wholeSpans, without } from './whole-spans.js';

/** Which record something is about. */
export interface RecordPlace {
  readonly source: string;
  readonly collection: string;
  readonly recordId: string;
}

/** What somebody decided not to show of a record: a field's value, or stretches of it. */
export interface Redaction {
  readonly field: string;
  /** Of the text as the source holds it. Without them the whole value goes, whatever its type. */
  readonly spans?: readonly TextSpan[];
  readonly grounds: RedactionGrounds;
  readonly decider: Decider;
}

/** A line of the manifest's `redactions[]` (Art. 12(4) GDPR; TPD-03): everything about a redaction but what was redacted. */
export interface RedactionLine extends RecordPlace {
  readonly field: string;
  /** The whole value, or how many UTF-16 code units each stretch had, in the order of the text. */
  readonly extent: 'value' | readonly number[];
  readonly reason: RedactionReason;
  /** For a trade secret and intellectual property. */
  readonly interest?: ProtectedInterest;
  readonly decidedBy: string;
  readonly decidedAt: string;
}

const MADE_HERE: unique symbol = Symbol('made by redactRecord');

/**
 * A version of a record with something taken out, and the lines that say so. Only {@link redactRecord} makes one, so that there is
 * no redacted field without its line.
 */
export interface RedactedRecord {
  readonly [MADE_HERE]: true;
  readonly data: JsonObject;
  /** At least one for each redacted field. Any line makes the answer a partial refusal, with its remedies in the letter. */
  readonly lines: readonly RedactionLine[];
}

/** A record as the source holds it, and where that is. */
export interface RedactableRecord {
  readonly place: RecordPlace;
  readonly data: JsonObject;
}

/**
 * The version of a record that all these redactions together make; the record itself stays as it is. Redactions always count from
 * the source's own text: one more means all of them again, and the same one twice changes nothing. Where two meet, the earlier
 * keeps what both cover. Throws `Refused`: `NOT_FOUND` where there is no such field, `INVALID_INPUT` for grounds that do not hold,
 * spans outside the text and spans of what is no text.
 */
export function redactRecord(record: RedactableRecord, redactions: readonly Redaction[], language: MarkLanguage): RedactedRecord {
  const fields = new Map<string, Redaction[]>();
  for (const redaction of redactions) {
    requireGrounds(redaction.grounds, redaction.decider);
    if (!Object.hasOwn(record.data, redaction.field)) throw notFound('field');
    fields.set(redaction.field, [...(fields.get(redaction.field) ?? []), redaction]);
  }
  const made = new Map([...fields].map(([field, all]) => [field, redactField(record, all, language)]));
  const data = Object.entries(record.data).map(([field, value]) => [field, made.get(field)?.value ?? value] as const);
  return { [MADE_HERE]: true, data: Object.fromEntries(data), lines: [...made.values()].flatMap(({ lines }) => lines) };
}

interface RedactedField {
  readonly value: string;
  readonly lines: readonly RedactionLine[];
}

function redactField({ place, data }: RedactableRecord, redactions: readonly Redaction[], language: MarkLanguage): RedactedField {
  const whole = redactions.find(({ spans }) => spans === undefined);
  if (whole !== undefined) {
    return { value: redactionMark(whole.grounds.reason, language), lines: [lineOf(place, whole, 'value')] };
  }
  const [{ field }] = redactions as [Redaction];
  const text = textOf(data[field] as JsonValue);
  const shares = shareOut(
    redactions.map((redaction) => ({ redaction, spans: wholeSpans(text, redaction.spans as readonly TextSpan[]) })),
  );
  const cuts = shares
    .flatMap(({ spans, redaction }) =>
      spans.map((span) => ({ ...span, mark: redactionMark(redaction.grounds.reason, language) })),
    )
    .sort((a, b) => a.start - b.start);
  const lines = shares.map(({ spans, redaction }) =>
    lineOf(
      place,
      redaction,
      spans.map(({ start, end }) => end - start),
    ),
  );
  return { value: cutOut(text, cuts), lines };
}

interface Share {
  readonly redaction: Redaction;
  readonly spans: readonly TextSpan[];
}

/** What each redaction takes out. One of which the earlier ones have taken everything has no share. */
function shareOut(wanted: readonly Share[]): readonly Share[] {
  const shares: Share[] = [];
  for (const { redaction, spans } of wanted) {
    const taken = shares.flatMap((share) => share.spans);
    const left = without(spans, taken);
    if (left.length > 0) shares.push({ redaction, spans: left });
  }
  if (shares.length === 0) throw new Refused('INVALID_INPUT', 'A redaction without spans takes nothing out.');
  return shares;
}

function textOf(value: JsonValue): string {
  if (typeof value === 'string') return value;
  throw new Refused('INVALID_INPUT', 'Only a text has spans. Redact the whole value instead.');
}

function lineOf(place: RecordPlace, { field, grounds, decider }: Redaction, extent: RedactionLine['extent']): RedactionLine {
  return {
    source: place.source,
    collection: place.collection,
    recordId: place.recordId,
    field,
    extent,
    reason: grounds.reason,
    ...('interest' in grounds ? { interest: grounds.interest } : {}),
    decidedBy: decider.by,
    decidedAt: decider.at,
  };
}
