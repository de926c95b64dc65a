/** The largest value of a 16 and a 32 bit field; as a value it means "see the ZIP64 record" (APPNOTE 4.4.1.4). */
export const MAX_16 = 0xffff;
/** See {@link MAX_16}. */
export const MAX_32 = 0xffffffff;

/** Sizes are in the data descriptor behind the data (APPNOTE 4.4.4, bit 3). */
export const FLAG_DESCRIPTOR = 0x0008;
/** Names are UTF-8 (bit 11). */
export const FLAG_UTF8 = 0x0800;
/** Made on Unix, by rules of version 4.5. */
const MADE_BY = (3 << 8) | 45;
/** A regular file, `rw-r--r--` for Unix, "archive" for DOS. */
const ATTRIBUTES = ((0o100644 << 16) | 0x20) >>> 0;

/** What the headers of one entry say. */
export interface ZipEntryFacts {
  readonly name: Buffer;
  readonly flags: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly time: DosTime;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
}

/** A moment as ZIP has it: two 16 bit numbers, to two seconds. */
export interface DosTime {
  readonly time: number;
  readonly date: number;
}

/** The moment in UTC, so that the bytes do not depend on the machine's zone. Clamped to 1980–2107. */
export function dosTime(moment: Date): DosTime {
  const year = moment.getUTCFullYear();
  if (year < 1980) return { time: 0, date: 0x0021 };
  if (year > 2107) return { time: 0xbf7d, date: 0xff9f };
  return {
    time: (moment.getUTCHours() << 11) | (moment.getUTCMinutes() << 5) | (moment.getUTCSeconds() >> 1),
    date: ((year - 1980) << 9) | ((moment.getUTCMonth() + 1) << 5) | moment.getUTCDate(),
  };
}

/** The header in front of the data. With {@link FLAG_DESCRIPTOR} checksum and sizes are left zero. */
export function localHeader({ name, flags, method, time, crc, compressed, size }: ZipEntryFacts): Buffer {
  const later = (flags & FLAG_DESCRIPTOR) !== 0;
  const header = Buffer.allocUnsafe(30 + name.length);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt16LE(time.time, 10);
  header.writeUInt16LE(time.date, 12);
  header.writeUInt32LE(later ? 0 : crc, 14);
  header.writeUInt32LE(later ? 0 : compressed, 18);
  header.writeUInt32LE(later ? 0 : size, 22);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(0, 28);
  name.copy(header, 30);
  return header;
}

/** The record behind data whose size was not known in advance; with 64 bit sizes where they need it (APPNOTE 4.3.9.2). */
export function dataDescriptor({ crc, compressed, size }: Pick<ZipEntryFacts, 'crc' | 'compressed' | 'size'>): Buffer {
  const wide = compressed >= MAX_32 || size >= MAX_32;
  const record = Buffer.allocUnsafe(wide ? 24 : 16);
  record.writeUInt32LE(0x08074b50, 0);
  record.writeUInt32LE(crc, 4);
  if (wide) {
    record.writeBigUInt64LE(BigInt(compressed), 8);
    record.writeBigUInt64LE(BigInt(size), 16);
  } else {
    record.writeUInt32LE(compressed, 8);
    record.writeUInt32LE(size, 12);
  }
  return record;
}

/** The entry's record in the central directory; with all of its three 64 bit values where one of them needs it. */
export function centralHeader({ name, flags, method, time, crc, compressed, size, offset }: ZipEntryFacts): Buffer {
  const wide = compressed >= MAX_32 || size >= MAX_32 || offset >= MAX_32;
  const extra = wide ? zip64Extra([size, compressed, offset]) : Buffer.alloc(0);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(MADE_BY, 4);
  header.writeUInt16LE(wide ? 45 : 20, 6);
  header.writeUInt16LE(flags, 8);
  header.writeUInt16LE(method, 10);
  header.writeUInt16LE(time.time, 12);
  header.writeUInt16LE(time.date, 14);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(wide ? MAX_32 : compressed, 20);
  header.writeUInt32LE(wide ? MAX_32 : size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(ATTRIBUTES, 38);
  header.writeUInt32LE(wide ? MAX_32 : offset, 42);
  return Buffer.concat([header, name, extra]);
}

function zip64Extra(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + values.length * 8);
  extra.writeUInt16LE(0x0001, 0);
  extra.writeUInt16LE(values.length * 8, 2);
  values.forEach((value, index) => extra.writeBigUInt64LE(BigInt(value), 4 + index * 8));
  return extra;
}

/** The end of the file: how many entries, and where their directory lies; preceded by the ZIP64 records where they are needed. */
export function endOfDirectory(entries: number, offset: number, size: number): Buffer {
  const wide = entries >= MAX_16 || offset >= MAX_32 || size >= MAX_32;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(wide ? MAX_16 : entries, 8);
  end.writeUInt16LE(wide ? MAX_16 : entries, 10);
  end.writeUInt32LE(wide ? MAX_32 : size, 12);
  end.writeUInt32LE(wide ? MAX_32 : offset, 16);
  return wide ? Buffer.concat([zip64End(entries, offset, size), zip64Locator(offset + size), end]) : end;
}

function zip64End(entries: number, offset: number, size: number): Buffer {
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeUInt16LE(45, 12);
  record.writeUInt16LE(45, 14);
  record.writeBigUInt64LE(BigInt(entries), 24);
  record.writeBigUInt64LE(BigInt(entries), 32);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(BigInt(offset), 48);
  return record;
}

function zip64Locator(endOffset: number): Buffer {
  const record = Buffer.alloc(20);
  record.writeUInt32LE(0x07064b50, 0);
  record.writeBigUInt64LE(BigInt(endOffset), 8);
  record.writeUInt32LE(1, 16);
  return record;
}
