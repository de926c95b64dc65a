/** HTML that is safe to put into a page: made only by {@link markup} and {@link trusted}. */
export class Html {
  constructor(readonly text: string) {}
}

/** What can stand in a template: text is escaped, HTML is not, lists are put together. */
export type HtmlPart = string | number | Html | readonly Html[];

/**
 * A piece of HTML with everything that is not HTML already escaped. Its name is not `html` because formatters lay out what
 * they know as HTML anew, and the page's policy counts on its bytes.
 */
export function markup(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  return new Html(strings.reduce((text, string, index) => text + render(parts[index - 1] ?? '') + string));
}

/** A text from this package, known to be HTML. Never anything that comes from outside. */
export function trusted(text: string): Html {
  return new Html(text);
}

/** A text from outside: escaped, kept apart from the text around it, with invisible and direction-changing characters made visible. */
export function foreign(text: string): Html {
  return markup`<bdi>${showHidden(text)}</bdi>`;
}

function render(part: HtmlPart): string {
  if (part instanceof Html) return part.text;
  if (typeof part === 'string') return escape(part);
  return typeof part === 'number' ? String(part) : part.map(({ text }) => text).join('');
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Control, zero-width and bidirectional characters as `[U+202E]`; lone surrogates too, which no file can hold. */
function showHidden(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}/gu,
    (char) => `[U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}
