import type { Message } from '../../mail/message.js';
import type { MessageRows } from '../../ports/message-rows.js';
import { type MemoryJournal, MemoryTable } from './memory-table.js';

/** Messages in memory. */
export class MemoryMessageRows implements MessageRows {
  readonly #messages: MemoryTable<Message>;

  constructor(journal: MemoryJournal) {
    this.#messages = new MemoryTable(journal);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws has to arrive as a rejection
  async add(message: Message): Promise<void> {
    this.#messages.add(message.id, message);
  }

  get(controller: string, id: string): Promise<Message | undefined> {
    const message = this.#messages.get(id);
    return Promise.resolve(message?.controller === controller ? message : undefined);
  }

  async change(message: Message): Promise<void> {
    const stored = await this.get(message.controller, message.id);
    if (stored !== undefined) this.#messages.put(message.id, message);
  }

  of(controller: string, request: string): Promise<readonly Message[]> {
    return Promise.resolve(this.#messages.where((each) => each.controller === controller && each.request === request));
  }

  forget(controller: string, request: string): Promise<void> {
    this.#messages.removeWhere((each) => each.controller === controller && each.request === request);
    return Promise.resolve();
  }
}
