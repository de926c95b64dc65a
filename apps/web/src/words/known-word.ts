import { EN } from './en.js';
import type { SayKey } from './words.js';

/** The codes of the service that there are words for. */
export type WordFamily =
  | 'action'
  | 'agenda'
  | 'basis'
  | 'breachOutcome'
  | 'brought'
  | 'channel'
  | 'directed'
  | 'documentKind'
  | 'doubt'
  | 'dutyOutcome'
  | 'extension'
  | 'fault'
  | 'feeCause'
  | 'feeStanding'
  | 'ground'
  | 'harm'
  | 'health'
  | 'heirPurpose'
  | 'heirStanding'
  | 'kind'
  | 'letter'
  | 'level'
  | 'meaning'
  | 'message'
  | 'messageState'
  | 'object'
  | 'onBehalf'
  | 'origin'
  | 'otherOutcome'
  | 'otherRight'
  | 'outcome'
  | 'packing'
  | 'party'
  | 'question'
  | 'reach'
  | 'readOnly'
  | 'recipient'
  | 'refusal'
  | 'refusedAs'
  | 'right'
  | 'role'
  | 'safeguard'
  | 'scope'
  | 'severity'
  | 'state'
  | 'status'
  | 'taskOutcome'
  | 'templatePart'
  | 'transmissionOrder'
  | 'transmissionReason'
  | 'transmissionState'
  | 'verdict';

/** The key of a word in a family, where there is one: what the service may say tomorrow has no word today. */
export function knownWord(family: WordFamily, name: string): SayKey | undefined {
  const key = `${family}.${name}`;
  return key in EN ? (key as SayKey) : undefined;
}

/** The names that a family has a word for. */
export function namesIn(family: WordFamily): readonly string[] {
  return Object.keys(EN)
    .filter((key) => key.startsWith(`${family}.`))
    .map((key) => key.slice(family.length + 1));
}
