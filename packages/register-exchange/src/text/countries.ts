import { normalise } from '../template/normalise.js';

const FRENCH = new Intl.DisplayNames(['fr'], { type: 'region', fallback: 'none' });
const ENGLISH = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const CODE = /^[A-Z]{2}$/u;
const CAPITALS = 'A B C D E F G H I J K L M N O P Q R S T U V W X Y Z'.split(' ');
/** What has a code and is no country. */
const NO_COUNTRY = new Set('EU EZ QO UN XA XB ZZ'.split(' '));
const OTHER_NAMES: readonly (readonly [string, string])[] = [
  ['usa', 'US'],
  ['etats unis d amerique', 'US'],
  ['grande bretagne', 'GB'],
  ['angleterre', 'GB'],
  ['uk', 'GB'],
  ['pays bas', 'NL'],
  ['hollande', 'NL'],
  ['republique tcheque', 'CZ'],
];

const CODES: ReadonlyMap<string, string> = new Map([
  ...CAPITALS.flatMap((first) => CAPITALS.map((second) => `${first}${second}`))
    .filter(isCountry)
    .flatMap((code) =>
      [FRENCH.of(code), ENGLISH.of(code)].flatMap((name) => (name === undefined ? [] : [[normalise(name), code] as const])),
    ),
  ...OTHER_NAMES,
]);

/** A country's name in French, or its code where it has none. */
export function countryName(code: string): string {
  return FRENCH.of(code) ?? code;
}

/** The code of a country (ISO 3166-1 alpha-2) from its name in French or English, or from the code itself. */
export function countryCode(name: string): string | undefined {
  const capitals = name.trim().toUpperCase();
  if (CODE.test(capitals) && isCountry(capitals)) return capitals;
  return CODES.get(normalise(name));
}

/** Whether a code is of a country as it is called today: `UK` and `SU` are not. */
function isCountry(code: string): boolean {
  return FRENCH.of(code) !== undefined && !NO_COUNTRY.has(code) && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
}
