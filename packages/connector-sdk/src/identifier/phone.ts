import { parsePhoneNumberFromString, type CountryCode, isSupportedCountry } from 'libphonenumber-js/max';
import type { CanonicalForm } from './identifier.js';

/**
 * The canonical form of a phone number: E.164, with `;ext=` where there is an extension (RFC 3966). National numbers need
 * the region they are read in. Returns `undefined` for text that cannot be a number of any subscriber, such as a date or
 * a placeholder of dots.
 */
export function canonicalPhone(text: string, region?: string): CanonicalForm | undefined {
  const country = region !== undefined && isSupportedCountry(region) ? region : undefined;
  const number = parsePhoneNumberFromString(text, country === undefined ? {} : { defaultCountry: country satisfies CountryCode });
  if (number?.isPossible() !== true) return undefined;
  return { exact: number.ext === undefined ? number.number : `${number.number};ext=${number.ext}` };
}
