import { type Html, markup, trusted } from '@habeas/report';
import { NOTHING } from './told.js';
import { typeable } from './typeable.js';

/** A field that takes words. */
export interface TextField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string | undefined;
  /** Why it was not taken, beside it. */
  readonly fault?: string | undefined;
  readonly kind?: 'text' | 'email' | 'tel' | 'digits' | 'lines';
  /** What a browser may fill in (WCAG 1.3.5); nothing without it. */
  readonly autocomplete?: string;
}

/** Where a field can be jumped to. */
export function fieldId(name: string): string {
  return `f-${name}`;
}

/** A field with its label, its hint and what was wrong with it, each said with it. */
export function textField(field: TextField): Html {
  const { name, label, hint, fault } = field;
  const id = fieldId(name);
  return markup`<div class="field${fault === undefined ? '' : ' faulty'}">
<label for="${id}">${label}</label>
${hint === undefined ? NOTHING : markup`<p class="hint" id="${id}-hint">${hint}</p>\n`}${fault === undefined ? NOTHING : markup`<p class="fault" id="${id}-fault">${fault}</p>\n`}${box(field, id)}
</div>
`;
}

function box({ name, hint, value = '', fault, kind = 'text', autocomplete = 'off' }: TextField, id: string): Html {
  const described = [hint === undefined ? '' : `${id}-hint`, fault === undefined ? '' : `${id}-fault`].filter(
    (each) => each !== '',
  );
  const common = markup`id="${id}" name="${name}" autocomplete="${autocomplete}"${described.length === 0 ? NOTHING : markup` aria-describedby="${described.join(' ')}"`}${fault === undefined ? NOTHING : trusted(' aria-invalid="true"')}`;
  // A parser takes away the first line end of a field of lines.
  if (kind === 'lines') return markup`<textarea ${common} rows="4">\n${typeable(value)}</textarea>`;
  return markup`<input ${common} ${trusted(KINDS[kind])} value="${typeable(value).replaceAll('\n', ' ')}">`;
}

const KINDS = {
  text: 'type="text"',
  email: 'type="email" inputmode="email" spellcheck="false" autocapitalize="off"',
  tel: 'type="tel" inputmode="tel"',
  digits: 'type="text" inputmode="numeric" spellcheck="false"',
} as const;

/** One of the things that can be chosen. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  /** Of the label, where it is not the page's. */
  readonly language?: string;
  readonly isChosen: boolean;
}

/** A question with things to choose from: one of them, or any. */
export function choices(group: {
  readonly name: string;
  readonly kind: 'radio' | 'checkbox';
  readonly legend: Html;
  readonly choices: readonly Choice[];
}): Html {
  const items = group.choices.map(({ value, label, hint, language, isChosen }) => {
    const id = `${fieldId(group.name)}-${value}`;
    const described = hint === undefined ? NOTHING : markup` aria-describedby="${id}-hint"`;
    return markup`<div class="choice"><input type="${group.kind}" id="${id}" name="${group.name}" value="${value}"${described}${isChosen ? trusted(' checked') : NOTHING}>
<label for="${id}"${language === undefined ? NOTHING : markup` lang="${language}"`}>${label}</label>${hint === undefined ? NOTHING : markup`<p class="hint" id="${id}-hint">${hint}</p>`}</div>
`;
  });
  return markup`<fieldset class="choices">\n<legend>${group.legend}</legend>\n${items}</fieldset>\n`;
}

/** The button that sends a form: to somewhere else than its other ones, where that is said. */
export function sendButton(label: string, look: 'main' | 'plain' | 'grave' = 'main', to?: string): Html {
  const elsewhere = to === undefined ? trusted('') : markup` formaction="${to}"`;
  return markup`<button type="submit" class="button ${look}"${elsewhere}>${label}</button>\n`;
}

/** A link that looks as what it leads to matters. */
export function linkButton(label: string | Html, href: string, look: 'main' | 'plain' = 'main'): Html {
  return markup`<a class="button ${look}" href="${href}">${label}</a>\n`;
}
