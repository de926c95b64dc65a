import dns, { type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { rootCertificates } from 'node:tls';
import { buildConnector } from 'undici';
import type { AddressPolicy } from './addresses.js';
import { RefusedAddressError } from './faults.js';

/** Resolves a host to all its addresses. */
export type Lookup = (host: string) => Promise<readonly LookupAddress[]>;

/** What a connection has to keep to. */
export interface ConnectionRules {
  readonly isAllowed: AddressPolicy;
  readonly lookup?: Lookup | undefined;
  readonly connectMs: number;
  /** An authority to trust beside the usual ones, as PEM. */
  readonly certificateAuthority?: string | undefined;
}

const systemLookup: Lookup = (host) => dns.promises.lookup(host, { all: true });

/**
 * Connects to allowed addresses only. The address is looked at three times: as it stands in the URL, which is never looked up;
 * each that a name resolves to, all of which have to be allowed; and the one that the socket ended up with.
 */
export function guardedConnector(rules: ConnectionRules): buildConnector.connector {
  const { isAllowed, connectMs, certificateAuthority } = rules;
  const connect = buildConnector({
    timeout: connectMs,
    lookup: guardedLookup(rules),
    ...(certificateAuthority !== undefined && { ca: [...rootCertificates, certificateAuthority] }),
  });
  return (options, callback) => {
    const literal = literalOf(options.hostname);
    if (literal !== undefined && !isAllowed(literal)) {
      callback(new RefusedAddressError('the address is not one that may be reached'), null);
      return;
    }
    connect(options, (...[error, socket]: Parameters<buildConnector.Callback>) => {
      if (error !== null) {
        callback(error, null);
      } else if (isAllowed(socket.remoteAddress ?? '')) {
        callback(null, socket);
      } else {
        socket.destroy();
        callback(new RefusedAddressError('the connection led to an address that may not be reached'), null);
      }
    });
  };
}

/** The address, where a URL's host is one. */
function literalOf(hostname: string): string | undefined {
  const bare = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  return isIP(bare) === 0 ? undefined : bare;
}

function guardedLookup({ isAllowed, lookup = systemLookup }: ConnectionRules): LookupFunction {
  return (host, options, callback) => {
    lookup(host)
      .then((addresses) => {
        if (addresses.length === 0 || !addresses.every(({ address }) => isAllowed(address))) {
          throw new RefusedAddressError('the host has an address that may not be reached');
        }
        return addresses;
      })
      .then(
        (addresses) => {
          if (options.all === true) callback(null, [...addresses]);
          else callback(null, addresses[0]?.address ?? '', addresses[0]?.family);
        },
        (error: unknown) => {
          callback(error as NodeJS.ErrnoException, '');
        },
      );
  };
}
