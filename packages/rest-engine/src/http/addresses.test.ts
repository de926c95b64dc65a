import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addressPolicy } from './addresses.js';

const isPublic = addressPolicy([]);
const everything = addressPolicy(['0.0.0.0/0', '::/0']);

/** Addresses of our own machine and network, and such that nobody's machine has. */
const PRIVATE = [
  ['127.0.0.1', '127.1.2.3', '0.0.0.0', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', '198.18.0.1'],
  ['192.0.2.1', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
  ['::', '::1', 'fc00::1', 'fd12:3456::1', 'fec0::1', 'ff02::1', '2001:db8::1', '100::1', '2001::1'],
  [
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::127.0.0.1',
    '::ffff:0:127.0.0.1',
    '64:ff9b::127.0.0.1',
    '64:ff9b:1::7f00:1',
    '2002:7f00:1::',
  ],
  ['::ffff:10.0.0.1', '64:ff9b::10.0.0.1', '2002:c0a8:101::1'],
].flat();

/** Where clouds hand out credentials. */
const METADATA = [
  [
    '169.254.169.254',
    '169.254.170.2',
    'fe80::1',
    'fe80::1%eth0',
    'fd00:ec2::254',
    '100.100.100.200',
    '168.63.129.16',
    '192.0.0.192',
  ],
  [
    'fd20:ce::254',
    '::ffff:169.254.169.254',
    '::ffff:a9fe:a9fe',
    '64:ff9b::169.254.169.254',
    '2002:a9fe:a9fe::',
    '::169.254.169.254',
  ],
  ['::ffff:100.100.100.200', '::ffff:168.63.129.16'],
].flat();

describe('an address', () => {
  it.each(['8.8.8.8', '93.184.215.14', '2606:4700::1111', '::ffff:8.8.8.8', '64:ff9b::8.8.8.8', '2002:808:808::1'])(
    '%s is public',
    (address) => {
      expect(isPublic(address)).toBe(true);
    },
  );

  it.each(PRIVATE)('%s is refused, unless its network is allowed', (address) => {
    expect([isPublic(address), everything(address)]).toEqual([false, true]);
  });

  it.each(METADATA)('%s is refused, whatever is allowed', (address) => {
    expect([isPublic(address), everything(address)]).toEqual([false, false]);
  });

  it.each(['', 'localhost', '256.1.1.1', '1.2.3.4.5', ':::', 'example.org'])('“%s” is none, and refused', (text) => {
    expect([isPublic(text), everything(text)]).toEqual([false, false]);
  });

  it('within an IPv6 address is refused as it is by itself', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.constantFrom('::ffff:', '64:ff9b::', '::ffff:0:'), (address, prefix) => {
        expect(isPublic(`${prefix}${address}`)).toBe(isPublic(address));
      }),
    );
  });

  it('is allowed by its own network, and no further', () => {
    const allowed = addressPolicy(['10.1.0.0/16', 'fd12::/16']);
    expect(['10.1.2.3', '::ffff:10.1.2.3', 'fd12::1', '10.2.0.1', 'fd13::1'].map(allowed)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('a private network', () => {
  it.each(['10.0.0.0', '10.0.0.0/33', 'office', ''])('“%s” is none', (text) => {
    expect(() => addressPolicy([text])).toThrow('is none');
  });
});
