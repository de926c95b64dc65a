import type { RecordPlace } from './redact.js';
import type { Decider, RedactionGrounds } from './redaction-reason.js';
import type { TextSpan } from './span.js';

/** A stretch of a free text that somebody chose to hide, with what stood there. */
export interface HiddenStretch extends TextSpan {
  readonly text: string;
}

/** What a person had hidden of one record (TPD-01, TPD-03): all of it, one of its values, or stretches of one of its texts. */
export interface RecordRedaction extends RecordPlace {
  /** Absent: the whole record, but for its key. */
  readonly field?: string;
  /** Absent: the whole value. */
  readonly stretches?: readonly HiddenStretch[];
  readonly grounds: RedactionGrounds;
  readonly decider: Decider;
}

/** How much of a record is hidden. */
export type RedactionExtent = 'record' | 'value' | 'text';

/** See {@link RedactionExtent}. */
export function extentOf({ field, stretches }: Pick<RecordRedaction, 'field' | 'stretches'>): RedactionExtent {
  if (field === undefined) return 'record';
  return stretches === undefined ? 'value' : 'text';
}

/** Whether a text still holds what was chosen, where it was chosen. */
export function stillHolds(text: string, stretches: readonly HiddenStretch[]): boolean {
  return stretches.every(({ start, end, text: hidden }) => text.slice(start, end) === hidden);
}
