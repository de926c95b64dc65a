import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sampleEntry } from '../testing/store-contract/samples.js';
import { chained, type ChainedEntry, EMPTY_TRAIL, type TrailHashing, type TrailHead, trailLine } from './trail-entry.js';
import { verifyTrail } from './verify-trail.js';

/** Enough of RFC 8785 for the entries here. */
function canonicalJson(value: unknown): string {
  if (value === undefined) throw new Error('No JSON.');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if ('refused' in value) throw new Error('No canonical form.');
  const names = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${names.map(([name, each]) => `${JSON.stringify(name)}:${canonicalJson(each)}`).join(',')}}`;
}

const HASHING: TrailHashing = { canonicalJson, sha256: (text) => createHash('sha256').update(text).digest('hex') };

function trailOf(length: number): readonly ChainedEntry[] {
  const entries: ChainedEntry[] = [];
  for (let index = 0; index < length; index += 1) {
    const entry = { ...sampleEntry({ id: `entry-${index}`, details: { count: index } }), at: new Date(index) };
    entries.push(chained(entry, entries.at(-1) ?? EMPTY_TRAIL, HASHING));
  }
  return entries;
}

const ENTRIES = trailOf(8);
const LINES = ENTRIES.map((entry) => trailLine(entry, HASHING));
const headAt = (sequence: number): TrailHead => ({ sequence, hash: ENTRIES[sequence - 1]!.hash });

describe('a trail (LOG-01)', () => {
  it('holds as it was written, and says what it has come to', async () => {
    expect(await verifyTrail(LINES, HASHING)).toEqual({ holds: true, entries: 8, head: headAt(8) });
    expect(await verifyTrail([], HASHING)).toEqual({ holds: true, entries: 0, head: EMPTY_TRAIL });
  });

  it('holds from a place on, and through a place', async () => {
    expect(await verifyTrail(LINES.slice(3), HASHING, { after: headAt(3) })).toEqual({
      holds: true,
      entries: 5,
      head: headAt(8),
    });
    expect(await verifyTrail(LINES, HASHING, { through: headAt(5) })).toMatchObject({ holds: true });
    expect(await verifyTrail(LINES.slice(0, 5), HASHING, { through: headAt(5) })).toMatchObject({ holds: true, entries: 5 });
  });

  it('does not hold where its end was cut off, or where it is another one', async () => {
    const cut = await verifyTrail(LINES.slice(0, 4), HASHING, { through: headAt(5) });
    expect(cut).toEqual({ holds: false, fault: 'cut-off', line: 5 });
    const other = await verifyTrail(LINES, HASHING, { through: { sequence: 5, hash: 'f'.repeat(64) } });
    expect(other).toEqual({ holds: false, fault: 'changed', line: 5 });
  });

  it('does not hold where a line is missing, doubled or moved, and says which', async () => {
    const fault = (lines: readonly string[]): Promise<unknown> => verifyTrail(lines, HASHING);
    expect(await fault(LINES.toSpliced(2, 1))).toEqual({ holds: false, fault: 'out-of-order', line: 3 });
    expect(await fault(LINES.toSpliced(2, 0, LINES[1]!))).toEqual({ holds: false, fault: 'out-of-order', line: 3 });
    expect(await fault(LINES.toSpliced(2, 2, LINES[3]!, LINES[2]!))).toEqual({ holds: false, fault: 'out-of-order', line: 3 });
    expect(await fault(LINES.slice(1))).toEqual({ holds: false, fault: 'out-of-order', line: 1 });
  });

  it('does not hold where an entry was replaced by one that is right in itself', async () => {
    const forged = chained({ ...ENTRIES[2]!, outcome: 'refused' }, headAt(2), HASHING);
    const replaced = LINES.toSpliced(2, 1, trailLine(forged, HASHING));
    expect(await verifyTrail(replaced, HASHING)).toEqual({ holds: false, fault: 'broken-chain', line: 4 });
    const renamed = LINES.toSpliced(2, 1, trailLine({ ...forged, hash: ENTRIES[2]!.hash }, HASHING));
    expect(await verifyTrail(renamed, HASHING)).toEqual({ holds: false, fault: 'changed', line: 3 });
  });

  it.each(['', 'null', '[]', '7', '{', '{}', '{"refused":1}', '{"hash":1}', `${LINES[0]!} `, ` ${LINES[0]!}`])(
    'does not hold with a line that is no entry: %j',
    async (line) => {
      expect(await verifyTrail([line], HASHING)).toEqual({ holds: false, fault: 'unreadable', line: 1 });
    },
  );

  it('does not hold after any change of any character', async () => {
    const text = LINES.join('\n');
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.string({ unit: 'binary', maxLength: 2 }), async (place, insert) => {
        const changed = text.slice(0, place) + insert + text.slice(place + 1);
        fc.pre(changed !== text);
        expect((await verifyTrail(changed.split('\n'), HASHING, { through: headAt(8) })).holds).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
