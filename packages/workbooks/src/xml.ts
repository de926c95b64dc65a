import sax from 'sax';
import { tooLarge, unreadable } from './workbook-error.js';

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

/** Elements within each other, beyond which no spreadsheet goes. */
const DEEPEST = 100;
const NOT_XML = 'a part of it is no XML';

/**
 * Reads an XML document from front to back, and gives control back after each piece of it. Throws `WorkbookError` where it is not
 * well-formed, has a document type (so no entity is ever expanded) or lies too deep.
 */
export async function* readXml(bytes: AsyncIterable<Uint8Array>, reader: XmlReader): AsyncGenerator<void, void, undefined> {
  const start = { isFound: false };
  const parser = parserOf(reader, start);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const piece of bytes) {
    parser.write(decoded(() => decoder.decode(piece, { stream: true })));
    yield;
  }
  parser.write(decoded(() => decoder.decode())).close();
  if (!start.isFound) throw unreadable(NOT_XML);
  yield;
}

/** Reads the whole of a document. Throws like {@link readXml}. */
export async function readWholeXml(bytes: AsyncIterable<Uint8Array>, reader: XmlReader): Promise<void> {
  const pieces = readXml(bytes, reader);
  while ((await pieces.next()).done !== true);
}

function parserOf(reader: XmlReader, start: { isFound: boolean }): sax.SAXParser {
  const parser = sax.parser(true, { xmlns: true });
  let depth = 0;
  parser.onerror = (): never => {
    throw unreadable(NOT_XML);
  };
  parser.ondoctype = (): never => {
    throw unreadable('a part of it declares a document type, which no spreadsheet writes');
  };
  parser.onopentag = (tag): void => {
    start.isFound = true;
    depth += 1;
    if (depth > DEEPEST) throw tooLarge('its elements lie too deep within each other');
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
  return parser;
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

function decoded(decode: () => string): string {
  try {
    return decode();
  } catch (cause) {
    throw unreadable(NOT_XML, undefined, cause);
  }
}
