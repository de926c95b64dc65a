import type { SourceBinding } from '../discovery/source.js';
import { FakeFaults } from './fake-faults.js';
import type { FakeScript } from './fake-script.js';
import { FakeSession } from './fake-session.js';

/** A scripted source, and what was done to it. */
export interface FakeSource extends SourceBinding {
  /** `open`, `locate 2` (identifiers), `records order`, `files order`, `close`. */
  readonly calls: readonly string[];
  /** Sessions that are open now. */
  readonly openSessions: () => number;
}

/** A source that holds what the script says and fails as it says; for tests, with synthetic people only. */
export function fakeSource(script: FakeScript): FakeSource {
  const calls: string[] = [];
  const faults = new FakeFaults(script.faults ?? []);
  let open = 0;
  return {
    description: {
      id: script.id,
      title: script.title ?? script.id,
      connector: script.connector ?? { id: 'fake', version: '1.0.0' },
    },
    ...(script.phoneRegion === undefined ? {} : { phoneRegion: script.phoneRegion }),
    ...(script.collectionsAtOnce === undefined ? {} : { collectionsAtOnce: script.collectionsAtOnce }),
    calls,
    openSessions: () => open,
    open: async () => {
      calls.push('open');
      await faults.meet('open');
      open += 1;
      const session = new FakeSession(script, { faults, calls });
      return Object.assign(session, {
        close: async () => {
          calls.push('close');
          open -= 1;
          await faults.meet('close');
        },
      });
    },
  };
}
