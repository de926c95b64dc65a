import type { Group } from './given.js';

/** A text of the file with holes of the manifest in place of its own, or what in it has no counterpart. */
export type Filled = { readonly text: string } | { readonly unknown: readonly string[] };
/** Puts holes of the manifest in place of the file's own. */
export type Fill = (text: string) => Filled;

/** A request as either format says it. */
export interface AskedFor {
  readonly method: string;
  readonly path: string;
  readonly query: readonly (readonly [string, unknown])[];
  readonly headers: readonly (readonly [string, unknown])[];
  readonly body?: unknown;
}

/** A request of a manifest, and what of the file's is not in it. */
export interface RequestDraft {
  readonly request: Group;
  readonly notes: readonly string[];
  /** Why it cannot be made at all. */
  readonly broken: readonly string[];
}

const FALLS_AWAY = /^content-type$/iu;

/** Makes a request of a manifest. A parameter that cannot be expressed falls away and is told; a path that cannot breaks it. */
export function draftRequest({ method, path, query, headers, body }: AskedFor, fill: Fill): RequestDraft {
  const verb = method.toUpperCase();
  const isPost = verb === 'POST';
  const notes = isPost ? ['it is a POST: see that it is a search and changes nothing'] : [];
  const [address = ''] = path.split('?', 1);
  const inPath = path.slice(address.length + 1);
  const { text, broken } = pathOf(fill(address.trim()));
  if (!isPost && verb !== 'GET') broken.push(`it is read with ${verb}`);
  const asked = values([...queryOf(inPath), ...query], 'parameter', fill, notes);
  const kept = values(
    headers.filter(([name]) => !FALLS_AWAY.test(name)),
    'header',
    fill,
    notes,
  );
  notes.push(...formNotes(headers));
  const posted = isPost && body !== undefined ? { body: bodyOf(body, fill, notes) } : {};
  const request = { [isPost ? 'post' : 'get']: text, ...named('query', asked), ...named('headers', texts(kept)), ...posted };
  return { request, notes, broken };
}

function pathOf(filled: Filled): { text: string; broken: string[] } {
  if ('unknown' in filled) return { text: '/', broken: [`its path names ${filled.unknown.join(', ')}`] };
  return { text: filled.text.replace(/^\/*/u, '/'), broken: [] };
}

function named(name: string, group: Group): Group {
  return Object.keys(group).length === 0 ? {} : { [name]: group };
}

function queryOf(text: string): readonly (readonly [string, string])[] {
  return text === '' ? [] : [...new URLSearchParams(text)];
}

function formNotes(headers: AskedFor['headers']): readonly string[] {
  return headers
    .filter(([name, value]) => FALLS_AWAY.test(name) && !String(value).includes('json'))
    .map(([, value]) => `its body is ${String(value)}, and a manifest posts JSON`);
}

function values(
  pairs: AskedFor['query'],
  called: 'parameter' | 'header',
  fill: Fill,
  notes: string[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    pairs.flatMap(([name, value]): (readonly [string, unknown])[] => {
      if (typeof value === 'number' || typeof value === 'boolean') return [[name, value]];
      if (typeof value !== 'string') {
        notes.push(`the ${called} ${name} is no plain value, and is left out`);
        return [];
      }
      const filled = fill(value);
      if ('unknown' in filled) {
        notes.push(`the ${called} ${name} names ${filled.unknown.join(', ')}, and is left out`);
        return [];
      }
      return filled.text === '' ? [] : [[name, called === 'parameter' ? inLanguage(name, filled.text, notes) : filled.text]];
    }),
  );
}

function texts(group: Group): Group {
  return Object.fromEntries(Object.entries(group).map(([name, value]) => [name, String(value)]));
}

const LANGUAGES = [
  { language: 'soql', is: /^\s*select\s/iu },
  { language: 'odata', is: /\s(?:eq|ne)\s'/iu },
] as const;
const QUOTED = /'\$\{[^}]*\}'/gu;

/** A filter whose holes stand in quotes is written in its language; of any other that is more than a hole, a human is asked. */
function inLanguage(name: string, text: string, notes: string[]): unknown {
  if (!/\$\{(?:id|ref\.[^}]*)\}/u.test(text) || /^\$\{[^}]*\}$/u.test(text)) return text;
  const language = LANGUAGES.find(({ is }) => is.test(text))?.language;
  if (language !== undefined && !text.replaceAll(QUOTED, '').includes('${')) return { [language]: text };
  notes.push(`the parameter ${name} puts a value into a text: see that the value cannot break out of it`);
  return text;
}

function bodyOf(body: unknown, fill: Fill, notes: string[]): unknown {
  const value = typeof body === 'string' ? parsed(body) : body;
  if (value === undefined) {
    notes.push('its body is no JSON, and is left out');
    return undefined;
  }
  return within(value, fill, notes);
}

/** JSON whose placeholders may stand without quotes. */
function parsed(text: string): unknown {
  const quoted = text.replaceAll(/(?<=[[,:]\s*)(<[\w.-]+>)(?=\s*[\],}])/gu, '"$1"');
  try {
    return JSON.parse(quoted) as unknown;
  } catch {
    return undefined;
  }
}

function within(value: unknown, fill: Fill, notes: string[]): unknown {
  if (Array.isArray(value)) return value.map((inner: unknown) => within(inner, fill, notes));
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([name, inner]: [string, unknown]) => [name, within(inner, fill, notes)] as const);
    return Object.fromEntries(members.filter(([, inner]) => inner !== undefined));
  }
  if (typeof value !== 'string') return value;
  const filled = fill(value);
  if ('text' in filled) return filled.text;
  notes.push(`its body names ${filled.unknown.join(', ')}, which is left out`);
  return undefined;
}
