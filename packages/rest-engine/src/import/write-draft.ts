import { readYaml } from '@habeas/connector-sdk';
import { Document, isCollection, isMap, isNode, isScalar } from 'yaml';
import { z } from 'zod';
import type { Group } from './given.js';

/** Something that a human must still decide, and the line of the draft that it is about. */
export interface Decision {
  readonly line: number;
  readonly what: string;
}

/** A question, and where in the draft it stands. */
export interface Question {
  readonly path: readonly PropertyKey[];
  readonly what: string;
}

const WIDTH = 130;

/** Writes a draft as YAML, each question as a comment above what it is about, and tells the line of each. */
export function writeDraft(
  draft: Group,
  questions: readonly Question[],
  title: string,
): { text: string; decisions: readonly Decision[] } {
  const document = new Document(draft);
  const ofTheFile = questions.filter(({ path }) => path.length === 0).map(({ what }) => ` decide: ${what}`);
  document.commentBefore = [` ${title}`, ...ofTheFile].join('\n');
  for (const { path, what } of questions) remark(document, path, what);
  inlineShort(document);
  const text = document.toString({ lineWidth: WIDTH, singleQuote: true, flowCollectionPadding: true });
  const { faultAt } = readYaml(text, 'draft', z.unknown());
  const decisions = questions.map(({ path, what }) => ({ line: faultAt(path, what).line ?? 1, what }));
  return { text, decisions: decisions.sort((a, b) => a.line - b.line) };
}

/** A comment stands above the key that it is about, or the nearest that there is. */
function remark(document: Document, path: readonly PropertyKey[], what: string): void {
  const node = commented(document, path);
  const line = ` decide: ${what}`;
  if (node !== undefined) node.commentBefore = node.commentBefore == null ? line : `${node.commentBefore}\n${line}`;
}

interface Commented {
  commentBefore?: string | null;
}

function commented(document: Document, path: readonly PropertyKey[]): Commented | undefined {
  if (path.length === 0) return undefined;
  const above = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  if (isMap(above)) {
    const pair = above.items.find(({ key }) => isScalar(key) && key.value === last);
    if (pair !== undefined && isNode(pair.key)) return pair.key;
  }
  const item: unknown = isCollection(above) ? above.get(last, true) : undefined;
  return isNode(item) ? item : commented(document, path.slice(0, -1));
}

/** Groups without comments that fit on a line are written on one. */
function inlineShort(document: Document): void {
  const inline = (node: unknown): boolean => {
    if (!isCollection(node)) return isScalar(node) ? node.commentBefore == null : true;
    const parts = node.items.map((item) => {
      if (isNode(item)) return inline(item);
      const pair = item as { key: unknown; value: unknown };
      const [key, value] = [inline(pair.key), inline(pair.value)];
      return key && value;
    });
    const fits = JSON.stringify(node.toJSON()).length < WIDTH - 40;
    const may = parts.every(Boolean) && fits && node.commentBefore == null;
    if (may) node.flow = true;
    return may;
  };
  inline(document.contents);
}
