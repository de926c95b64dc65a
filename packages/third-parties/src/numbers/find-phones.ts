import type { ThirdPartySpan } from '@habeas/core/law';
import { type DigitGroup, digitGroups, numbersFrom, type NumberText } from './digit-groups.js';
import { isPhone } from './phone-shape.js';

const REACH = 28;
/** Shapes so usual that they count in the middle of other numbers as well: "apt 4 06 39 98 12 34". */
const USUAL = new Set(['22222', 'a', 'b', '56', '344', '533']);
/** A word for phones, with at most one more word, a colon or the like before the number. */
const CUE =
  /(?:^|[^\p{L}])(?:t[ée]l(?:[ée]phone)?s?|phone|portable|port|mobile|mob|fixe|fax|gsm|cell|whatsapp|ring|sms|num[ée]ro|num|number|joindre|joignable|call)\.?(?:\s?[:=#]\s?|[ \u00a0]?\p{L}{0,9}[ \u00a0]?[:=(]?\s?)$/iu;
/** A word for numbers that are no phone's. */
const OTHER_NUMBER =
  /(?:commande|cde|order|facture|invoice|dossier|ticket|siret|siren|rcs|isbn|colis|tracking|contrat|contract|policy|booking|r[ée]servation|account|compte|r[ée]f(?:[ée]rence)?|badge|licen[cs]e|imei|serial|s[ée]rie|parcel)\.?[ \u00a0:]{0,2}(?:n|no|nr|n°|num|number|num[ée]ro|id|#)?[.°: \u00a0#]{0,3}$|#\s?$/iu;

/** Every phone number of a text that is written as one: French, British and other national forms, and international ones (E.123). */
export function findPhones(text: string): readonly ThirdPartySpan[] {
  const groups = digitGroups(text);
  const found: ThirdPartySpan[] = [];
  for (let first = 0; first < groups.length;) {
    const hit = begins(text, groups, first, found.at(-1)?.end) ? phoneFrom(text, groups, first) : undefined;
    if (hit !== undefined) found.push(hit.span);
    first = hit?.next ?? first + 1;
  }
  return found;
}

/** Not in the middle of a word, a date or a longer number; but right behind another phone number. */
function begins(text: string, groups: readonly DigitGroup[], first: number, lastEnd: number | undefined): boolean {
  const { start } = groups[first] as DigitGroup;
  const before = text.slice(Math.max(0, start - 2), start);
  return !/[\p{L}_@&=]$|\d[.,:–-]$|\d\/$/u.test(before) || lastEnd === start - 1;
}

function phoneFrom(
  text: string,
  groups: readonly DigitGroup[],
  first: number,
): { readonly span: ThirdPartySpan; readonly next: number } | undefined {
  const { start } = groups[first] as DigitGroup;
  const before = text.slice(Math.max(0, start - REACH), start).replace(/[+( ]+$/u, ' ');
  const hasCue = CUE.test(before);
  const hit = numbersFrom(text, groups, first).find(
    (number) => ends(text, number) && isPhone(number, hasCue) && (hasCue || !isOtherNumber(number, before)),
  );
  if (hit === undefined) return undefined;
  const confidence = hasCue || hit.isInternational ? 0.97 : 0.9;
  const span = { kind: 'phone', start: hit.start, end: hit.end, confidence, why: hasCue ? 'cue' : 'number-format' } as const;
  return { span, next: hit.next };
}

function ends(text: string, { end }: NumberText): boolean {
  return !/^(?:[\p{L}_€%$£@]|[.,:]\d)/u.test(text.slice(end, end + 2));
}

/** An order number looks like a phone number as long as nobody grouped it; so does a part of a longer number. */
function isOtherNumber({ shape }: NumberText, before: string): boolean {
  if (/\d[ \u00a0]$/u.test(before) && !USUAL.has(shape)) return true;
  return (shape.length === 1 && OTHER_NUMBER.test(before)) || /siret|siren/iu.test(before);
}
