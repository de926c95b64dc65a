/** HTML that is safe to put into a page: made only by {@link markup} and {@link trusted}. */
export class Html {
  constructor(readonly text: string) {}
}

/** What can stand in a template: text is escaped, HTML is not, lists are put together. */
export type HtmlPart = string | number | Html | readonly Html[];

/** A piece of HTML with everything that is not HTML already escaped. */
export function markup(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  return new Html(strings.reduce((text, string, index) => text + render(parts[index - 1] ?? '') + string));
}

/** A text from this package, known to be HTML. Never anything that comes from outside. */
export function trusted(text: string): Html {
  return new Html(text);
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
