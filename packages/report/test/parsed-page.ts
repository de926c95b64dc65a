import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** A page as an HTML parser that browsers agree with reads it. */
export interface ParsedPage {
  /** Its code names of what is not well-formed. */
  readonly errors: readonly string[];
  readonly elements: readonly Element[];
  /** All text, with line ends where lines end. */
  readonly text: string;
}

/** Reads a page. */
export function parsePage(html: string): ParsedPage {
  const errors: string[] = [];
  const document = parse(html, { onParseError: ({ code }) => errors.push(code) });
  const nodes = walk(document.childNodes);
  const elements = nodes.filter((node): node is Element => 'tagName' in node);
  const pieces = nodes.map((node) => ('value' in node ? node.value : node.nodeName === 'br' ? '\n' : ''));
  return { errors, elements, text: pieces.join('') };
}

/** The value of an attribute. */
export function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((each) => each.name === name)?.value;
}

function walk(nodes: readonly Node[]): readonly Node[] {
  return nodes.flatMap((node) => [node, ...('childNodes' in node ? walk(node.childNodes) : [])]);
}
