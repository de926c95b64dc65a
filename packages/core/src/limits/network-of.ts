import { Secret } from '@habeas/connector-sdk';

/** What nobody outside can have: the machine itself, and networks of its own. A proxy stands there, or the operator. */
const INSIDE =
  /^(?:0\.|10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|::1?$|f[cd][\da-f]{2}:|fe[89ab][\da-f]:)/iu;

/**
 * The network that an address belongs to, as one person can have it: 256 addresses of IPv4, and a /56 of IPv6. Nothing for an address that is
 * not outside, or none: behind a proxy that is not trusted everybody would share it.
 */
export function networkOf(address: string | undefined): Secret<string> | undefined {
  const plain = (address ?? '').replace(/^::ffff:(?=\d+\.)/iu, '');
  if (plain === '' || INSIDE.test(plain)) return undefined;
  if (/^\d+\.\d+\.\d+\.\d+$/u.test(plain)) return new Secret(`${plain.split('.').slice(0, 3).join('.')}.0/24`);
  return /^[\da-f:]+$/iu.test(plain) ? new Secret(`${prefixOf(plain.toLowerCase())}/56`) : undefined;
}

/** The first seven bytes of an IPv6 address, in full. */
function prefixOf(address: string): string {
  const gapAt = address.indexOf('::');
  const head = gapAt === -1 ? address : address.slice(0, gapAt);
  const tail = gapAt === -1 ? undefined : address.slice(gapAt + 2);
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  const hex = [...before, ...gap, ...after].map((part) => part.padStart(4, '0')).join('');
  return hex.slice(0, 14);
}
