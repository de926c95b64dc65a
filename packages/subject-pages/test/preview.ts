/** Serves the samples for people to look at: `npm run preview:pages`. */
import { PageHost } from './page-host.js';
import { HOSTELS } from './sample-look.js';
import { SAMPLES } from './sample-views.js';

const host = await PageHost.start(HOSTELS);
for (const [name, view] of Object.entries(SAMPLES)) {
  host.show(`/sample/${name}`, view);
  process.stdout.write(`${host.origin}/sample/${name}?language=en\n`);
}
