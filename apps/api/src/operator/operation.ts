import { InvalidInputError } from '@habeas/connector-sdk';
import { CONNECTORS } from '../composition/connectors.js';
import { loadServiceConfig, type ServiceConfig } from '../config/service-config.js';
import { type DurableStore, openStore } from '../persistence/index.js';

/** What was given on the command line, beside the command. */
export interface OperatorOptions {
  readonly config: string;
  readonly store?: string;
  readonly out?: string;
  readonly from?: string;
  readonly controller?: string;
  readonly reference?: string;
  readonly key?: readonly string[];
  readonly checkpoint?: readonly string[];
  /** Also reads and opens everything. */
  readonly deep?: boolean;
}

/** What a command of the operator works with. */
export interface OperatorDesk {
  readonly options: OperatorOptions;
  /** What follows the command. */
  readonly names: readonly string[];
  /** One line, for the person who called. */
  readonly say: (line: string) => void;
}

/** A command. Gives the exit code: 0 all is well, 3 something is not as it should be. */
export type Operation = (desk: OperatorDesk) => Promise<number>;

export const WELL = 0;
export const NOT_WELL = 3;

/** The installation that the options name. */
export function configOf({ options }: OperatorDesk): ServiceConfig {
  return loadServiceConfig(options.config, CONNECTORS);
}

/** The store that the options name: by itself, or by the installation. */
export function storeUrlOf(desk: OperatorDesk): string {
  return desk.options.store ?? configOf(desk).store;
}

/** Opens a store for as long as the work takes. */
export async function withStore<T>(url: string, work: (store: DurableStore) => Promise<T>): Promise<T> {
  const store = await openStore({ url });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** An option that this command cannot do without. */
export function required(name: string, value: string | undefined): string {
  if (value !== undefined) return value;
  throw new InvalidInputError([{ file: 'command line', what: `--${name} is missing`, remedy: `add --${name} and its value` }]);
}
