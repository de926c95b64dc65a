import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** One element as the parser of browsers reads it. */
export interface ParsedElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The text in it, as it stands. */
  readonly text: string;
}

/** A page, read: what is not well-formed, and its elements in order. */
export function readPage(html: string): { readonly errors: readonly string[]; readonly elements: readonly ParsedElement[] } {
  const errors: string[] = [];
  const { childNodes } = parse(html, { onParseError: ({ code }) => errors.push(code) });
  return { errors, elements: childNodes.flatMap(elementsOf) };
}

function elementsOf(node: Node): readonly ParsedElement[] {
  if (!('tagName' in node)) return [];
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  return [{ tag: node.tagName, attributes, text: textOf(node) }, ...node.childNodes.flatMap(elementsOf)];
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
