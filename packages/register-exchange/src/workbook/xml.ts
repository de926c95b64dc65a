import sax from 'sax';
import { tooLarge, unreadable, WORKBOOK_LIMITS } from './limits.js';

/** An element as it begins: its name and its attributes by their local names. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** What is done with a document as it is read. */
export interface XmlReader {
  readonly open: (element: XmlElement) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

const NOT_XML = 'a part of it is no XML';
const SAVE_AGAIN = 'open it in a spreadsheet and save it again';

/**
 * Reads an XML document from front to back. Throws `InvalidInputError` where it is not well-formed, has a document type (so no
 * entity is ever expanded) or lies too deep.
 */
export function readXml(bytes: Uint8Array, file: string, reader: XmlReader): void {
  const parser = sax.parser(true, { xmlns: true });
  let depth = 0;
  parser.onerror = (): never => {
    throw unreadable(file, NOT_XML, SAVE_AGAIN);
  };
  parser.ondoctype = (): never => {
    throw unreadable(file, 'a part of it declares a document type, which no spreadsheet writes', SAVE_AGAIN);
  };
  parser.onopentag = (tag): void => {
    depth += 1;
    if (depth > WORKBOOK_LIMITS.depth) throw tooLarge(file, 'its elements lie too deep within each other');
    reader.open(elementOf(tag as sax.QualifiedTag));
  };
  parser.onclosetag = (name): void => {
    depth -= 1;
    reader.close?.(localName(name));
  };
  const text = (part: string): void => {
    reader.text?.(part);
  };
  parser.ontext = text;
  parser.oncdata = text;
  parser.write(decode(bytes, file)).close();
}

function elementOf({ local, attributes }: sax.QualifiedTag): XmlElement {
  const named = new Map<string, string>();
  for (const attribute of Object.values(attributes)) {
    if (!named.has(attribute.local)) named.set(attribute.local, attribute.value);
  }
  return { name: local, attributes: named };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(file, NOT_XML, SAVE_AGAIN);
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** A text as it stands in an element or an attribute. */
export function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"\n\t]/gu, (sign) => ESCAPES[sign] ?? sign);
}

/** The line that XML documents begin with. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
