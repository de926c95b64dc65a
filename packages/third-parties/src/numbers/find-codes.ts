import type { ThirdPartySpan } from '@habeas/core/law';
import {
  isBelgianNumber,
  isIban,
  isItalianCode,
  isNhsNumber,
  isNino,
  isNir,
  isSpanishNumber,
  isSwissNumber,
} from './check-digits.js';
import { compact } from './compact.js';

/** Letters and digits, in pieces parted by one sign or a narrow gap; a code begins at a piece and ends at one. */
const PIECE = /[A-Za-z\d]+/gu;
const GAP = /^[ \u00a0\u202f.-]{1,2}$|^ [./-] $/u;
/** The longest code is an IBAN of 34 signs; it is written in nine pieces, or in one. A NIR is written in seven. */
const MOST_PIECES = 10;
const LONGEST = 34;
const SHORTEST = 9;

interface Code {
  readonly kind: 'iban' | 'national-id';
  readonly lengths: readonly [number, number];
  readonly holds: (code: string) => boolean;
  /** Numbers that many others look like count where a word in front says what they are. */
  readonly cue?: RegExp;
  readonly why?: ThirdPartySpan['why'];
}

const CODES: readonly Code[] = [
  { kind: 'iban', lengths: [15, 34], holds: isIban },
  { kind: 'national-id', lengths: [15, 15], holds: isNir },
  { kind: 'national-id', lengths: [9, 9], holds: isNino, why: 'number-format' },
  { kind: 'national-id', lengths: [11, 11], holds: isBelgianNumber },
  { kind: 'national-id', lengths: [9, 9], holds: isSpanishNumber },
  { kind: 'national-id', lengths: [13, 13], holds: isSwissNumber },
  { kind: 'national-id', lengths: [16, 16], holds: isItalianCode },
  { kind: 'national-id', lengths: [10, 10], holds: isNhsNumber, cue: /\bnhs\b/iu },
  {
    kind: 'national-id',
    lengths: [13, 13],
    holds: (code) => /^[12]\d{4}(?:\d{2}|2[AB])\d{6}$/u.test(code),
    cue: /s[ée]cu|\bnir\b|\bn°\s?ss\b|\bnss\b|assur/iu,
    why: 'cue',
  },
  {
    kind: 'national-id',
    lengths: [9, 9],
    holds: (code) => /^(?!000|666|9)\d{9}$/u.test(code),
    cue: /\bssn\b|social security/iu,
    why: 'cue',
  },
];
const CUE_REACH = 40;
/** What no code begins with: a word. IBANs and NINOs begin with two letters, a codice fiscale with six, a NIE with one. */
const WORD = /^(?:[A-Za-z]{3,5}|[A-Za-z]{7,})$/u;

/** IBANs and national ids of a text, however they are grouped. What has check digits is taken only where they agree. */
export function findCodes(text: string): readonly ThirdPartySpan[] {
  const pieces = [...text.matchAll(PIECE)].map(({ index, 0: piece }) => ({ start: index, end: index + piece.length }));
  const found: ThirdPartySpan[] = [];
  for (let first = 0; first < pieces.length;) {
    const hit = codeAt(text, pieces, first);
    if (hit !== undefined) found.push(hit.span);
    first = hit?.next ?? first + 1;
  }
  return found;
}

interface Piece {
  readonly start: number;
  readonly end: number;
}

interface Hit {
  readonly span: ThirdPartySpan;
  /** The piece behind it. */
  readonly next: number;
}

function codeAt(text: string, pieces: readonly Piece[], first: number): Hit | undefined {
  const { start, end } = pieces[first] as Piece;
  if (/[\p{L}\d]$/u.test(text.slice(Math.max(0, start - 1), start))) return undefined; // in a word with accents
  if (WORD.test(text.slice(start, end))) return undefined;
  let code = '';
  let longest: Hit | undefined;
  for (let next = first; next < Math.min(pieces.length, first + MOST_PIECES); next += 1) {
    const piece = pieces[next] as Piece;
    if (next > first && !GAP.test(text.slice((pieces[next - 1] as Piece).end, piece.start))) break;
    code += compact(text.slice(piece.start, piece.end));
    if (code.length > LONGEST) break;
    const kind = code.length < SHORTEST ? undefined : kindOf(code, text, start);
    if (kind !== undefined) longest = { span: spanOf(kind, start, piece.end), next: next + 1 };
  }
  return longest;
}

function kindOf(code: string, text: string, start: number): Code | undefined {
  return CODES.find(
    ({ lengths: [least, most], holds, cue }) =>
      code.length >= least &&
      code.length <= most &&
      holds(code) &&
      (cue === undefined || cue.test(text.slice(Math.max(0, start - CUE_REACH), start))),
  );
}

function spanOf({ kind, why = 'check-digits' }: Code, start: number, end: number): ThirdPartySpan {
  return { kind, start, end, confidence: why === 'check-digits' ? 0.97 : 0.8, why };
}
