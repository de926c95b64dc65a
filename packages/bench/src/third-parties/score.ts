import type { TextSpan, ThirdPartyKind } from '@habeas/core/law';
import { thirdPartyDetector } from '@habeas/third-parties';
import type { Note } from './notes.js';

/** What a detector found of what is labelled. */
export interface Score {
  readonly labelled: number;
  readonly found: number;
  readonly flagged: number;
  readonly right: number;
  /** Letters of labelled spans, and how many of them a redaction of what was found would cover. */
  readonly letters: number;
  readonly covered: number;
}

type Span = TextSpan & { readonly kind: ThirdPartyKind };

const NOTHING: Score = { labelled: 0, found: 0, flagged: 0, right: 0, letters: 0, covered: 0 };

/**
 * Scores one kind over notes. A number or address is found where one span of its kind holds all of it, a name where one of its
 * words is held: a reviewer sees the record then. A span is right where it touches a label of its kind.
 */
export function score(notes: readonly Note[], kind: ThirdPartyKind): Score {
  return notes.reduce((sum, note) => {
    const labels = note.spans.filter((span) => span.kind === kind);
    const spans = thirdPartyDetector({ subject: note.subject })(note.text).filter((span) => span.kind === kind);
    return add(sum, {
      labelled: labels.length,
      found: labels.filter((label) => spans.some((span) => (kind === 'name' ? touches(span, label) : holds(span, label)))).length,
      flagged: spans.length,
      right: spans.filter((span) => labels.some((label) => touches(span, label))).length,
      letters: labels.reduce((letters, label) => letters + label.end - label.start, 0),
      covered: labels.reduce((letters, label) => letters + overlap(label, spans), 0),
    });
  }, NOTHING);
}

function add(a: Score, b: Score): Score {
  return {
    labelled: a.labelled + b.labelled,
    found: a.found + b.found,
    flagged: a.flagged + b.flagged,
    right: a.right + b.right,
    letters: a.letters + b.letters,
    covered: a.covered + b.covered,
  };
}

function touches(a: TextSpan, b: TextSpan): boolean {
  return a.start < b.end && b.start < a.end;
}

function holds(span: TextSpan, label: TextSpan): boolean {
  return span.start <= label.start && span.end >= label.end;
}

function overlap(label: TextSpan, spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + Math.max(0, Math.min(span.end, label.end) - Math.max(span.start, label.start)), 0);
}
