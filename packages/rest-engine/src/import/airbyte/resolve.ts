import { InvalidInputError } from '@habeas/connector-sdk';
import { entryOf, type Group, isGroup } from '../given.js';

/** References multiply what they stand for: a file that grows beyond this is not one that somebody wrote. */
const MOST_PARTS = 200_000;
const POINTER = /^(?:#\/|\*ref\()(.+?)\)?$/u;
const PARAMETER = /\{\{\s*parameters(?:\.(\w+)|\[['"](\w+)['"]\])\s*\}\}/gu;

/** Keys that a component takes from its parameters where it does not have them itself. */
const FROM_PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  DeclarativeStream: ['name', 'primary_key'],
  HttpRequester: ['path', 'url_base', 'http_method'],
  DpathExtractor: ['field_path'],
};

/**
 * An Airbyte manifest with what its references name in their place, and its parameters filled in. Throws
 * `InvalidInputError` where a reference names nothing, or leads back to itself.
 */
export function resolveManifest(manifest: Group, file: string): Group {
  return new Resolving(manifest, file).group(manifest, {}, []);
}

class Resolving {
  #parts = 0;

  constructor(
    readonly root: Group,
    readonly file: string,
  ) {}

  group(group: Group, above: Group, trail: readonly string[]): Group {
    const { $ref: reference, ...own } = group;
    const referred = typeof reference === 'string' ? this.#target(reference, trail) : {};
    const through = typeof reference === 'string' ? [...trail, reference] : trail;
    const whole = { ...(isGroup(referred) ? referred : {}), ...own };
    const parameters = { ...above, ...(isGroup(whole['$parameters']) ? whole['$parameters'] : {}) };
    const wanted = entryOf(FROM_PARAMETERS, String(whole['type'])) ?? [];
    const inherited = wanted.filter((key) => !Object.hasOwn(whole, key) && Object.hasOwn(parameters, key));
    const entries = [...Object.entries(whole), ...inherited.map((key): [string, unknown] => [key, parameters[key]])];
    return Object.fromEntries(
      entries.filter(([key]) => key !== '$parameters').map(([key, value]) => [key, this.#value(value, parameters, through)]),
    );
  }

  #value(value: unknown, parameters: Group, trail: readonly string[]): unknown {
    if (++this.#parts > MOST_PARTS) throw this.#fault('its references grow without end');
    if (Array.isArray(value)) return value.map((item: unknown) => this.#value(item, parameters, trail));
    if (isGroup(value)) return this.group(value, parameters, trail);
    if (typeof value !== 'string') return value;
    if (/^(?:#\/|\*ref\()\S+$/u.test(value)) return this.#value(this.#target(value, trail), parameters, [...trail, value]);
    return value.replaceAll(PARAMETER, (hole, dotted?: string, quoted?: string) => {
      const found = parameters[dotted ?? quoted ?? ''];
      return typeof found === 'string' || typeof found === 'number' ? String(found) : hole;
    });
  }

  #target(reference: string, trail: readonly string[]): unknown {
    if (trail.includes(reference)) throw this.#fault(`${reference} leads back to itself`);
    const steps = (POINTER.exec(reference)?.[1] ?? '').split(/[/.]/u);
    const found = steps.reduce<unknown>(
      (value, step) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? (value as Group)[step] : undefined,
      this.root,
    );
    if (found === undefined) throw this.#fault(`${reference} names nothing in the file`);
    return found;
  }

  #fault(what: string): InvalidInputError {
    return new InvalidInputError([{ file: this.file, what, remedy: 'see whether it is the whole manifest' }]);
  }
}
