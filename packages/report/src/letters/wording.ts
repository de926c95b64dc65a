import { MESSAGE_KINDS, type MessageKind } from '@habeas/core';
import { z } from 'zod';
import { LETTER_LANGUAGES, type LetterLanguage } from '../catalogue/letters.js';
import { LETTER_KINDS, type LetterKind } from './letter-kind.js';

/** A text of the controller, in those languages in which it has one. */
export type OwnText = Readonly<Partial<Record<LetterLanguage, string>>>;

/**
 * What a controller may say in its own words. Salutation, closing and signature stand in place of ours, which say nothing that the law
 * demands; paragraphs are added after all that it does. Nothing here takes anything out of a letter. In a language without a text of
 * its own the letter has ours, and no paragraph.
 */
export interface LetterWording {
  readonly salutation?: OwnText;
  readonly closing?: OwnText;
  /** Below the closing; each line stays one. */
  readonly signature?: OwnText;
  /** One more paragraph, by kind of letter. */
  readonly paragraphs?: Readonly<Partial<Record<LetterKind, OwnText>>>;
  /** One more paragraph, by kind of message by e-mail. */
  readonly messages?: Readonly<Partial<Record<MessageKind, OwnText>>>;
}

function ownText(longest: number): z.ZodType<OwnText, OwnText> {
  const text = z
    .string()
    .trim()
    .min(1, 'the text is empty (write one, or leave the key out)')
    .max(longest, `the text is longer than ${String(longest)} signs (say it more briefly)`);
  return z
    .partialRecord(z.enum(LETTER_LANGUAGES), text)
    .refine((texts) => Object.keys(texts).length > 0, `there is no text (write one in: ${LETTER_LANGUAGES.join(', ')})`)
    .describe('A text by language.');
}

/** The file that a configuration names as `controller.letters`. */
export const letterWordingSchema: z.ZodType<LetterWording, LetterWording> = z
  .strictObject({
    salutation: ownText(200).exactOptional().describe('In place of “Dear Sir or Madam,”.'),
    closing: ownText(500).exactOptional().describe('In place of “Yours faithfully,”.'),
    signature: ownText(500).exactOptional().describe('In place of the name of the controller; each line stays one.'),
    paragraphs: z
      .partialRecord(z.enum(LETTER_KINDS), ownText(2_000))
      .exactOptional()
      .describe('One more paragraph, by kind of letter. It is added to what the law demands, and takes nothing out.'),
    messages: z
      .partialRecord(z.enum(MESSAGE_KINDS), ownText(2_000))
      .exactOptional()
      .describe('One more paragraph, by kind of message by e-mail.'),
  })
  .describe('What the letters of this controller say in its own words.');
