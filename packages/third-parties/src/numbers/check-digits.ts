/** Remainder of a long decimal number, digit by digit (ISO 7064). Anything but digits makes it NaN. */
export function remainder(digits: string, by: number): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % by;
  return rest;
}

/** The countries of the SEPA scheme and others whose accounts people here have (SWIFT's IBAN registry), by length. */
const IBAN_LENGTHS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    15: 'NO',
    16: 'BE',
    18: 'DK FI NL FO GL',
    19: 'MK SI',
    20: 'AT BA EE LT LU XK',
    21: 'CH HR LI LV',
    22: 'BG DE GB GE IE ME RS VA BH CR',
    23: 'AE GI IL TL IQ',
    24: 'AD CZ ES MD PK RO SA SE SK TN VG DZ',
    25: 'PT LY',
    26: 'IS TR',
    27: 'FR GR IT MC MR SM BI',
    28: 'AL AZ BY CY DO EG GT HU LB PL SN CI ML BJ BF TG NE MA',
    29: 'BR PS QA UA',
    30: 'JO KW MU',
    31: 'MT SC',
    33: 'RU',
  }).flatMap(([length, countries]) => countries.split(' ').map((country) => [country, Number(length)] as const)),
);

/** ISO 13616: with the first four signs at the end and letters as numbers, an IBAN leaves 1 when divided by 97. */
export function isIban(code: string): boolean {
  const length = IBAN_LENGTHS.get(code.slice(0, 2));
  if (length !== code.length || !/^[A-Z]{2}\d{2}[A-Z\d]+$/u.test(code)) return false;
  const digits = `${code.slice(4)}${code.slice(0, 4)}`.replace(/[A-Z]/gu, (letter) => String(parseInt(letter, 36)));
  return remainder(digits, 97) === 1;
}

/** France: 13 signs and their key, 97 less the remainder; Corsica's 2A and 2B count as 19 and 18 (INSEE, NIR). */
export function isNir(code: string): boolean {
  if (!/^[1-478]\d{4}(?:\d{2}|2[AB])\d{8}$/u.test(code)) return false;
  const number = code.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return 97 - remainder(number, 97) === Number(code.slice(13));
}

/** United Kingdom: two letters, six digits, A to D. Has no check digit; some letters and prefixes are never used (HMRC NIM39110). */
export function isNino(code: string): boolean {
  return /^(?:QQ|(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])\d{6}[A-D]$/u.test(code);
}

/** Belgium: 97 less the remainder of nine digits, which count as 2… for those born from 2000 on. */
export function isBelgianNumber(code: string): boolean {
  if (!/^\d{2}(?:[0246][0-9]|[135][0-2])\d{7}$/u.test(code)) return false;
  const [number, key] = [code.slice(0, 9), Number(code.slice(9))];
  return 97 - remainder(number, 97) === key || 97 - remainder(`2${number}`, 97) === key;
}

/** Spain: DNI and NIE, whose letter is the remainder by 23. */
export function isSpanishNumber(code: string): boolean {
  if (!/^[XYZ\d]\d{7}[A-Z]$/u.test(code)) return false;
  const digits = code.slice(0, 8).replace(/^[XYZ]/u, (letter) => String('XYZ'.indexOf(letter)));
  return 'TRWAGMYFPDXBNJZSQVHLCKE'.charAt(remainder(digits, 23)) === code.charAt(8);
}

/** Switzerland: AHV number, an EAN-13 that begins with 756. */
export function isSwissNumber(code: string): boolean {
  if (!/^756\d{10}$/u.test(code)) return false;
  return weighted(code, (index) => (index % 2 === 0 ? 1 : 3)) % 10 === 0;
}

/** England, Wales, Isle of Man: NHS number, modulo 11 with weights from ten down. */
export function isNhsNumber(code: string): boolean {
  if (!/^\d{10}$/u.test(code)) return false;
  const sum = weighted(code.slice(0, 9), (index) => 10 - index);
  return (11 - (sum % 11)) % 11 === Number(code.charAt(9));
}

const ODD = '1 0 5 7 9 13 15 17 19 21 2 4 18 20 11 3 6 8 12 14 16 10 22 25 24 23'.split(' ').map(Number);

/** Italy: codice fiscale, whose last letter follows from the others (D.M. 12 March 1974). */
export function isItalianCode(code: string): boolean {
  if (!/^[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]$/u.test(code)) return false;
  let sum = 0;
  for (let index = 0; index < 15; index += 1) {
    const sign = code.charAt(index);
    const value = parseInt(sign, 36) - (sign >= 'A' ? 10 : 0);
    sum += index % 2 === 0 ? (ODD[value] as number) : value;
  }
  return String.fromCharCode(65 + (sum % 26)) === code.charAt(15);
}

function weighted(digits: string, weight: (index: number) => number): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) sum += Number(digits.charAt(index)) * weight(index);
  return sum;
}
