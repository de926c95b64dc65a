import { readFileSync } from 'node:fs';

/** The characters that a TrueType font has a sign for, by its own table (OpenType `cmap`, format 12 or 4). Throws where it has neither. */
export function charactersOf(fontFile: string): ReadonlySet<number> {
  const font = readFileSync(fontFile);
  const cmap = tableAt(font, 'cmap');
  const tables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, index) => cmap + font.readUInt32BE(cmap + 8 + index * 8),
  );
  const best = [12, 4].flatMap((format) => tables.filter((at) => font.readUInt16BE(at) === format))[0];
  if (best === undefined) throw new Error('A font has no table of Unicode characters.');
  return new Set(font.readUInt16BE(best) === 12 ? groups(font, best) : segments(font, best));
}

function tableAt(font: Buffer, name: string): number {
  const count = font.readUInt16BE(4);
  const entries = Array.from({ length: count }, (_, index) => 12 + index * 16);
  const entry = entries.find((at) => font.toString('latin1', at, at + 4) === name);
  if (entry === undefined) throw new Error(`A font has no ${name} table.`);
  return font.readUInt32BE(entry + 8);
}

function* groups(font: Buffer, at: number): Generator<number> {
  const count = font.readUInt32BE(at + 12);
  for (let index = 0; index < count; index += 1) {
    const group = at + 16 + index * 12;
    const [first, last] = [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
    for (let code = first; code <= last; code += 1) yield code;
  }
}

function* segments(font: Buffer, at: number): Generator<number> {
  const size = font.readUInt16BE(at + 6);
  for (let index = 0; index < size; index += 2) {
    const end = font.readUInt16BE(at + 14 + index);
    const start = font.readUInt16BE(at + 16 + size + index);
    for (let code = start; code <= end && code < 0xffff; code += 1)
      if (glyph(font, { at, size, index, code, start }) !== 0) yield code;
  }
}

function glyph(
  font: Buffer,
  { at, size, index, code, start }: Readonly<Record<'at' | 'size' | 'index' | 'code' | 'start', number>>,
): number {
  const delta = font.readUInt16BE(at + 16 + 2 * size + index);
  const rangeAt = at + 16 + 3 * size + index;
  const range = font.readUInt16BE(rangeAt);
  if (range === 0) return (code + delta) & 0xffff;
  return font.readUInt16BE(rangeAt + range + 2 * (code - start));
}
