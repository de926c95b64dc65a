import { systemClock } from '../../clock.js';
import { startFakeVendor } from '../fake-vendor/fake-vendor.js';
import { prefixOf } from '../moved-manifest.js';
import { person } from '../world/people.js';
import { readWorldFile } from '../world/world-file.js';
import { buildWorld } from '../world/world.js';
import { manifestOf, type ProcessVendor, type VendorAddress } from './process-vendor.js';

/** A vendor as its parent describes it in the first message. Ends when the parent goes. */
async function serve(vendor: ProcessVendor): Promise<VendorAddress> {
  const manifest = manifestOf(vendor);
  const { config, secrets, people, pageSize, bulk = 0, delayMs = 0 } = vendor;
  const running = await startFakeVendor({ manifest, config, secrets, prefix: prefixOf(manifest, config), clock: systemClock });
  Object.assign(running.quirks, { pageSize, bulk, delayMs });
  const holdings = people.map(({ email, counts }) => ({ person: person({ email }), counts }));
  running.hold(buildWorld({ manifest, file: readWorldFile(new URL(vendor.world)), config }, holdings));
  // Notes of requests are for tests in its own process
  running.fail(() => {
    running.forget();
    return undefined;
  });
  return { origin: running.origin };
}

process.once('message', (vendor: ProcessVendor) => {
  void serve(vendor).then((address) => process.send?.(address));
});
process.once('disconnect', () => process.exit());
