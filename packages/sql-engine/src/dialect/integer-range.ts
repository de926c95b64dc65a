const BITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:tinyint|int1)\b/u, 8],
  [/^(?:smallint|int2|smallserial)\b/u, 16],
  [/^(?:mediumint|int3)\b/u, 24],
  [/^(?:bigint|int8|bigserial)\b/u, 64],
  [/^(?:integer|int|int4|serial)\b/u, 32],
];

/** Whether an integer type, as a catalogue prints it, can hold a number. Unknown types are taken to have 64 bits. */
export function fitsInteger(nativeType: string, digits: string): boolean {
  const type = nativeType.toLowerCase();
  const bits = BigInt(BITS.find(([pattern]) => pattern.test(type))?.[1] ?? 64);
  const value = BigInt(digits);
  if (type.includes('unsigned')) return value >= 0n && value < 1n << bits;
  return value >= -(1n << (bits - 1n)) && value < 1n << (bits - 1n);
}
