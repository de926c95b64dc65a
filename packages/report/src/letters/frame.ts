import type { Secret } from '@habeas/connector-sdk';
import type { LocalDate } from '@habeas/core/law';
import type { Block, Span, Text } from '../document/document.js';
import type { LetterKind } from './letter-kind.js';
import type { LetterAuthority, LetterContact, LetterSender } from './sender.js';
import type { LetterVoice } from './voice.js';
import type { OwnText } from './wording.js';

/** What stands around the body of every letter. */
export interface LetterHead {
  readonly reference: string;
  readonly receivedOn: LocalDate;
  readonly date: LocalDate;
  readonly addressee?: Secret<string>;
}

/** Sender, addressee, day, reference, salutation. */
export function opening(head: LetterHead, { name, address, wording }: LetterSender, voice: LetterVoice): readonly Block[] {
  const addressee = head.addressee?.reveal();
  const greeting = addressee === undefined ? voice.say('salutation.noName') : voice.say('salutation.name', { name: addressee });
  return [
    { kind: 'lines', lines: [[{ text: name, style: 'strong' }], ...(address === undefined ? [] : linesOf(address))] },
    ...(addressee === undefined ? [] : [{ kind: 'lines', lines: [addressee] } as const]),
    { kind: 'lines', align: 'end', lines: [voice.say('head.date', { date: voice.day(head.date) })] },
    {
      kind: 'facts',
      facts: [
        { term: voice.say('head.reference'), value: head.reference },
        { term: voice.say('head.receivedOn'), value: voice.day(head.receivedOn) },
      ],
    },
    { kind: 'paragraph', text: own(wording?.salutation, voice) ?? greeting },
  ];
}

/** What the controller adds, whom to ask, closing and signature. */
export function ending(kind: LetterKind, head: LetterHead, sender: LetterSender, voice: LetterVoice): readonly Block[] {
  const { wording, name } = sender;
  const added = own(wording?.paragraphs?.[kind], voice);
  const closing = voice.say(head.addressee === undefined ? 'closing.noName' : 'closing.name');
  return [
    ...(added === undefined ? [] : [{ kind: 'paragraph', text: added } as const]),
    contactNote(head.reference, sender, voice),
    { kind: 'paragraph', text: own(wording?.closing, voice) ?? closing },
    { kind: 'lines', lines: own(wording?.signature, voice)?.split(/\r?\n/u) ?? [name] },
  ];
}

/** What the controller says itself in the language of a voice. */
export function own(texts: OwnText | undefined, { language }: Pick<LetterVoice, 'language'>): string | undefined {
  return texts?.[language];
}

/** Whom to ask, and how. */
export function contactNote(
  reference: string,
  { contacts, officer }: Pick<LetterSender, 'contacts' | 'officer'>,
  voice: LetterVoice,
): Block {
  const lead =
    officer === undefined ? voice.say('contact.lead', { reference }) : voice.say('contact.officer', { officer, reference });
  return {
    kind: 'note',
    tone: 'info',
    title: voice.say('contact.title'),
    blocks: [
      { kind: 'paragraph', text: lead },
      { kind: 'list', items: contacts.map((contact): Text => [voice.say(`contact.${contact.type}`), ' ', linkOf(contact)]) },
    ],
  };
}

/** Complaint and court (Art. 12(4), 77, 79 GDPR; OUT-02, REP-07). */
export function remediesNote(authority: LetterAuthority, country: string, voice: LetterVoice): Block {
  const { name, post, phone, url } = authority;
  const reached = [
    ...(phone === undefined ? [] : [[linkOf({ type: 'phone', value: phone })]]),
    ...(url === undefined ? [] : [[linkOf({ type: 'portal', value: url })]]),
  ];
  return {
    kind: 'note',
    tone: 'info',
    title: voice.say('remedies.title'),
    blocks: [
      voice.paragraph('remedies.authority'),
      { kind: 'lines', lines: [[{ text: name, style: 'strong' }], ...(post === undefined ? [] : linesOf(post)), ...reached] },
      voice.paragraph('remedies.otherAuthority'),
      voice.paragraph('remedies.court', { country: voice.country(country) }),
    ],
  };
}

/** An address as it is written on an envelope. */
function linesOf(address: string): readonly string[] {
  return address
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What can be followed, where it is surely what it says; else its text. */
function linkOf({ type, value }: LetterContact): Span {
  const href = hrefOf({ type, value: value.trim() });
  return href === undefined ? { text: value } : { text: value, href };
}

function hrefOf({ type, value }: LetterContact): string | undefined {
  switch (type) {
    case 'email':
      return /^[^\s@?&%]+@[^\s@?&%]+$/u.test(value) ? `mailto:${value}` : undefined;
    case 'phone':
      return /^\+[\d\s().-]+$/u.test(value) ? `tel:+${value.replaceAll(/\D/gu, '')}` : undefined;
    case 'portal':
      if (/^https:\/\/[^\s]+$/u.test(value)) return value;
      return /^www\.[^\s:]+$/u.test(value) ? `https://${value}` : undefined;
    case 'post':
      return undefined;
  }
}
