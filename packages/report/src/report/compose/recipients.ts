import type { Recipient } from '@habeas/core/law';
import type { Text } from '../../document/document.js';
import type { RecipientFact } from '../subject-report.js';
import type { ReportVoice } from './voice.js';

/** What a recipient is called: its name, else its category. */
export function recipientName({ recipient: { name, title } }: RecipientFact, voice: ReportVoice): string {
  return name ?? voice.pick(title);
}

/** A recipient by name, or why there is only a category (REP-03); its role; where it is and what protects the data there (REP-04). */
export function recipientLine({ recipient, thirdCountries }: RecipientFact, voice: ReportVoice): Text {
  const details = [
    voice.say(`recipient.role.${roleOf(recipient)}`),
    ...(recipient.onlyIf === undefined ? [] : [voice.say('recipient.onlyIf', { event: voice.pick(recipient.onlyIf) })]),
    ...(thirdCountries.length === 0 ? [] : [placeOf(thirdCountries, voice), safeguardOf(recipient, voice)]),
  ];
  return `${headOf(recipient, voice)} — ${details.join(' ; ')}`;
}

type ToldRole = Exclude<Recipient['role'], 'internal' | 'authority'>;

function roleOf({ role }: Recipient): ToldRole {
  if (role === 'internal' || role === 'authority') throw new Error('Staff and authorities are no recipients.');
  return role;
}

function headOf({ name, title, unnamedBecause }: Recipient, voice: ReportVoice): string {
  if (name !== undefined) return voice.say('recipient.named', { name, title: voice.pick(title) });
  const key = unnamedBecause === undefined ? 'recipient.unnamed' : (`recipient.unnamed.${unnamedBecause}` as const);
  return voice.say(key, { title: voice.pick(title) });
}

function placeOf(countries: readonly string[], voice: ReportVoice): string {
  if (countries.includes('worldwide')) return voice.say('recipient.worldwide');
  return voice.say('recipient.country', { countries: voice.list(countries.map((code) => voice.country(code))) });
}

function safeguardOf({ safeguard }: Recipient, voice: ReportVoice): string {
  if (safeguard === undefined || safeguard.assumed === true) return voice.say('recipient.safeguard.unstated');
  const { type, text, copyFrom } = safeguard;
  const what = text === undefined ? voice.say(`safeguard.${type}`) : voice.pick(text);
  const told = voice.say('recipient.safeguard', { safeguard: what });
  return copyFrom === undefined ? told : `${told} ; ${voice.say('recipient.safeguard.copy', { where: copyFrom })}`;
}
