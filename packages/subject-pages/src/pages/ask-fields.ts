import { type Html, markup, trusted } from '@habeas/report';
import type { SubjectKey } from '../catalogue/subject.js';
import { type Choice, choices, textField, type TextField } from '../parts/field.js';
import type { Scene } from '../parts/scene.js';
import { NOTHING } from '../parts/told.js';
import { type AskText, type AskValues, type AskView, REQUESTERS } from '../view/ask-view.js';
import { SUBJECT_LANGUAGES } from '../view/subject-look.js';

const HINTED: ReadonlySet<string> = new Set<AskText>([
  'authority',
  'otherEmails',
  'otherPhones',
  'formerNames',
  'period',
  'message',
]);
const MORE: readonly AskText[] = ['otherEmails', 'otherPhones', 'formerNames', 'period'];

/** The parts of the form, with what was typed and what was not taken. */
export class AskFields {
  readonly #values: AskValues;
  readonly #words: Scene['words'];

  constructor(
    private readonly view: AskView,
    private readonly scene: Scene,
  ) {
    this.#values = view.values ?? {};
    this.#words = scene.words;
  }

  /** Whose data it is (PER-03). */
  who(): Html {
    const { requester = 'self' } = this.#values;
    const all = REQUESTERS.map((value) => {
      const hint = value === 'self' || value === 'parental_authority' ? {} : { hint: this.#words.say(`ask.who.${value}.hint`) };
      return { value, label: this.#words.say(`ask.who.${value}`), ...hint, isChosen: value === requester };
    });
    const legend = markup`<h2>${this.#words.say('ask.who.title')}</h2>`;
    return markup`<div class="part">\n${choices({ name: 'requester', kind: 'radio', legend, choices: all })}</div>\n`;
  }

  /** Who asks for another person, and why they may (PER-04). Put away by the style while nobody does. */
  other(): Html {
    return markup`<div class="part other">
<h2>${this.#words.say('ask.other.title')}</h2>
<p>${this.#words.say('ask.other.lead')}</p>
${this.#text('requesterName', { autocomplete: 'section-requester name' })}${this.#text('requesterEmail', { kind: 'email', autocomplete: 'section-requester email' })}${this.#text('authority', { kind: 'lines' })}</div>
`;
  }

  /** What the search begins with (INT-08). */
  find(): Html {
    const isOpen = MORE.some((name) => this.#values[name] !== undefined || this.#fault(name) !== undefined);
    return markup`<div class="part">
<h2>${this.#words.say('ask.find.title')}</h2>
<p>${this.#words.say('ask.find.lead')}</p>
${this.#text('email', { kind: 'email', autocomplete: 'email' })}<div class="pair">
${this.#text('phone', { kind: 'tel', autocomplete: 'tel' })}${this.#text('customerNumber', {})}${this.#text('givenName', { autocomplete: 'given-name' })}${this.#text('familyName', { autocomplete: 'family-name' })}</div>
<details${isOpen ? trusted(' open') : NOTHING}>
<summary>${this.#words.say('ask.more.title')}</summary>
<div>
${this.#text('otherEmails', { kind: 'lines' })}${this.#text('otherPhones', { kind: 'lines' })}${this.#text('formerNames', {})}${this.#text('period', {})}</div>
</details>
</div>
`;
  }

  /** What is asked for, and how it comes (INT-03, PER-01). */
  want(): Html {
    const { rights = ['access'], format = 'csv', packing = 'zip', language = this.scene.language } = this.#values;
    const legend = (key: SubjectKey): Html => markup`${this.#words.say(key)}`;
    const rightChoices = (['access', 'portability'] as const).map((value) =>
      this.#hinted('ask.rights', value, rights.includes(value)),
    );
    const formats = (['csv', 'json'] as const).map((value) => this.#hinted('ask.format', value, value === format));
    const packings = (['zip', 'aes', 'age'] as const).map((value) => this.#hinted('ask.packing', value, value === packing));
    const languages = SUBJECT_LANGUAGES.map((value) => ({
      value,
      label: this.#words.say(`shell.${value}`),
      language: value,
      isChosen: value === language,
    }));
    return markup`<div class="part">
<h2>${this.#words.say('ask.want.title')}</h2>
${choices({ name: 'rights', kind: 'checkbox', legend: legend('ask.rights'), choices: rightChoices })}${choices({ name: 'format', kind: 'radio', legend: legend('ask.format'), choices: formats })}<p class="hint">${this.#words.say('ask.format.note')}</p>
${choices({ name: 'packing', kind: 'radio', legend: legend('ask.packing'), choices: packings })}${choices({ name: 'language', kind: 'radio', legend: legend('ask.language'), choices: languages })}</div>
`;
  }

  /** Everything else, and other rights (INT-11). */
  say(): Html {
    return markup`<div class="part">
<h2>${this.#words.say('ask.say.title')}</h2>
${this.#text('message', { kind: 'lines' })}</div>
`;
  }

  #hinted(key: 'ask.rights' | 'ask.format' | 'ask.packing', value: string, isChosen: boolean): Choice {
    const named = `${key}.${value}` as SubjectKey;
    return { value, label: this.#words.say(named), hint: this.#words.say(`${named}.hint` as SubjectKey), isChosen };
  }

  #text(name: AskText, how: Pick<TextField, 'kind' | 'autocomplete'>): Html {
    return textField({
      name,
      label: this.#words.say(`ask.${name}`),
      value: this.#values[name],
      fault: this.#fault(name),
      ...(HINTED.has(name) ? { hint: this.#words.say(`ask.${name}.hint` as SubjectKey) } : {}),
      ...how,
    });
  }

  #fault(name: AskText): string | undefined {
    const found = this.view.faults?.find(({ field }) => field === name);
    return found === undefined ? undefined : this.#words.say(`ask.fault.${found.fault}`);
  }
}
