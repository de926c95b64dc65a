import type { Language } from '@habeas/core/law';
import { EVIDENCE_CATALOGUES, type EvidenceKey } from '../catalogue/evidence.js';
import type { Block, Text } from '../document/document.js';
import { type Parts, Phrasebook } from '../language/phrasebook.js';

/** Speaks the language of one evidence bundle's page, in the time zone of its controller. */
export class EvidenceVoice {
  readonly #book: Phrasebook<EvidenceKey>;

  constructor(
    readonly language: Language,
    private readonly zone: string,
  ) {
    this.#book = new Phrasebook(language, EVIDENCE_CATALOGUES[language]);
  }

  say(key: EvidenceKey, parts?: Parts): string {
    return this.#book.say(key, parts);
  }

  paragraph(key: EvidenceKey, parts?: Parts): Block {
    return { kind: 'paragraph', text: this.say(key, parts) };
  }

  /** A moment in words; a sign for nothing where there is none. */
  moment(at: string | undefined): string {
    return at === undefined ? this.say('nothing') : this.#book.moment(new Date(at), this.zone);
  }

  /** A code of ours, letter by letter; a sign for nothing where there is none. */
  code(text: string | undefined): Text {
    return text === undefined || text === '' ? this.say('nothing') : [{ text, style: 'code' }];
  }

  isSo(is: boolean): string {
    return this.say(is ? 'yes' : 'no');
  }
}
