import type { ServiceConfig } from '../config/service-config.js';

/** What browsers call this installation: as configured, or as it turned out when it began to listen. */
export class PublicAddress {
  #base: string;

  constructor({ publicUrl, listen: { host, port } }: Pick<ServiceConfig, 'publicUrl' | 'listen'>) {
    this.#base = publicUrl ?? `http://${host}:${String(port)}`;
  }

  /** Where it was found to listen, which matters where any free port was asked for and nothing else is configured. */
  found(url: string, { publicUrl }: Pick<ServiceConfig, 'publicUrl'>): void {
    this.#base = publicUrl ?? url;
  }

  /** Without a path. */
  get base(): string {
    return this.#base;
  }

  /** The address of a path of ours. */
  of(path: string): string {
    return new URL(path, this.#base).href;
  }
}
