import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  Parser,
  type Range,
  visit,
} from 'yaml';
import type { Document } from 'yaml';
import { type InputFault, InvalidInputError } from '../errors.js';

/** Larger files are refused unread: nobody reviews a configuration of a million bytes. */
const MOST_BYTES = 1_000_000;
/** Enough for people who reuse a block; too few for a document that grows when it is expanded. */
const MOST_ALIASES = 20;
/** The parser recurses, and a document made to be deep ends the process. */
const DEEPEST = 60;
/** One missing bracket can make a fault of every line after it. */
const MOST_FAULTS = 20;

const REFUSED_KEYS: ReadonlyMap<unknown, Omit<Refused, 'offset'>> = new Map([
  ['<<', { what: 'merge keys (<<) are not part of this format', remedy: 'write the keys out' }],
  [
    '__proto__',
    { what: '"__proto__" cannot be a key', remedy: 'for a column of that name, choose another and add column: __proto__' },
  ],
]);

/** What the parser says in its own terms, in ours. */
const PLAINER: ReadonlyMap<string, { what: string; remedy: string }> = new Map([
  ['DUPLICATE_KEY', { what: 'this key stands here already', remedy: 'keep one of the two' }],
  ['TAG_RESOLVE_FAILED', { what: 'tags (!name) are not part of this format', remedy: 'remove it' }],
  ['BAD_COLLECTION_TYPE', { what: 'tags (!name) are not part of this format', remedy: 'remove it' }],
  ['MULTIPLE_DOCS', { what: 'a second document begins here (---)', remedy: 'keep one document in a file' }],
]);

/** A list, a group of keys or an alias in a key's place. */
const NO_TEXT = { what: 'a key is text', remedy: 'put it in quotes' };

/** A document whose syntax is right, and where things stand in it. */
export interface YamlDocument {
  /** Its value, with every alias expanded. */
  readonly value: unknown;
  /** The fault at a path; the nearest ancestor that exists gives the line. */
  readonly faultAt: (path: readonly PropertyKey[], what: string, remedy?: string) => InputFault;
}

/**
 * Parses YAML 1.2 by the core schema: unique keys, no merge keys, no tags of its own, at most 20 aliases, 1 MB and 60
 * levels. Throws `InvalidInputError` with every fault of syntax, each with its line.
 */
export function parseYaml(text: string, file: string): YamlDocument {
  refuseHuge(text, file);
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'core',
    uniqueKeys: true,
    merge: false,
    lineCounter: lines,
    prettyErrors: false,
  });
  const at = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const broken = [...document.errors, ...document.warnings].slice(0, MOST_FAULTS);
  const faults = [
    ...broken.map(({ code, message, pos }) => ({ file, ...at(pos[0]), ...(PLAINER.get(code) ?? { what: message }) })),
    ...refusedParts(document).map(({ offset, ...fault }) => ({ file, ...at(offset), ...fault })),
  ];
  if (faults.length > 0) throw new InvalidInputError(faults);
  return {
    value: plainValue(document, file),
    faultAt: (path, what, remedy) => ({
      file,
      ...at(nearestOffset(document, path)),
      path: path.map(String).join('.'),
      what,
      ...(remedy === undefined ? {} : { remedy }),
    }),
  };
}

function refuseHuge(text: string, file: string): void {
  if (Buffer.byteLength(text) > MOST_BYTES) {
    throw new InvalidInputError([{ file, what: 'the file is larger than 1 MB', remedy: 'split it' }]);
  }
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    Array.from(parser.next(lexeme));
    if (parser.stack.length > DEEPEST) {
      throw new InvalidInputError([{ file, what: `the file is nested more than ${String(DEEPEST)} levels deep` }]);
    }
  }
}

interface Refused {
  readonly offset: number;
  readonly what: string;
  readonly remedy: string;
}

/** What YAML allows and would not mean what it seems to: merge keys, the key that JavaScript treats specially, endless values. */
function refusedParts(document: Document.Parsed): readonly Refused[] {
  const refused: Refused[] = [];
  visit(document, {
    Pair: (_position, { key }) => {
      const reason = isScalar(key) ? REFUSED_KEYS.get(key.value) : NO_TEXT;
      if (reason !== undefined) refused.push({ offset: offsetOf(key as Node), ...reason });
    },
    Alias: (_position, alias, ancestors) => {
      const target = alias.resolve(document);
      const isEndless = (ancestors as readonly unknown[]).includes(target);
      if (target !== undefined && !isEndless) return;
      const what = `*${alias.source} ${isEndless ? 'contains itself' : 'leads nowhere'}`;
      refused.push({ offset: offsetOf(alias), what, remedy: 'write out what was meant' });
    },
  });
  return refused;
}

/** Every node that was parsed has a range. */
function offsetOf({ range }: Node): number {
  return (range as Range)[0];
}

function plainValue(document: Document.Parsed, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES }) as unknown;
  } catch {
    // What is read by the core schema and has no alias to nothing fails by the number of its aliases only.
    throw new InvalidInputError([{ file, what: 'too many aliases (*name)', remedy: 'write the repeated parts out' }]);
  }
}

/** Where the key (or, in a list, the item) at the end of the path stands; for a path that leads nowhere, its nearest ancestor. */
function nearestOffset(document: Document.Parsed, path: readonly PropertyKey[]): number {
  let offset = 0;
  let node: unknown = document.contents;
  for (const step of path) {
    const found = child(isAlias(node) ? node.resolve(document) : node, step);
    if (found === undefined) break;
    offset = offsetOf(found.at);
    node = found.value;
  }
  return offset;
}

function child(node: unknown, step: PropertyKey): { at: Node; value: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item: Pair) => isScalar(item.key) && String(item.key.value) === String(step));
    return isScalar(pair?.key) ? { at: pair.key, value: pair.value } : undefined;
  }
  const item: unknown = isSeq(node) && typeof step === 'number' ? node.get(step, true) : undefined;
  return isNode(item) ? { at: item, value: item } : undefined;
}
