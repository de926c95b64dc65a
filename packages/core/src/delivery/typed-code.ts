/** What begins the digits of scripts that people type with, beside those that are compatible with ours. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6] as const;
/** What is taken for a digit when it is copied by hand: no code has letters. */
const LOOKALIKES: Readonly<Record<string, string>> = { o: '0', i: '1', l: '1', '|': '1' };

/**
 * A code of digits as it was meant: however it is grouped, in whichever script, with letters that look like digits, and with what a
 * paste brings along unseen. What is typed otherwise stays what it is, and fits nothing.
 */
export function typedCode(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll(/[\s\p{Cf}\p{Pd}\p{Po}]/gu, ''); // prettier-ignore
  return Array.from(plain, (sign) => LOOKALIKES[sign] ?? ownDigit(sign)).join('');
}

/** A reference as it was meant: with plain digits and dashes, and without what is not seen. */
export function typedReference(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[\s\p{Cf}]/gu, '')
    .replaceAll(/\p{Pd}/gu, '-');
  return Array.from(plain, ownDigit).join('');
}

function ownDigit(sign: string): string {
  const point = Number(sign.codePointAt(0));
  const zero = ZEROS.find((each) => point >= each && point < each + 10);
  return zero === undefined ? sign : String(point - zero);
}
