import type { Secret } from '@habeas/connector-sdk';
import { type KeyOwner, type KeyService, openField, sealField } from '@habeas/vault';
import type { TextSealing } from './text-sealing.js';

/** Whose the keys are: the installation's. They are in no week, and so never destroyed with one. */
const OWNER = { controller: '*', id: 'staff' };
const BETWEEN = '~';

/** Each text under a data key of its own, whose wrap it carries: `<wrap>~<sealed field>`. */
export class KeySealing implements TextSealing {
  constructor(private readonly keys: KeyService) {}

  async seal(place: string, text: Secret<string>): Promise<string> {
    const { key, wrapped } = await this.keys.createDataKey(OWNER);
    try {
      return `${wrapped}${BETWEEN}${sealField(key, placeOf(place), text)}`;
    } finally {
      key.destroy();
    }
  }

  async open(place: string, sealed: string): Promise<Secret<string> | undefined> {
    try {
      return await this.#open(place, sealed);
    } catch (error) {
      if (isOfTheText(error)) return undefined;
      throw error;
    }
  }

  async #open(place: string, sealed: string): Promise<Secret<string>> {
    const { owner, wrapped } = wrapOf(sealed);
    const key = await this.keys.openDataKey(owner, wrapped);
    try {
      return openField(key, placeOf(place), sealed.slice(wrapped.length + BETWEEN.length));
    } finally {
      key.destroy();
    }
  }
}

/** The data key that a sealed text carries, and whose it is. */
export function wrapOf(sealed: string): { readonly owner: KeyOwner; readonly wrapped: string } {
  return { owner: OWNER, wrapped: sealed.slice(0, sealed.indexOf(BETWEEN)) };
}

function placeOf(place: string): Parameters<typeof openField>[1] {
  return { table: 'staff', column: 'secret', row: place };
}

/** Whether it is the text that is wrong, and not the keyring that cannot be read. */
function isOfTheText(error: unknown): boolean {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' && /^(?:field|key)-/u.test(code);
}
