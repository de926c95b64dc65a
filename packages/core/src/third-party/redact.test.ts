import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { redactRecord, type RedactedRecord, type Redaction } from './redact.js';
import { redactionMark } from './redaction-mark.js';
import { REDACTION_REASONS } from './redaction-reason.js';
import type { TextSpan } from './span.js';

const place = { source: 'crm', collection: 'note', recordId: '7' };
const decider = { by: 'stf_1', isDpo: true, at: '2024-06-01T09:00:00Z' };
const grounds = { reason: 'third_party' } as const;
const MARK = '[redacted: other person]';
const raw = { id: 7, text: 'Called by Mrs Lowe, 07700 900123', empty: '', tags: ['a'], nothing: null };

const redaction = (changes: Partial<Redaction> = {}): Redaction => ({ field: 'text', grounds, decider, ...changes });
const redact = (...redactions: readonly Redaction[]): RedactedRecord => redactRecord({ place, data: raw }, redactions, 'en');
const spans = (...pairs: readonly (readonly [number, number])[]): readonly TextSpan[] =>
  pairs.map(([start, end]) => ({ start, end }));

describe('redactRecord', () => {
  it('TPD-03 leaves a visible mark and a line that says everything but the value', () => {
    const { data, lines } = redact(redaction({ spans: spans([10, 18], [20, 32]) }));
    expect(data.text).toBe(`Called by ${MARK}, ${MARK}`);
    expect(lines).toEqual([
      { ...place, field: 'text', extent: [8, 12], reason: 'third_party', decidedBy: 'stf_1', decidedAt: '2024-06-01T09:00:00Z' },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/Lowe|07700/u);
  });

  it('TPD-03 makes a new version: the raw value stays', () => {
    const before = JSON.stringify(raw);
    const { data } = redact(redaction());
    expect(JSON.stringify(raw)).toBe(before);
    expect(data).toEqual({ ...raw, text: MARK });
  });

  it.each(['id', 'empty', 'tags', 'nothing'])('TPD-03 takes out a whole value that is no text or empty (%s)', (field) => {
    const { data, lines } = redact(redaction({ field }));
    expect(data[field]).toBe(MARK);
    expect(lines.map(({ extent }) => extent)).toEqual(['value']);
  });

  it('TPD-03 speaks French', () => {
    const { data } = redactRecord({ place, data: raw }, [redaction({ spans: spans([10, 18]) })], 'fr');
    expect(data.text).toBe('Called by [occulté : autre personne], 07700 900123');
  });

  it('makes one mark of spans that overlap or touch', () => {
    const { data, lines } = redact(redaction({ spans: spans([14, 18], [10, 13], [12, 16]) }));
    expect(data.text).toBe(`Called by ${MARK}, 07700 900123`);
    expect(lines[0]?.extent).toEqual([8]);
  });

  it('leaves to the earlier redaction what two of them cover', () => {
    const staff = redaction({ grounds: { reason: 'staff_identity' }, spans: spans([14, 32]) });
    const { data, lines } = redact(redaction({ spans: spans([10, 18]) }), staff);
    expect(data.text).toBe(`Called by ${MARK}[redacted: member of staff]`);
    expect(lines.map(({ reason, extent }) => [reason, extent])).toEqual([
      ['third_party', [8]],
      ['staff_identity', [14]],
    ]);
  });

  it('lets a whole value win over spans of it', () => {
    const { data, lines } = redact(redaction({ spans: spans([10, 18]) }), redaction());
    expect(data.text).toBe(MARK);
    expect(lines).toHaveLength(1);
  });

  it('never cuts a surrogate pair in half', () => {
    const { data } = redactRecord({ place, data: { text: 'a😀b' } }, [redaction({ spans: spans([2, 3]) })], 'en');
    expect(data.text).toBe(`a${MARK}b`);
    const other = redactRecord({ place, data: { text: 'a😀b' } }, [redaction({ spans: spans([0, 2]) })], 'en');
    expect(other.data.text).toBe(`${MARK}b`);
  });

  it.each([[[-1, 2]], [[3, 3]], [[5, 4]], [[30, 33]], [[0.5, 2]], [[0, Number.NaN]]] as const)('refuses the span %j', (pair) => {
    expect(() => redact(redaction({ spans: spans(pair) }))).toThrow(/does not lie in the text/u);
  });

  it('refuses spans of what is no text, no spans at all, and a field that is not there', () => {
    expect(() => redact(redaction({ field: 'id', spans: spans([0, 1]) }))).toThrow(/Only a text/u);
    expect(() => redact(redaction({ spans: [] }))).toThrow(/takes nothing out/u);
    expect(() => redact(redaction({ field: 'toString' }))).toThrow(/no such field/u);
  });

  it('keeps fields with names that JavaScript treats specially', () => {
    const data = JSON.parse('{"__proto__": "Julie", "a": 1}') as Record<string, string>;
    const made = redactRecord({ place, data }, [redaction({ field: '__proto__' })], 'en');
    expect(JSON.stringify(made.data)).toBe(`{"__proto__":"${MARK}","a":1}`);
  });
});

describe('redactRecord, over any text', () => {
  const texts = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
  const cases = texts.chain((text) =>
    fc.record({
      text: fc.constant(text),
      chosen: fc.array(
        fc
          .tuple(fc.nat(text.length), fc.nat(text.length))
          .filter(([a, b]) => a !== b)
          .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })),
        { minLength: 1, maxLength: 5 },
      ),
    }),
  );
  const made = (text: string, redactions: readonly Redaction[]): RedactedRecord =>
    redactRecord({ place, data: { text, other: text } }, redactions, 'en');

  /** By characters: one of which a span touches any half is inside. */
  const outside = (text: string, chosen: readonly TextSpan[]): string => {
    let at = 0;
    let kept = '';
    for (const character of text) {
      const end = at + character.length;
      if (!chosen.some((span) => span.start < end && span.end > at)) kept += character;
      at = end;
    }
    return kept;
  };

  it('TPD-03 keeps what lies outside the spans, letter by letter, and nothing of what lies inside', () => {
    fc.assert(
      fc.property(cases, ({ text, chosen }) => {
        const { data, lines } = made(text, [redaction({ spans: chosen })]);
        const lengths = lines[0]?.extent as readonly number[];
        expect((data.text as string).replaceAll(MARK, '')).toBe(outside(text, chosen));
        expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(text.length - outside(text, chosen).length);
        expect((data.text as string).split(MARK)).toHaveLength(lengths.length + 1);
        expect(data.other).toBe(text);
        expect(data.text).not.toMatch(/\p{Cs}/u);
      }),
    );
  });

  it('TPD-03 changes nothing when the same redaction comes twice, or its spans in another order', () => {
    fc.assert(
      fc.property(cases, ({ text, chosen }) => {
        const once = made(text, [redaction({ spans: chosen })]);
        expect(made(text, [redaction({ spans: chosen }), redaction({ spans: chosen })])).toEqual(once);
        expect(made(text, [redaction({ spans: [...chosen].reverse() })])).toEqual(once);
      }),
    );
  });

  it('TPD-03 has a line for each field that changed', () => {
    fc.assert(
      fc.property(cases, fc.subarray(['text', 'other']), ({ text, chosen }, fields) => {
        const { data, lines } = made(
          text,
          fields.map((field) => redaction({ field, spans: chosen })),
        );
        const changed = Object.keys(data).filter((field) => data[field] !== text);
        expect(changed.every((field) => lines.some((line) => line.field === field))).toBe(true);
        expect(new Set(lines.map(({ field }) => field))).toEqual(new Set(fields));
      }),
    );
  });
});

describe('redactionMark', () => {
  it('TPD-03 says each reason in both languages, each differently', () => {
    const marks = REDACTION_REASONS.flatMap((reason) => [redactionMark(reason, 'en'), redactionMark(reason, 'fr')]);
    expect(new Set(marks).size).toBe(2 * REDACTION_REASONS.length);
    expect(marks.every((mark) => /^\[(?:redacted:|occulté :) .+\]$/u.test(mark))).toBe(true);
  });
});
