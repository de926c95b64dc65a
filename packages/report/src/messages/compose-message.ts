import type { MessageContent, MessageKind } from '@habeas/core';
import type { LocalDate } from '@habeas/core/law';
import type { LetterLanguage } from '../catalogue/letters.js';
import type { Block, ReadableDocument } from '../document/document.js';
import { contactNote, own } from '../letters/frame.js';
import type { LetterSender } from '../letters/sender.js';
import { LetterVoice } from '../letters/voice.js';
import { MESSAGE_BODIES } from './message-bodies.js';
import { MessageVoice } from './message-voice.js';

/** Who writes a message. Less is needed than for a letter: a message decides nothing. */
export type MessageSender = Pick<LetterSender, 'name' | 'contacts' | 'officer' | 'wording'>;

/** In which language, and of which day. */
export interface MessageEdition {
  readonly language: LetterLanguage;
  readonly date: LocalDate;
}

/**
 * Writes a message: its title is its subject, and says nothing of the person or the data. What it holds of either is what its facts
 * hold (DEL-01, SPC-03). Throws where a fact is missing that its kind needs. The same content gives the same message.
 */
export function composeMessage(
  { kind, facts }: MessageContent,
  sender: MessageSender,
  { language, date }: MessageEdition,
): ReadableDocument {
  const voice = new MessageVoice(language);
  // The facts belong to the kind, which TypeScript does not follow through the table
  const body = MESSAGE_BODIES[kind] as (facts: MessageContent['facts'], voice: MessageVoice) => readonly Block[];
  const { reference } = facts;
  return {
    language,
    title: voice.say(`${kind}.subject`, { reference }),
    author: sender.name,
    date,
    blocks: [
      { kind: 'paragraph', text: own(sender.wording?.salutation, voice) ?? voice.say('greeting') },
      ...body(facts, voice),
      ...added(kind, sender, voice),
      ...(sender.contacts.length === 0 ? [] : [contactNote(reference, sender, new LetterVoice(language))]),
      ...ending(sender, voice),
    ],
  };
}

function added(kind: MessageKind, { wording }: MessageSender, voice: MessageVoice): readonly Block[] {
  const text = own(wording?.messages?.[kind], voice);
  return text === undefined ? [] : [{ kind: 'paragraph', text }];
}

function ending({ wording, name }: MessageSender, voice: MessageVoice): readonly Block[] {
  return [
    { kind: 'paragraph', text: own(wording?.closing, voice) ?? voice.say('closing') },
    { kind: 'lines', lines: own(wording?.signature, voice)?.split(/\r?\n/u) ?? [name] },
  ];
}
