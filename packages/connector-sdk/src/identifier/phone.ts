import { parsePhoneNumberFromString, type CountryCode, isSupportedCountry } from 'libphonenumber-js/max';
import type { CanonicalForm } from './canonical-form.js';
import { visibleText } from './visible-text.js';

const LONGEST = 250; // what libphonenumber reads at most
const LONGEST_EXTENSION = 7;
/** `06 12 34 56 78 / 04 11 22 33 44`; the semicolon of `;ext=5` separates nothing. */
const SEPARATOR = /[/,]|;(?!\s*ext=)/iu;

/**
 * The canonical form of a phone number: E.164, with `;ext=` where there is an extension (RFC 3966). National numbers need
 * the region they are read in. Returns `undefined` for text that cannot be a number of any subscriber, such as a date, a
 * placeholder of dots or zeros, or two numbers at once (`toIdentifiers` parts them).
 */
export function canonicalPhone(text: string, region?: string): CanonicalForm | undefined {
  const country = region?.toUpperCase() as CountryCode | undefined;
  const options = country !== undefined && isSupportedCountry(country) ? { defaultCountry: country } : {};
  const number = text.length > LONGEST ? undefined : parsePhoneNumberFromString(visibleText(text), options);
  if (number?.isPossible() !== true || /^(.)\1*$/u.test(number.nationalNumber)) return undefined;
  if (number.ext === undefined) return { exact: number.number };
  return number.ext.length > LONGEST_EXTENSION ? undefined : { exact: `${number.number};ext=${number.ext}` };
}

/** The texts of the single numbers in a field that people use for several: parted by `/`, `,` or `;`. */
export function phoneNumbers(text: string, region?: string): readonly string[] {
  if (text.length > LONGEST) return [];
  return canonicalPhone(text, region) === undefined ? text.split(SEPARATOR) : [text];
}
