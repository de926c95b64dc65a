import type { Recipient } from '@habeas/core/law';
import type { Text } from '../../document/document.js';
import type { RecipientFact } from '../subject-report.js';
import { type ReportVoice, withinSentence } from './voice.js';

/** What a recipient is called: its name, else its category. */
export function recipientName({ recipient: { name, title } }: RecipientFact, voice: ReportVoice): string {
  return name ?? voice.pick(title);
}

/**
 * A recipient by name, or why there is only a category (REP-03); its role; where it is, and what protects the data there (REP-04).
 * What is missing is said in a sentence of its own.
 */
export function recipientLine(fact: RecipientFact, voice: ReportVoice): Text {
  const { recipient, thirdCountries, isPlaceOpen } = fact;
  const details = [
    voice.say(`recipient.role.${roleOf(recipient)}`),
    ...(recipient.onlyIf === undefined
      ? []
      : [voice.say('recipient.onlyIf', { event: withinSentence(voice.pick(recipient.onlyIf)) })]),
    ...placeOf(fact, voice),
  ];
  const head: Text = [{ text: recipientName(fact, voice), style: 'strong' }];
  const title = recipient.name === undefined ? [] : [voice.pick(recipient.title)];
  return [
    ...head,
    voice.say('recipient.details', { details: [...title, ...details].join(voice.say('separator')) }),
    ...[
      ...unnamed(recipient, voice),
      ...(isPlaceOpen ? [voice.say('recipient.place.unstated')] : []),
      ...(thirdCountries.length === 0 ? [] : [safeguardOf(recipient, voice)]),
    ].map((sentence) => ` ${sentence}`),
  ];
}

type ToldRole = Exclude<Recipient['role'], 'internal' | 'authority'>;

function roleOf({ role }: Recipient): ToldRole {
  if (role === 'internal' || role === 'authority') throw new Error('Staff and authorities are no recipients.');
  return role;
}

function unnamed({ name, unnamedBecause }: Recipient, voice: ReportVoice): readonly string[] {
  if (name !== undefined) return [];
  return [voice.say(unnamedBecause === undefined ? 'recipient.unnamed' : `recipient.unnamed.${unnamedBecause}`)];
}

function placeOf({ recipient: { location }, thirdCountries }: RecipientFact, voice: ReportVoice): readonly string[] {
  if (location === undefined) return [];
  if (location.in === 'worldwide') return [voice.say('recipient.worldwide')];
  const within = location.in.filter((code) => !thirdCountries.includes(code));
  const places = [['recipient.within', within] as const, ['recipient.outside', thirdCountries] as const];
  return places.flatMap(([key, codes]) => {
    const parts = { count: codes.length, countries: voice.list(codes.map((code) => voice.country(code))) };
    return codes.length === 0 ? [] : [voice.say(key, parts)];
  });
}

function safeguardOf({ safeguard }: Recipient, voice: ReportVoice): string {
  if (safeguard === undefined) return voice.say('recipient.safeguard.unstated');
  const { type, text, copyFrom } = safeguard;
  const own = text === undefined ? [] : [withinSentence(voice.pick(text))];
  return [
    voice.say('recipient.safeguard', { safeguard: [voice.say(`safeguard.${type}`), ...own].join(voice.say('separator')) }),
    voice.say(copyFrom === undefined ? 'recipient.safeguard.copy.unstated' : 'recipient.safeguard.copy', {
      where: copyFrom ?? '',
    }),
  ].join(' ');
}
