import type { Message } from '../mail/message.js';

/** The messages of requests: what was to be sent, and what became of it. */
export interface MessageRows {
  /** Throws where the id is taken. */
  add(message: Message): Promise<void>;
  get(controller: string, id: string): Promise<Message | undefined>;
  /** Stores what became of a message; one that is not there stays away. */
  change(message: Message): Promise<void>;
  /** In the order they were added. */
  of(controller: string, request: string): Promise<readonly Message[]>;
  /** Forgets all messages of a request. */
  forget(controller: string, request: string): Promise<void>;
}
