import { Secret } from '@habeas/connector-sdk';
import { localDate } from '../calendar/local-date.js';
import type { NewMessage } from '../mail/message.js';
import { queueMessage } from '../mail/queue-message.js';
import { type MessageView, viewMessages } from '../mail/view-messages.js';
import type { Clock } from '../ports/clock.js';
import type { Mailer, OutgoingMessage } from '../ports/mailer.js';
import { lockRequest } from '../request/change-request.js';
import { OFFICER, type RequestHouse } from './request-house.js';

/** An address that must stand nowhere but in what was sealed. */
export const CANARY = 'canary.ann@example.org';

/** That an archive can be fetched, told to the canary. */
export const READY: NewMessage = {
  kind: 'archive_ready',
  to: new Secret(CANARY),
  language: 'fr',
  facts: { reference: '2026-0001', link: 'https://privacy.example.org/d/lnk_1#canary-secret', until: localDate('2026-05-20') },
};

/** A mail server of a test: keeps what it accepted, unless it is told to fail. */
export class FakeMailer implements Mailer {
  readonly accepted: OutgoingMessage[] = [];
  tries = 0;
  fault: Error | undefined;

  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws has to arrive as a rejection
  async send(message: OutgoingMessage): Promise<{ readonly receipt: string }> {
    this.tries += 1;
    if (this.fault !== undefined) throw this.fault;
    this.accepted.push(message);
    return { receipt: 'ab'.repeat(32) };
  }
}

/** A clock that leaps when it is told to, and else stands still; its pauses are real, and short. */
export class LeapingClock implements Clock {
  #now = Date.parse('2026-04-01T08:00:00.000Z');

  now(): Date {
    return new Date(this.#now);
  }

  leap(milliseconds: number): void {
    this.#now += milliseconds;
  }

  sleep(_milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, 2);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}

/** Queues a message of a request, as the use cases do it. */
export async function queued(house: RequestHouse, request: string, message = READY): Promise<string> {
  const { desk } = house;
  const id = await house.store.transact(async (transaction) =>
    queueMessage(transaction, desk, await lockRequest(transaction, OFFICER, request), OFFICER, message),
  );
  desk.wake();
  return id;
}

/** The messages of a request, as staff see them. */
export function messagesOf({ store }: RequestHouse, id: string): Promise<readonly MessageView[]> {
  return store.transact((transaction) => viewMessages(transaction, { controller: 'club', id }));
}
