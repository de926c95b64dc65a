import { Refused } from '@habeas/core';
import type { LetterLanguage } from '../catalogue/letters.js';
import type { Block, ReadableDocument } from '../document/document.js';
import { BODIES } from './bodies/bodies.js';
import type { LetterFacts } from './facts/letter-facts.js';
import { ending, type LetterHead, opening, remediesNote } from './frame.js';
import { readFacts } from './letter-faults.js';
import { type LetterKind, LETTERS_WITH_REMEDIES } from './letter-kind.js';
import type { LetterSender } from './sender.js';
import { LetterVoice } from './voice.js';

/**
 * Writes a letter (Art. 12(1), (3)-(5) GDPR; INT-04, OUT-01, OUT-02, DLN-11). There is none without everything that the law demands of
 * it: throws `Refused` (`INVALID_INPUT`) with each thing that is missing or does not hold, where it is and what to do, and nothing of
 * what was given. The same facts give the same letter.
 */
export function composeLetter<Kind extends LetterKind>(
  kind: Kind,
  facts: LetterFacts<Kind>,
  sender: LetterSender,
  language: LetterLanguage,
): ReadableDocument {
  const read = readFacts(kind, facts, sender);
  if ('faults' in read) {
    const faults = read.faults.map(({ path, message }) => `${path === '' ? '' : `${path}: `}${message}`);
    throw new Refused('INVALID_INPUT', `The letter ${kind} cannot be written. ${faults.join('; ')}.`);
  }
  const voice = new LetterVoice(language);
  const head: LetterHead = read.facts;
  return {
    language,
    title: voice.say(`${kind}.title`),
    author: sender.name,
    date: head.date,
    blocks: [
      ...opening(head, sender, voice),
      ...apology(kind, read.facts, voice),
      ...BODIES[kind](read.facts, voice),
      ...remedies(kind, sender, voice),
      ...ending(kind, head, sender, voice),
    ],
  };
}

/** A late answer is still due, and says that it is late: silence would be worse (IDV-08). */
function apology(kind: LetterKind, facts: LetterFacts<LetterKind>, voice: LetterVoice): readonly Block[] {
  const isLate = FINAL.has(kind) && 'dueOn' in facts && facts.date > facts.dueOn;
  return isLate ? [voice.paragraph('late', { due: voice.day(facts.dueOn) })] : [];
}

/** The letters that the person waited for. */
const FINAL: ReadonlySet<LetterKind> = new Set<LetterKind>(['answer', 'partial_answer', 'no_data', 'refusal']);

function remedies(kind: LetterKind, { authority, country }: LetterSender, voice: LetterVoice): readonly Block[] {
  return authority === undefined || !LETTERS_WITH_REMEDIES.has(kind) ? [] : [remediesNote(authority, country, voice)];
}
