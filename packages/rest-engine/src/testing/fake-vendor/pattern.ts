import type { JsonValue } from '@habeas/connector-sdk';
import { QUOTES, type Language } from '../../template/encoders.js';
import { fill, parseTemplate, type Hole, type Scope, type Template } from '../../template/template.js';
import { joined, type Captures } from './captures.js';

/** Reads a text that was made from a template: what stood in its holes. Nothing where it was not made from it. */
export type Pattern = (text: string) => Captures | undefined;

/** How a hole looks in a text, and how its value is read back. */
interface HoleForm {
  readonly expression: string;
  readonly read: (text: string) => string;
}

const PLAIN: HoleForm = { expression: '([^]+?)', read: (text) => text };
const SEGMENT: HoleForm = { expression: '([^/]+)', read: decodeURIComponent };

const doubled: HoleForm = { expression: "((?:[^']|'')+)", read: (text) => text.replaceAll("''", "'") };
const escaped = (closing: string): HoleForm => ({
  expression: `((?:[^\\\\${closing}]|\\\\[^])+)`,
  read: (text) => text.replace(/\\([^])/gu, (_, sign: string) => sign),
});

/** As the documentation of each language reads a value between its quotes: written apart from the engine's encoders. */
const IN_LANGUAGE: Readonly<Record<Language, HoleForm>> = {
  odata: doubled,
  sql: doubled,
  nql: escaped("'"),
  sosl: escaped(QUOTES.sosl[1]),
  soql: {
    expression: escaped("'").expression,
    read: (text) => text.replace(/\\([^])/gu, (_, sign: string) => ({ n: '\n', r: '\r' })[sign] ?? sign),
  },
};

/** The pattern of a path: each hole is one segment, percent-encoded. */
export function pathPattern(text: string, config: Scope): Pattern {
  return patternOf(text, config, { form: SEGMENT, constant: encodeURIComponent });
}

/** The pattern of a text, in a language of filters or in none. */
export function textPattern(text: string, config: Scope, language?: Language): Pattern {
  return patternOf(text, config, { form: language === undefined ? PLAIN : IN_LANGUAGE[language], constant: (value) => value });
}

/** The pattern of a text in JSON: a hole that is all of it may have held any value. */
export function valuePattern(text: string, config: Scope): (value: JsonValue) => Captures | undefined {
  const [only, ...more] = parseTemplate(text);
  const read = textPattern(text, config);
  return (value) => {
    if (isHole(only) && more.length === 0 && only.path[0] !== 'config') return new Map([[only.path.join('.'), value]]);
    return typeof value === 'string' || typeof value === 'number' ? read(String(value)) : undefined;
  };
}

interface Forms {
  readonly form: HoleForm;
  readonly constant: (value: string) => string;
}

function patternOf(text: string, config: Scope, { form, constant }: Forms): Pattern {
  const parts = withConfig(parseTemplate(text), config, constant);
  const expression = new RegExp(`^${parts.map((part) => (isHole(part) ? form.expression : quoted(part))).join('')}$`, 'u');
  const holes = parts.filter(isHole);
  return (written) => {
    const found = expression.exec(written);
    if (found === null) return undefined;
    return joined(holes.map(({ path }, index) => new Map([[path.join('.'), form.read(found[index + 1] ?? '')]])));
  };
}

function withConfig(template: Template, config: Scope, constant: (value: string) => string): Template {
  return template.map((part) => (isHole(part) && part.path[0] === 'config' ? fill([part], { config }, constant) : part));
}

function isHole(part: string | Hole | undefined): part is Hole {
  return typeof part === 'object';
}

function quoted(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
