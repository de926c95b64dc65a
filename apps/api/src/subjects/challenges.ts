import { Secret } from '@habeas/connector-sdk';
import type { Clock, DeliveryCrypto } from '@habeas/core';
import { type AskChallenge, type AskProblem, isWorkedOut } from '@habeas/subject-pages';

/** A telephone works it out in about a second; a robot does too, each time. */
const BITS = 14;
/** How old a challenge has to be that nobody has worked out: a person who types does not notice. */
const WAIT_SECONDS = 20;
/** For how long a form may be left open. */
const GOOD_MS = 4 * 60 * 60_000;
const PLACE = 'challenge';

/** What keeps robots out of a form, without storing anything: each form is sealed with its time. */
export class Challenges {
  constructor(
    private readonly crypto: Pick<DeliveryCrypto, 'seal' | 'open' | 'randomSecret'>,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  /** A new one. */
  async next(): Promise<AskChallenge> {
    const at = this.clock.now().getTime();
    const value = await this.crypto.seal(PLACE, new Secret(`${String(at)} ${this.crypto.randomSecret().reveal()}`));
    return { value, bits: BITS, waitSeconds: WAIT_SECONDS };
  }

  /** What is wrong with a form that brings this challenge and this answer to it; nothing where it may go on. */
  async problemOf(value: string, answer: string): Promise<AskProblem | undefined> {
    const opened = await this.#opened(value);
    const age = opened === undefined ? Infinity : this.clock.now().getTime() - Number.parseInt(opened.reveal(), 10);
    if (!(age < GOOD_MS)) return { kind: 'too-old' };
    if (isWorkedOut({ value, bits: BITS }, answer)) return undefined;
    const waited = age / 1_000;
    return waited < WAIT_SECONDS ? { kind: 'too-quick', seconds: Math.ceil(WAIT_SECONDS - waited) } : undefined;
  }

  /** What is no text of ours at all is as good as one that was sealed elsewhere. */
  async #opened(value: string): Promise<Secret<string> | undefined> {
    return /^[\w.~+/=-]{20,2000}$/u.test(value) ? this.crypto.open(PLACE, value) : undefined;
  }
}
