import type { FieldSpec, JsonValue } from '@habeas/connector-sdk';
import { parseLocalDate, REDACTION_REASONS, redactionMark } from '@habeas/core/law';
import type { Text } from '../../document/document.js';
import type { ReportVoice } from './voice.js';

const LANGUAGES = ['en', 'fr'] as const;

/** Characters of one value that are shown; the whole is in the table. */
export const SHOWN_CHARACTERS = 500;

/**
 * A value for reading: codes with their meaning (FMT-02), days in words, truths, sizes of files. A text stays as it is; marks of
 * what is hidden look like marks. Empty for no value.
 */
export function valueInWords(field: FieldSpec, value: JsonValue | undefined, voice: ReportVoice): Text {
  if (value === undefined || value === null) return '';
  if (typeof value === 'object') return field.type === 'file' ? fileOf(value, voice) : shortened(JSON.stringify(value), voice);
  const text = String(value);
  return (
    coded(field, text, voice) ??
    truthOf(value, voice) ??
    markOf(text, voice) ??
    dayOf(field, text, voice) ??
    shortened(text, voice)
  );
}

function truthOf(value: JsonValue, voice: ReportVoice): string | undefined {
  return typeof value === 'boolean' ? voice.say(value ? 'data.yes' : 'data.no') : undefined;
}

function coded({ codes }: FieldSpec, code: string, voice: ReportVoice): string | undefined {
  const meaning = codes !== undefined && Object.hasOwn(codes, code) ? codes[code] : undefined;
  return meaning === undefined ? undefined : voice.say('data.code', { meaning, code });
}

function dayOf({ type }: FieldSpec, text: string, voice: ReportVoice): string | undefined {
  if (type !== 'date') return undefined;
  const day = parseLocalDate(text);
  return day === undefined ? undefined : voice.book.date(day);
}

/** What stands in place of something hidden, in the language of the page. */
function markOf(text: string, voice: ReportVoice): Text | undefined {
  const reason = REDACTION_REASONS.find((each) => LANGUAGES.some((language) => redactionMark(each, language) === text));
  return reason === undefined ? undefined : [{ text: redactionMark(reason, voice.core), style: 'mark' }];
}

function shortened(text: string, voice: ReportVoice): string {
  return text.length <= SHOWN_CHARACTERS ? text : voice.say('data.long', { text: wholeCharacters(text) });
}

/** The first characters; one of two code units is not cut in two. */
function wholeCharacters(text: string): string {
  const isCut = text.charCodeAt(SHOWN_CHARACTERS - 1) >> 10 === 0x36;
  return text.slice(0, isCut ? SHOWN_CHARACTERS - 1 : SHOWN_CHARACTERS);
}

function fileOf(value: JsonValue & object, voice: ReportVoice): string {
  const bytes = 'bytes' in value && typeof value.bytes === 'number' ? value.bytes : 0;
  return voice.say('data.file', { size: sizeOf(bytes, voice) });
}

function sizeOf(bytes: number, voice: ReportVoice): string {
  if (bytes < 1_000) return voice.say('data.bytes', { count: bytes });
  if (bytes < 1_000_000) return voice.say('data.kilobytes', { count: voice.book.number(Math.round(bytes / 1_000)) });
  return voice.say('data.megabytes', { count: voice.book.number(Math.round(bytes / 100_000) / 10) });
}
