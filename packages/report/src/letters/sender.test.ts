import { describe, expect, it } from '@jest/globals';
import { loadRegister } from '@habeas/configuration';
import { registerFile, REGISTERS } from '@habeas/example-worlds';
import { LETTER_LANGUAGES } from '../catalogue/letters.js';
import type { Block, ReadableDocument, Span } from '../document/document.js';
import { letterInPlainText } from '../testing/letter-in-plain-text.js';
import { letterSamples, SENDER } from '../testing/letter-samples.js';
import { composeLetter } from './compose-letter.js';
import { LETTER_KINDS, LETTERS_WITH_REMEDIES } from './letter-kind.js';
import { letterSender, type LetterSender } from './sender.js';
import { letterWordingSchema } from './wording.js';

const samples = letterSamples('en');

describe.each(REGISTERS)('the controller of %s', (name) => {
  const profile = loadRegister(registerFile(name)).register;
  const sender = letterSender(profile);

  it.each(LETTER_KINDS)('can write every letter with what its policy says: %s', (kind) => {
    for (const language of LETTER_LANGUAGES) {
      const text = letterInPlainText(composeLetter(kind, letterSamples(language)[kind], sender, language));
      expect(text).toContain(profile.controller.name);
      for (const { value } of sender.contacts) expect(text).toContain(value);
      expect(text.includes('CNIL')).toBe(LETTERS_WITH_REMEDIES.has(kind));
    }
  });
});

describe('a sender', () => {
  it('names the officer’s ways first, each once, and invents none (PRF-03)', () => {
    const profile = loadRegister(registerFile('assess-manager')).register;
    expect(letterSender(profile).contacts.map(({ type }) => type)).toEqual(['email', 'phone', 'post']);
    const { dpo: _, ...contacts } = profile.contacts;
    const { supervisoryAuthority: __, ...unsaid } = profile;
    const bare = letterSender({ ...unsaid, contacts: { ...contacts, rightsChannels: [] } });
    expect(bare.contacts).toEqual([]);
    expect(bare).not.toHaveProperty('authority');
    expect(() => composeLetter('refusal', samples.refusal, bare, 'en')).toThrow(
      /sender.contacts: .*contacts.dpo.*; sender.authority: .*supervisoryAuthority.name/u,
    );
  });

  it('prints of an authority what is known, and its name is enough (OUT-02)', () => {
    const text = letterInPlainText(composeLetter('refusal', samples.refusal, { ...SENDER, authority: { name: 'CNIL' } }, 'fr'));
    expect(text).toContain('au préalable\u00A0:\nCNIL\nSi vous vivez');
  });

  it('passes a wording on', () => {
    const profile = loadRegister(registerFile('hostel-association')).register;
    expect(letterSender(profile, { closing: { fr: 'Cordialement,' } }).wording).toEqual({ closing: { fr: 'Cordialement,' } });
  });
});

function linksIn({ blocks }: ReadableDocument): readonly string[] {
  const spans: Span[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) {
      if ('href' in value) spans.push(value as Span);
      Object.values(value).forEach(walk);
    }
  };
  walk(blocks satisfies readonly Block[]);
  return spans.map(({ href }) => href ?? '');
}

describe('a link in a letter', () => {
  const links = (contacts: LetterSender['contacts'], url: string): readonly string[] =>
    linksIn(composeLetter('answer', samples.answer, { ...SENDER, contacts, authority: { name: 'Authority', url } }, 'en'));

  it('leads where its text says', () => {
    expect(
      links([...SENDER.contacts, { type: 'portal', value: 'https://association.example/rights' }], 'www.authority.example'),
    ).toEqual([
      'https://www.authority.example',
      'mailto:dpo@association.example',
      'tel:+33199000000',
      'https://association.example/rights',
    ]);
  });

  it('is none where it is not surely one', () => {
    const contacts = [
      { type: 'email', value: 'dpo@association.example?bcc=eve@mallory.test' },
      { type: 'phone', value: '01 99 00 00 00' },
      { type: 'portal', value: 'javascript:alert(1)' },
    ] as const;
    expect(links(contacts, 'http://authority.example')).toEqual([]);
  });
});

describe('the wording of a controller', () => {
  const wording = {
    salutation: { en: 'Dear member,' },
    closing: { en: 'With kind regards,' },
    signature: { en: 'Ada Example\nExample Association' },
    paragraphs: { refusal: { en: 'We would be glad to talk about it.' }, answer: { fr: 'Bonne lecture.' } },
  };

  it.each(LETTER_KINDS)('adds to a letter and takes nothing out of it: %s', (kind) => {
    const plain = composeLetter(kind, samples[kind], SENDER, 'en').blocks.map((block) => JSON.stringify(block));
    const own = composeLetter(kind, samples[kind], { ...SENDER, wording }, 'en').blocks.map((block) => JSON.stringify(block));
    const lost = plain.filter((block) => !own.includes(block));
    expect(lost).toHaveLength(3); // our salutation, closing and signature, in whose place are its own
    expect(own).toHaveLength(plain.length + (kind === 'refusal' ? 1 : 0));
  });

  it('says nothing in a language that it does not have', () => {
    const write = (sender: LetterSender): string => letterInPlainText(composeLetter('refusal', samples.refusal, sender, 'fr'));
    expect(write({ ...SENDER, wording })).toBe(write(SENDER));
  });

  it.each([
    ['an unknown key', { greeting: { en: 'Hello' } }],
    ['a letter that there is not', { paragraphs: { reminder: { en: 'Again' } } }],
    ['a language that there is not', { closing: { xx: 'Bye' } }],
    ['no text', { closing: {} }],
    ['an empty text', { closing: { en: ' ' } }],
    ['a text as long as a letter', { paragraphs: { answer: { en: 'x'.repeat(2_001) } } }],
  ])('is refused with %s', (_, wrong) => {
    expect(letterWordingSchema.safeParse(wrong).success).toBe(false);
    const sender = { ...SENDER, wording: wrong as NonNullable<LetterSender['wording']> };
    expect(() => composeLetter('answer', samples.answer, sender, 'en')).toThrow(/wording/u);
  });
});
