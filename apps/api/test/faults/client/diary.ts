import { appendFileSync } from 'node:fs';

/** What was asked of the service, or what it has acknowledged. */
export interface DiaryLine {
  readonly word: 'asked' | 'acknowledged' | 'refused';
  readonly act: string;
  /** The request it is about, or the key of the call that opens one. */
  readonly about: string;
  readonly at: number;
  readonly [more: string]: unknown;
}

/** What a client knows, line by line in a file that the service knows nothing of: what was acknowledged must be true for ever. */
export class Diary {
  #confirmations = 0;

  constructor(readonly file: string) {}

  /** How many acts were acknowledged. */
  get confirmations(): number {
    return this.#confirmations;
  }

  /** Before something is asked: from here on it may have happened. */
  asked(act: string, about: string, more: Readonly<Record<string, unknown>> = {}): void {
    this.#write({ word: 'asked', act, about, at: Date.now(), ...more });
  }

  /** Once the service has said that it happened: from here on it has. */
  confirmed(act: string, about: string, more: Readonly<Record<string, unknown>> = {}): void {
    this.#confirmations += 1;
    this.#write({ word: 'acknowledged', act, about, at: Date.now(), ...more });
  }

  #write(line: DiaryLine): void {
    appendFileSync(this.file, `${JSON.stringify(line)}\n`);
  }
}
