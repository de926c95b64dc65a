import type { ConnectorError } from '@habeas/connector-sdk';

/** What is called with an answer: an error of whoever was asked, else a value. */
export type Answer<T> = (error: Error | null | undefined, value: T) => void;

/** How an answer is waited for. */
export interface Waiting {
  readonly limitMs: number;
  /** What it means that there is none in that time. */
  readonly late: () => ConnectorError;
  /** What an error in it means. */
  readonly faultOf: (error: Error) => ConnectorError;
}

/** The end of a connection: whoever waits for an answer when it comes, or asks after it, is given the reason. */
export class Ending {
  readonly #waiting = new Set<(fault: ConnectorError) => void>();
  #fault: ConnectorError | undefined;

  /** `destroy` ends the connection for good, whatever is under way on it. */
  constructor(private readonly destroy: () => void) {}

  /** Ends the connection. Only the first reason counts. */
  readonly end = (fault: ConnectorError): void => {
    if (this.#fault !== undefined) return;
    this.#fault = fault;
    this.destroy();
    for (const refuse of this.#waiting) refuse(fault);
  };

  /** Asks, and waits for the answer. An answer that is late ends the connection. */
  ask<T>(send: (answer: Answer<T>) => void, { limitMs, late, faultOf }: Waiting): Promise<T> {
    const ended = this.#fault;
    if (ended !== undefined) return Promise.reject(ended);
    return new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => { this.end(late()); }, limitMs); // prettier-ignore
      const refuse = (fault: ConnectorError): void => {
        clearTimeout(timer);
        this.#waiting.delete(refuse);
        reject(fault);
      };
      this.#waiting.add(refuse);
      send((error, value) => {
        if (error) refuse(faultOf(error));
        clearTimeout(timer);
        this.#waiting.delete(refuse);
        resolve(value); // does nothing after a refusal
      });
    });
  }
}
