import type { Proofs } from './proofs.js';
import {
  type AcceptedOf,
  type DocumentName,
  type RequestNews,
  type Service,
  ServiceRefusal,
  SessionOver,
  type VariablesOf,
} from './service.js';

/**
 * A service whose callers need not know of sessions: where one is over, or a fresh proof is wanted, a dialog asks for it over the
 * page, and what was refused is asked again. Nothing was done by what was refused for that reason.
 */
export class ProvingService implements Service {
  constructor(
    private readonly service: Service,
    private readonly proofs: Proofs,
  ) {}

  get controller(): string {
    return this.service.controller;
  }

  async run<Name extends DocumentName>(name: Name, variables: VariablesOf<Name>): Promise<AcceptedOf<Name>> {
    return this.#proving(() => this.service.run(name, variables));
  }

  async file(path: string): Promise<Blob> {
    return this.#proving(() => this.service.file(path));
  }

  async send<T>(path: string, file: Blob): Promise<T> {
    return this.#proving(() => this.service.send<T>(path, file));
  }

  async *news(request: string, signal: AbortSignal): AsyncGenerator<RequestNews, void, undefined> {
    try {
      yield* this.service.news(request, signal);
    } catch (error) {
      await this.#proved(error);
    }
  }

  async #proving<T>(ask: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        await this.#proved(error);
      }
    }
  }

  async #proved(error: unknown): Promise<void> {
    if (error instanceof SessionOver) await this.proofs.ask('session');
    else if (error instanceof ServiceRefusal && error.code === 'STEP_UP_REQUIRED') await this.proofs.ask('step-up');
    else throw error;
  }
}
