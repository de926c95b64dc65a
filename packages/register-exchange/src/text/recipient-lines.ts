import type { Backed, Recipient, RecipientLocation, UnnamedReason } from '@habeas/core/law';
import { unnamedLabel, unnamedOf } from './choices.js';
import { countryCode, countryName } from './countries.js';
import { mark, unmark } from './mark.js';

const WORLDWIDE = 'monde entier';
const LINE = /^(Nom|Pays|Non nommé|Uniquement si)\s*: (.+)$/u;

/** What a recipient's cell tells of it, beside the title on its first line. */
export interface RecipientDetails {
  readonly name?: string;
  readonly unnamedBecause?: UnnamedReason;
  readonly location?: RecipientLocation;
  readonly onlyIf?: string;
}

/** A recipient as a cell: its title, and a line for each thing that is known of it. */
export function recipientLines(recipient: Recipient): string {
  const { title, name, unnamedBecause, location, onlyIf } = recipient;
  return [
    mark(flat(title.fr), recipient),
    ...(name === undefined ? [] : [`Nom : ${flat(name)}`]),
    ...(unnamedBecause === undefined ? [] : [`Non nommé : ${unnamedLabel(unnamedBecause)}`]),
    ...(location === undefined ? [] : [`Pays : ${mark(placeText(location), location)}`]),
    ...(onlyIf === undefined ? [] : [`Uniquement si : ${flat(onlyIf.fr)}`]),
  ].join('\n');
}

/** Countries in French, one behind the other. */
export function placeText(location: RecipientLocation): string {
  return location.in === 'worldwide' ? WORLDWIDE : location.in.map(countryName).join(', ');
}

/** The countries that a text names; `undefined` where one of them is none. */
export function placeOf(text: string): RecipientLocation['in'] | undefined {
  if (text.toLowerCase() === WORLDWIDE) return 'worldwide';
  const codes = text.split(/[,;/\n]/u).map((name) => countryCode(name));
  return codes.every((code) => code !== undefined) ? codes : undefined;
}

/** What a line within a recipient's cell tells of it; `undefined` for a line that is a title, or says nothing that is understood. */
export function detailOf(line: string): RecipientDetails | undefined {
  const [, word, marked = ''] = LINE.exec(line) ?? [];
  if (word === undefined) return undefined;
  const { text, backing } = unmark(marked);
  return READERS[word]?.(text, backing);
}

const READERS: Readonly<Record<string, (text: string, backing: Backed) => RecipientDetails | undefined>> = {
  Nom: (name) => ({ name }),
  Pays: (text, backing) => {
    const places = placeOf(text);
    return places === undefined ? undefined : { location: { in: places, ...backing } };
  },
  'Non nommé': (text) => {
    const unnamedBecause = unnamedOf(text);
    return unnamedBecause === undefined ? undefined : { unnamedBecause };
  },
  'Uniquement si': (onlyIf) => ({ onlyIf }),
};

function flat(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
