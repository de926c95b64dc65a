import ipaddr, { type IPv4, type IPv6 } from 'ipaddr.js';
import { ConnectorError } from '@habeas/connector-sdk';

type Address = IPv4 | IPv6;
/** A range of addresses: its base, and how many bits of it count. */
type Network = readonly [Address, number];

/** Clouds tell credentials to whoever asks at these addresses; nobody can allow them. Link-local, then AWS, Alibaba, Azure, Oracle, Google. */
const NEVER = [
  '169.254.0.0/16',
  'fe80::/10',
  'fd00:ec2::/64',
  '100.100.100.200/32',
  '168.63.129.16/32',
  '192.0.0.192/32',
  'fd20:ce::254/128',
].map(networkOf);

/** Whether a connector may speak to an address, given as text. What is no address may not be spoken to. */
export type AddressPolicy = (address: string) => boolean;

/**
 * Public addresses, and those of the networks that the administrator allows (`10.1.0.0/16`). An IPv4 address within an IPv6 one
 * (mapped, compatible, translated, NAT64, 6to4) counts as what it is. Throws `contract` for a network that is none.
 */
export function addressPolicy(privateNetworks: readonly string[]): AddressPolicy {
  const allowed = privateNetworks.map(allowedNetwork);
  return (text) => {
    if (!ipaddr.isValid(text)) return false;
    const outer = ipaddr.parse(text);
    const inner = innerAddress(outer);
    const forms = inner === undefined ? [outer] : [outer, inner];
    if (forms.some((address) => isIn(address, NEVER))) return false;
    return (inner ?? outer).range() === 'unicast' || forms.some((address) => isIn(address, allowed));
  };
}

function allowedNetwork(text: string): Network {
  if (!ipaddr.isValidCIDR(text)) {
    throw new ConnectorError('contract', `The private network "${text}" is none.`, {
      remedy: 'Write an address and the bits of it that count, such as 10.1.0.0/16.',
    });
  }
  return networkOf(text);
}

function networkOf(text: string): Network {
  return ipaddr.parseCIDR(text);
}

function isIn(address: Address, networks: readonly Network[]): boolean {
  return networks.some(([base, bits]) => base.kind() === address.kind() && address.match([base, bits]));
}

/** Where in an IPv6 address of this prefix the 32 bits of an IPv4 address stand, in bytes. */
const EMBEDDINGS: readonly (readonly [Network, number])[] = [
  [networkOf('::ffff:0:0/96'), 12],
  [networkOf('::ffff:0:0:0/96'), 12],
  [networkOf('64:ff9b::/96'), 12],
  [networkOf('2002::/16'), 2],
  [networkOf('::/96'), 12],
];

function innerAddress(address: Address): IPv4 | undefined {
  if (address.kind() === 'ipv4') return undefined;
  const embedding = EMBEDDINGS.find(([network]) => isIn(address, [network]));
  if (embedding === undefined) return undefined;
  const start = embedding[1];
  return ipaddr.fromByteArray(address.toByteArray().slice(start, start + 4)) as IPv4;
}
