import { readFileSync } from 'node:fs';

/** The format of a table of characters with groups of 32 bits, which all our fonts have. */
const GROUPS = 12;

/** The characters that a TrueType font has a sign for, by its own table (OpenType `cmap`, format 12). Throws where it has none. */
export function charactersOf(fontFile: string): ReadonlySet<number> {
  const font = readFileSync(fontFile);
  const cmap = tableAt(font, 'cmap');
  const tables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, index) => cmap + font.readUInt32BE(cmap + 8 + index * 8),
  );
  const groups = tables.find((at) => font.readUInt16BE(at) === GROUPS);
  if (groups === undefined) throw new Error('A font has no table of all Unicode characters.');
  return new Set(charactersIn(font, groups));
}

function tableAt(font: Buffer, name: string): number {
  const count = font.readUInt16BE(4);
  const entries = Array.from({ length: count }, (_, index) => 12 + index * 16);
  const entry = entries.find((at) => font.toString('latin1', at, at + 4) === name);
  if (entry === undefined) throw new Error(`A font has no ${name} table.`);
  return font.readUInt32BE(entry + 8);
}

function* charactersIn(font: Buffer, at: number): Generator<number> {
  const count = font.readUInt32BE(at + 12);
  for (let index = 0; index < count; index += 1) {
    const group = at + 16 + index * 12;
    const [first, last] = [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
    for (let code = first; code <= last; code += 1) yield code;
  }
}
