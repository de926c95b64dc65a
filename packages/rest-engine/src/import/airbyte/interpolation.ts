import { refHole } from '../holes.js';
import type { Filled } from '../request.js';
import { holeName, type Settings } from '../settings.js';

/** What the partitions of a stream hold, by name: a field of a parent's record, or a value. */
export type Partitions = ReadonlyMap<string, { readonly endpoint: string; readonly field: string } | { readonly value: string }>;

const HOLE = /\{\{(.*?)\}\}/gsu;
const STEP =
  /^(?:\.get\(\s*['"]([^'"]+)['"]\s*(?:,\s*(?:\{\s*\}|None|none|''|""|\[\s*\])\s*)?\)|\[\s*['"]([^'"]+)['"]\s*\]|\[\s*(-?\d+)\s*\]|\.([A-Za-z_]\w*))/u;

/** The steps of an expression that only goes down into something: `config['a'].b` is `config`, `a`, `b`. */
export function stepsOf(expression: string): readonly string[] | undefined {
  const text = expression.trim();
  const root = /^[A-Za-z_]\w*/u.exec(text)?.[0];
  if (root === undefined) return undefined;
  const steps = [root];
  for (let rest = text.slice(root.length).trim(); rest !== '';) {
    const found = STEP.exec(rest);
    if (found === null) return undefined;
    steps.push(found.slice(1).filter(Boolean).join(''));
    rest = rest.slice(found[0].length).trim();
  }
  return steps;
}

/** The one expression that a text is, without its braces; nothing where there is more, or less. */
export function expressionIn(text: string): string {
  return /^\s*\{\{([^{}]*(?:\{\s*\}[^{}]*)*)\}\}\s*$/su.exec(text)?.[1]?.trim() ?? text.trim();
}

/** The name of a setting that lies in groups: `credentials.token` is `credentials_token`. */
export function settingName(steps: readonly string[]): string {
  return holeName(steps.join('_'));
}

/** Puts holes of a manifest in place of the expressions of a request. */
export function filled(text: string, settings: Settings, partitions: Partitions): Filled {
  const unknown: string[] = text.includes('${') ? ['a text that a manifest would take for a hole'] : [];
  const result = text.replaceAll(HOLE, (hole, expression: string) => {
    const put = holeOf(stepsOf(expression), settings, partitions);
    if (put === undefined) unknown.push(hole);
    return put ?? '';
  });
  return unknown.length === 0 ? { text: result } : { unknown };
}

const PARTITIONED = ['stream_partition', 'stream_slice'];

function holeOf(steps: readonly string[] | undefined, settings: Settings, partitions: Partitions): string | undefined {
  const [root, ...path] = steps ?? [];
  if (root === 'config' && path.length > 0) return settings.inRequest(settingName(path));
  const partition = PARTITIONED.includes(root ?? '') && path.length === 1 ? partitions.get(path.join('')) : undefined;
  if (partition === undefined) return undefined;
  return 'value' in partition ? partition.value : refHole(partition);
}

/** Puts settings in place of the expressions of an authenticator; what cannot be read stays, and is told. */
export function signed(text: string, settings: Settings, isCredential: boolean): Filled {
  const unknown: string[] = [];
  const result = text.replaceAll(HOLE, (hole, expression: string) => {
    const [root, ...path] = stepsOf(expression) ?? [];
    if (root === 'config' && path.length > 0) return settings.inAuth(settingName(path), isCredential);
    unknown.push(hole);
    return '';
  });
  return unknown.length === 0 ? { text: result } : { unknown };
}
