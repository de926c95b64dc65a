const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu;
/** Digits that a spreadsheet keeps and shows of a number; what it writes beyond them is the noise of binary fractions. */
const DIGITS = 15;

/** A number without exponent and without noise: whole ones and short ones as they are written. Nothing for what is no number. */
export function numberText(written: string): string | undefined {
  if (!NUMBER.test(written)) return undefined;
  const isPlain = !/e/iu.test(written);
  if (isPlain && (!written.includes('.') || significant(written) <= DIGITS)) return written;
  const value = Number(written);
  return Number.isFinite(value) ? plain(String(Number(value.toPrecision(DIGITS)))) : undefined;
}

function significant(written: string): number {
  return written.replaceAll(/[^\d]/gu, '').replace(/^0+/u, '').length;
}

/** `1.5e-7` as `0.00000015`. */
function plain(text: string): string {
  const [mantissa = '', exponent] = text.split('e');
  if (exponent === undefined) return text;
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const point = whole.length + Number(exponent);
  const digits = `${whole}${fraction}`;
  return point > 0 ? `${sign}${digits.padEnd(point, '0')}` : `${sign}0.${'0'.repeat(-point)}${digits}`;
}
