import type { Delivery, DownloadSession } from '../delivery/delivery.js';

/** How answers reach their subjects: one for each request at most. */
export interface DeliveryRows {
  /** Throws where the request has one, or another has the same link. */
  add(delivery: Delivery): Promise<void>;
  get(controller: string, request: string): Promise<Delivery | undefined>;
  /** The same, and nobody else may change it before this transaction ends. */
  lock(controller: string, request: string): Promise<Delivery | undefined>;
  /** The one whose link has this id, held likewise. */
  lockByLink(link: string): Promise<Delivery | undefined>;
  change(delivery: Delivery): Promise<void>;
  /** Removes it, with its sessions. */
  remove(controller: string, request: string): Promise<void>;
}

/** Browsers that have proved that a download is theirs. */
export interface DownloadSessionRows {
  add(session: DownloadSession): Promise<void>;
  /** Held until the transaction ends. */
  lock(id: string): Promise<DownloadSession | undefined>;
  change(session: DownloadSession): Promise<void>;
  removeExpired(before: Date): Promise<void>;
}
