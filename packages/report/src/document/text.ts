import type { Span, Text } from './document.js';

/** The parts of a text, one after the other. */
export function spansOf(text: Text): readonly Span[] {
  if (typeof text === 'string') return [{ text }];
  return text.map((part) => (typeof part === 'string' ? { text: part } : part));
}

/** The words of a text. */
export function wordsOf(text: Text): string {
  return spansOf(text)
    .map((span) => span.text)
    .join('');
}

/** Line ends of every kind as `\n`, and {@link showHidden} for the rest. */
export function legible(text: string): string {
  return showHidden(text.replace(/\r\n?|[\u2028\u2029]/gu, '\n'));
}

/**
 * Control characters, characters without width and those that turn the direction of what follows, as `[U+202E]`; halves of
 * surrogate pairs too, and numbers that are no characters. Joiners and direction marks stay: Persian, Hindi and Arabic are written with them.
 */
export function showHidden(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu,
    (char) => `[U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}
