import { toIdentifier } from '@habeas/connector-sdk';
import { connectorAt } from '@habeas/rest-engine/vendor-process';
import { EMAIL, vendorNamed, type VendorName } from '../vendors/vendors.js';

/**
 * Finds the person at a vendor and reads one collection of theirs through the engine, batch by batch. Without the vendor's rates,
 * which would set the pace. Returns the number of records.
 */
export async function readVendor(name: VendorName, origin: string, collection: string): Promise<number> {
  const { connector, config } = connectorAt(origin, vendorNamed(name, {}), (manifest) => ({
    ...manifest,
    limits: manifest.limits.filter(({ rate }) => rate === undefined),
  }));
  const session = await connector.open(config, { source: name, signal: new AbortController().signal });
  try {
    const roots = [];
    const identifiers = [toIdentifier('email', EMAIL)].filter((each) => each !== undefined);
    for await (const item of session.locate({ identifiers })) if (item.type === 'match') roots.push(item);
    let count = 0;
    for await (const item of session.read({ collection, roots, want: 'records' })) {
      if (item.type === 'records') count += item.records.length;
      if (item.type === 'done' && item.outcome !== 'complete') throw new Error(`the read is ${item.outcome}`);
    }
    return count;
  } finally {
    await session.close();
  }
}
