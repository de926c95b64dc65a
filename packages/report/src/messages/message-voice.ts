import type { LocalDate } from '@habeas/core/law';
import type { LetterLanguage } from '../catalogue/letters.js';
import { MESSAGE_CATALOGUES, type MessageKey } from '../catalogue/messages.js';
import type { Block, Span } from '../document/document.js';
import { isHref } from '../document/href.js';
import { type Parts, Phrasebook } from '../language/phrasebook.js';

/** Says the sentences of a message in one language. */
export class MessageVoice {
  readonly #phrases: Phrasebook<MessageKey>;

  constructor(readonly language: LetterLanguage) {
    this.#phrases = new Phrasebook(language, MESSAGE_CATALOGUES[language]);
  }

  say(key: MessageKey, parts: Parts = {}): string {
    return this.#phrases.say(key, parts);
  }

  paragraph(key: MessageKey, parts: Parts = {}): Block {
    return { kind: 'paragraph', text: this.say(key, parts) };
  }

  day(date: LocalDate): string {
    return this.#phrases.date(date);
  }

  money({ cents, currency }: { readonly cents: number; readonly currency: string }): string {
    return this.#phrases.money(cents, currency);
  }

  /** A sentence that leads to a page, and its address on a line of its own: nobody has to trust words in place of it. */
  leadTo(link: string, key: MessageKey = 'link.here'): readonly Block[] {
    return [this.paragraph(key), { kind: 'lines', lines: [[linked(link)]] }];
  }
}

/** What is no safe link, such as that of a service without TLS on one's own machine, is still there to be copied. */
function linked(link: string): Span {
  return isHref(link) ? { text: link, href: link } : { text: link, style: 'code' };
}
