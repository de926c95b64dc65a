import { ConnectorError } from '@habeas/connector-sdk';
import type { EmptyHole } from '../template/template.js';

/** What a request could not be made for: something on the way to a collection has not what the manifest names. Never "nothing found". */
export function holeFault(collection: string, { path }: EmptyHole): ConnectorError {
  return new ConnectorError('contract', `The way to "${collection}" leads through something that has no "${path.join('.')}".`, {
    collection,
    remedy: 'Check the configuration, and look for a newer version of the connector.',
  });
}
