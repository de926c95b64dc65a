import type { Actor } from '../audit/audit-entry.js';
import type { DeliveryHouse } from '../delivery/delivery-house.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { RequestVault } from '../ports/request-vault.js';
import type { Store } from '../ports/store.js';
import type { ReceiverDirectory } from '../ports/transmission-ports.js';
import type { ClockDirectory, SourceDirectory } from '../ports/work-ports.js';

/** What the use cases around a request work with. */
export interface Desk {
  readonly store: Store;
  readonly vault: RequestVault;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly sources: SourceDirectory;
  readonly clocks: ClockDirectory;
  readonly delivery: DeliveryHouse;
  /** Missing where no controller lists others to send data to. */
  readonly receivers?: ReceiverDirectory;
  /** Tells a worker that there is something to do. A hint: whoever misses it looks by itself. */
  readonly wake: () => void;
}

/** Who acts, and for which controller. What they may do was checked before. */
export interface Viewer {
  readonly actor: Actor;
  readonly controller: string;
  /** When the person last proved with a second factor that it is still them. */
  readonly steppedUpAt?: Date;
  /** The version of the request that they looked at before they decided: nothing is done to another. */
  readonly seen?: number;
}

/** One call of a client that may come twice: with the same key it is done once, and answered the same. */
export interface OnceKey {
  readonly key: string;
  /** A digest of what was asked, so that a key that comes back with another content is noticed. */
  readonly fingerprint: string;
}
