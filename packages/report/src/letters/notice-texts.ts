import type { LetterTexts } from '@habeas/core/law';
import type { LetterFacts } from './facts/letter-facts.js';
import type { LetterSender } from './sender.js';

/** What the clock of a request is told of a notice of extension that was sent: `noteExtensionNotice` takes it (DLN-05, DLN-11). */
export function extensionNoticeTexts(
  facts: LetterFacts<'extension'>,
  { contacts }: LetterSender,
): LetterTexts<'extension_notice'> {
  const { reference, receivedOn, reason, explanation, newDueOn } = facts;
  return { reference, receivedOn, reason, explanation, newDueOn, contact: contacts.map(({ value }) => value).join(', ') };
}
