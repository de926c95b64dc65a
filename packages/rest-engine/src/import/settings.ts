import type { Group } from './given.js';

/** What a setting is, as the file says it. */
export interface Setting {
  readonly secret: boolean;
  readonly description?: string | undefined;
  readonly fallback?: string | number | undefined;
}

/** The settings of the file: which of them become `config` and which `secrets`, by where they are used. */
export class Settings {
  readonly #declared = new Map<string, Setting>();
  readonly #config = new Set<string>();
  readonly #secrets = new Set<string>();

  declare(name: string, setting: Setting): void {
    this.#declared.set(name, setting);
  }

  has(name: string): boolean {
    return this.#declared.has(name);
  }

  /** The hole of a setting in a request, or nothing where it is a credential: only `auth` may name those. */
  inRequest(name: string): string | undefined {
    if (this.#declared.get(name)?.secret === true || this.#secrets.has(name)) return undefined;
    this.#config.add(name);
    return `\${config.${name}}`;
  }

  /** The hole of a setting in `auth`: a secret where the file or its place says so. */
  inAuth(name: string, isCredential: boolean): string {
    if (!isCredential && this.#declared.get(name)?.secret !== true) {
      this.#config.add(name);
      return `\${config.${name}}`;
    }
    this.#secrets.add(name);
    return `\${secret.${name}}`;
  }

  /** The settings that nothing in the draft names. */
  unused(): readonly string[] {
    return [...this.#declared.keys()].filter((name) => !this.#config.has(name) && !this.#secrets.has(name));
  }

  config(): Group {
    return Object.fromEntries(
      [...this.#config].filter((name) => !this.#secrets.has(name)).map((name) => [name, this.#setting(name)]),
    );
  }

  secrets(): Group {
    return Object.fromEntries(
      [...this.#secrets].map((name) => [name, { description: this.#declared.get(name)?.description ?? `${name}.` }]),
    );
  }

  #setting(name: string): Group {
    const { description = `${name}.`, fallback } = this.#declared.get(name) ?? {};
    const type = typeof fallback === 'number' ? 'integer' : typeOf(name, fallback);
    return { type, ...(fallback === undefined ? {} : { default: fallback }), description };
  }
}

const SLUG = /^[\w.-]+$/u;
const IN_ADDRESS = /domain|host|subdomain|region|site|shop/iu;

function typeOf(name: string, fallback: string | undefined): 'slug' | 'text' {
  if (fallback !== undefined) return SLUG.test(fallback) ? 'slug' : 'text';
  return IN_ADDRESS.test(name) ? 'slug' : 'text';
}

/** A name that a hole can say. */
export function holeName(name: string): string {
  const plain = name.replaceAll(/[^\w-]/gu, '_');
  return /^[A-Za-z_]/u.test(plain) ? plain : `_${plain}`;
}
