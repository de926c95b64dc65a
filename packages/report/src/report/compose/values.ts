import type { FieldSpec, JsonValue } from '@habeas/connector-sdk';
import { parseLocalDate, readSourceDate, REDACTION_REASONS, redactionMark } from '@habeas/core/law';
import type { Text } from '../../document/document.js';
import type { ReportVoice } from './voice.js';

const LANGUAGES = ['en', 'fr'] as const;
const DAY_AND_TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)$/u;

/** Characters of one value that are shown; the whole is in the table. */
export const SHOWN_CHARACTERS = 500;

/**
 * Reads values to a person: codes with their meaning in the language of the page, else in English, else in any (FMT-02), days in
 * words, truths, sizes of files. A day or a time in words is the same day and time, so it stands alone; an instant is told in the
 * controller's time zone, and since that changes its digits the source's own text stands beside it (FMT-01). Texts and numbers stay
 * as they are. A mark looks like one where a value is hidden, and nowhere else.
 */
export class ValueReader {
  readonly #clock: Intl.DateTimeFormat;

  constructor(
    private readonly voice: ReportVoice,
    private readonly timeZone: string,
    private readonly hidden: ReadonlySet<string> = new Set(),
  ) {
    this.#clock = new Intl.DateTimeFormat(voice.language, { timeZone, timeStyle: 'short', hourCycle: 'h23' });
  }

  /** The same, for a collection in which marks stand for these fields. */
  hiding(fields: ReadonlySet<string>): ValueReader {
    return new ValueReader(this.voice, this.timeZone, fields);
  }

  /** Empty for no value. */
  inWords(field: FieldSpec, value: JsonValue | undefined): Text {
    if (value === undefined || value === null) return '';
    if (typeof value === 'boolean') return this.#coded(field, String(value)) ?? this.voice.say(value ? 'data.yes' : 'data.no');
    if (typeof value !== 'object') return this.#plain(field, String(value));
    return field.type === 'file' ? this.#file(value) : this.#shortened(JSON.stringify(value));
  }

  #plain(field: FieldSpec, text: string): Text {
    return this.#mark(field, text) ?? this.#coded(field, text) ?? this.#typed(field, text) ?? this.#shortened(text);
  }

  #coded({ codes }: FieldSpec, code: string): string | undefined {
    if (codes === undefined || code === '') return undefined;
    const texts = Object.hasOwn(codes, code) ? codes[code] : undefined;
    return texts === undefined
      ? this.voice.say('data.code.unknown', { code })
      : this.voice.say('data.code', { meaning: this.voice.pick(texts), code });
  }

  /** What stands in place of something hidden, in the language of the page. */
  #mark({ name }: FieldSpec, text: string): Text | undefined {
    if (!this.hidden.has(name)) return undefined;
    const reason = REDACTION_REASONS.find((each) => LANGUAGES.some((language) => redactionMark(each, language) === text));
    return reason === undefined ? undefined : [{ text: redactionMark(reason, this.voice.core), style: 'mark' }];
  }

  #typed({ type }: FieldSpec, text: string): Text | undefined {
    if (type === 'date') return this.#whole(text);
    if (type === 'datetime') return this.#dayAndTime(text);
    if (type === 'timestamp') return this.#whole(text) ?? this.#dayAndTime(text) ?? this.#instant(text);
    return type === 'bytes' ? this.voice.say('data.binary', { size: this.#size(bytesIn(text)) }) : undefined;
  }

  #whole(text: string): string | undefined {
    const day = parseLocalDate(text);
    return day === undefined ? undefined : this.voice.day(day);
  }

  #dayAndTime(text: string): string | undefined {
    const [, date = '', time = ''] = DAY_AND_TIME.exec(text) ?? [];
    const day = parseLocalDate(date);
    return day === undefined ? undefined : this.voice.say('data.dayAndTime', { day: this.voice.day(day), time });
  }

  /** With a zone of its own: else it is a day and a time, and nobody knows which instant that was. */
  #instant(text: string): Text | undefined {
    const day = readSourceDate(text, this.timeZone);
    const instant = new Date(text);
    if (day === undefined || Number.isNaN(instant.getTime())) return undefined;
    const time = this.#clock.format(instant);
    return [`${this.voice.say('data.dayAndTime', { day: this.voice.day(day), time })} `, { text, style: 'code' }];
  }

  #shortened(text: string): string {
    return text.length <= SHOWN_CHARACTERS ? text : this.voice.say('data.long', { text: wholeCharacters(text) });
  }

  #file(value: JsonValue & object): string {
    const bytes = 'bytes' in value ? value.bytes : undefined;
    return typeof bytes === 'number'
      ? this.voice.say('data.file', { size: this.#size(bytes) })
      : this.voice.say('data.file.unsized');
  }

  #size(bytes: number): string {
    const { voice } = this;
    if (bytes < 1_000) return voice.say('data.bytes', { count: bytes });
    if (bytes < 999_500) return voice.say('data.kilobytes', { count: voice.book.number(Math.round(bytes / 1_000)) });
    return voice.say('data.megabytes', { count: voice.book.number(Math.round(bytes / 100_000) / 10) });
  }
}

/** The first characters; one of two code units is not cut in two. */
function wholeCharacters(text: string): string {
  const isCut = text.charCodeAt(SHOWN_CHARACTERS - 1) >> 10 === 0x36;
  return text.slice(0, isCut ? SHOWN_CHARACTERS - 1 : SHOWN_CHARACTERS);
}

/** How many bytes a text of base64 stands for. */
function bytesIn(base64: string): number {
  return Math.floor((base64.replace(/=+$/u, '').length * 3) / 4);
}
