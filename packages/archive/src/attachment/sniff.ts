/** What the first bytes of a file tell about it. */
export interface SniffedType {
  /** Without a dot; `bin` where nothing is known or the type could act when it is opened. */
  readonly extension: string;
  readonly mediaType: string;
  /** Whether its bytes are compressed already, so that compressing again is in vain. */
  readonly packed: boolean;
}

/** How many bytes {@link sniff} wants to see. */
export const SNIFFED_BYTES = 4096;

type Signature = readonly [extension: string, mediaType: string, packed: boolean, magic: string, offset?: number];

/** By the formats' own specifications; `?` is any byte. Text and markup are left out on purpose, see {@link sniff}. */
const SIGNATURES: readonly Signature[] = [
  ['jpg', 'image/jpeg', true, '\xff\xd8\xff'],
  ['png', 'image/png', true, '\x89PNG\r\n\x1a\n'],
  ['gif', 'image/gif', true, 'GIF8'],
  ['webp', 'image/webp', true, 'RIFF????WEBP'],
  ['avif', 'image/avif', true, 'ftypavif', 4],
  ['heic', 'image/heic', true, 'ftyphei', 4],
  ['tif', 'image/tiff', false, 'II*\0'],
  ['tif', 'image/tiff', false, 'MM\0*'],
  ['bmp', 'image/bmp', false, 'BM????\0\0\0\0'],
  ['pdf', 'application/pdf', false, '%PDF-'],
  ['mp4', 'video/mp4', true, 'ftyp', 4],
  ['webm', 'video/webm', true, '\x1a\x45\xdf\xa3'],
  ['mp3', 'audio/mpeg', true, 'ID3'],
  ['ogg', 'application/ogg', true, 'OggS'],
  ['flac', 'audio/flac', true, 'fLaC'],
  ['wav', 'audio/wav', false, 'RIFF????WAVE'],
  ['gz', 'application/gzip', true, '\x1f\x8b\x08'],
  ['7z', 'application/x-7z-compressed', true, "7z\xbc\xaf'\x1c"],
];

const OFFICE: readonly (readonly [folder: string, extension: string, mediaType: string])[] = [
  ['word/', 'docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/', 'xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/', 'pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
];

const UNKNOWN: SniffedType = { extension: 'bin', mediaType: 'application/octet-stream', packed: false };
const TEXT: SniffedType = { extension: 'txt', mediaType: 'text/plain', packed: false };

/**
 * What a file is, by its first bytes and never by the name the source gives it. HTML, SVG and scripts are `txt`: they
 * open as text, and run nowhere. Programs and old Office files, which may carry macros, are `bin`.
 */
export function sniff(head: Uint8Array): SniffedType {
  const text = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1');
  const found = SIGNATURES.find(([, , , magic, offset = 0]) => matches(text, magic, offset));
  if (found !== undefined) return { extension: found[0], mediaType: found[1], packed: found[2] };
  if (text.startsWith('PK\x03\x04')) return sniffZip(text);
  return isText(head) ? TEXT : UNKNOWN;
}

function matches(text: string, magic: string, offset: number): boolean {
  if (text.length < offset + magic.length) return false;
  return magic.split('').every((char, index) => char === '?' || text[offset + index] === char);
}

function sniffZip(text: string): SniffedType {
  const office = OFFICE.find(([folder]) => text.includes(folder));
  if (office !== undefined) return { extension: office[1], mediaType: office[2], packed: true };
  return { extension: 'zip', mediaType: 'application/zip', packed: true };
}

/** UTF-8 without control characters, but for tab and line ends. A character cut off by the end of the head is forgiven. */
function isText(head: Uint8Array): boolean {
  if (head.length === 0) return false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text);
  } catch {
    return false; // not UTF-8: an answer, not a fault
  }
}
