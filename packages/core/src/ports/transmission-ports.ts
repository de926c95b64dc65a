import type { ReceivedTransmission } from '../transmission/received-transmission.js';
import type { Receiver, TransmissionReceipt } from '../transmission/transmission.js';

/** To whom each controller can send data of its subjects. */
export interface ReceiverDirectory {
  receiversOf(controller: string): readonly Receiver[];
}

/** An archive that is to be sent to another controller. */
export interface SentTransmission {
  readonly id: string;
  readonly controller: string;
  /** The receiver, by its id in the configuration. */
  readonly receiver: string;
  /** Which try it is: no two have the same. */
  readonly attempt: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/** Sends archives to other controllers. */
export interface TransmissionSender {
  /**
   * Resolves with what the receiver says that it has taken. Throws a `ConnectorError`: of a class that is retryable where the same may be
   * taken later; `not-found` where the receiver is not configured; of another where it never will be.
   */
  send(transmission: SentTransmission, signal: AbortSignal): Promise<TransmissionReceipt>;
}

/** What a stranger's archive is looked at with. */
export interface ArchiveChecker {
  /**
   * The code of what is wrong with an archive of so many bytes; `undefined` where it can be read and is as it was written. Never unpacks
   * more than is sensible for its size.
   */
  faultOf(content: AsyncIterable<Uint8Array>, bytes: number): Promise<string | undefined>;
}

/** What other controllers have sent. */
export interface ReceivedTransmissionRows {
  /** Throws where the sender has sent one of that id already. */
  add(received: ReceivedTransmission): Promise<void>;
  /** Held until the transaction ends. */
  lock(controller: string, id: string): Promise<ReceivedTransmission | undefined>;
  /** The one that a sender calls so, held likewise. */
  lockOffered(controller: string, sender: string, offered: string): Promise<ReceivedTransmission | undefined>;
  change(received: ReceivedTransmission): Promise<void>;
  /** Those that are kept, in the order they came: as many as may be kept at most. */
  kept(controller: string): Promise<readonly ReceivedTransmission[]>;
  /** Of all controllers, those of which something is stored whose time was over before. */
  over(before: Date): Promise<readonly ReceivedTransmission[]>;
}
