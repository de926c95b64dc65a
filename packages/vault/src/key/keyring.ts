import { randomBytes } from 'node:crypto';
import { BlindIndexKey } from '../field/blind-index.js';
import { KEY_BYTES } from '../primitive/aes-gcm.js';
import { encodeParts, fromBase64Url, toBase64Url } from '../primitive/encoding.js';
import { VaultError } from '../vault-error.js';
import { DataKey } from './data-key.js';
import { isOver } from './epoch.js';
import type { KeyInventory, KeyOwner } from './key-service.js';
import type { KeyringContent, SealedKek } from './keyring-content.js';
import { kekId, parseKekId, parseWrapped, unwrapDataKey, unwrapKey, wrapDataKey, wrapKey, type KekName } from './wrapped-key.js';

const ROOT_ID_BYTES = 8;

/** The keys of an installation, as a value: each change gives a new one. Prints as nothing. */
export class Keyring {
  readonly #content: KeyringContent;

  constructor(content: KeyringContent) {
    this.#content = content;
  }

  /** A root key and an index key, and nothing yet that they protect. */
  static generate(): Keyring {
    const root = newRoot();
    return new Keyring({ root, index: inRoot(root, (key) => sealFresh(key, indexBinding(root.id))), keks: [] });
  }

  /** What to write down. It holds the root key in clear. */
  get content(): KeyringContent {
    return this.#content;
  }

  /** The newest KEK of an epoch; `key-destroyed` where the epoch has come to its end. */
  newest(epoch: string): KekName | undefined {
    this.#demandKept(epoch);
    const generations = this.#content.keks
      .filter(({ id }) => id.startsWith(`${epoch}.`))
      .map(({ id }) => parseKekId(id).generation);
    return generations.length === 0 ? undefined : { epoch, generation: Math.max(...generations) };
  }

  /** With one more generation of that epoch's KEK. */
  withKek(epoch: string): Keyring {
    const name = { epoch, generation: (this.newest(epoch)?.generation ?? 0) + 1 };
    const { root, keks } = this.#content;
    const wrapped = inRoot(root, (key) => sealFresh(key, kekBinding(root.id, kekId(name))));
    return new Keyring({ ...this.#content, keks: [...keks, { id: kekId(name), wrapped }] });
  }

  /** With one more generation for every epoch there is. */
  withNextGenerations(): Keyring {
    const epochs = new Set(this.#content.keks.map(({ id }) => parseKekId(id).epoch));
    return [...epochs].reduce<Keyring>((keyring, epoch) => keyring.withKek(epoch), this);
  }

  /** Without one KEK: `key-in-use` for the newest of its epoch. One that is not there is gone already. */
  without(id: string): Keyring {
    const name = parseKekId(id);
    if (this.newest(name.epoch)?.generation === name.generation) {
      throw new VaultError('key-in-use', 'the newest key of an epoch cannot be retired: new data keys are wrapped with it');
    }
    return new Keyring({ ...this.#content, keks: this.#content.keks.filter((kek) => kek.id !== id) });
  }

  /** Without the weeks before that one, which can never have a key again. */
  withoutWeeksBefore(week: string): Keyring {
    const { firstKeptWeek = week, keks } = this.#content;
    const kept = week > firstKeptWeek ? week : firstKeptWeek;
    return new Keyring({
      ...this.#content,
      firstKeptWeek: kept,
      keks: keks.filter(({ id }) => !isOver(parseKekId(id).epoch, kept)),
    });
  }

  /** The same keys under another root key. */
  withNewRoot(): Keyring {
    const old = this.#content.root;
    const root = newRoot();
    const move = (wrapped: string, from: Buffer, to: Buffer): string =>
      inRoot(old, (oldKey) =>
        inRoot(root, (key) => borrow(unwrapKey(oldKey, wrapped, from), (inner) => wrapKey(key, inner, to))),
      );
    return new Keyring({
      ...this.#content,
      root,
      index: move(this.#content.index, indexBinding(old.id), indexBinding(root.id)),
      keks: this.#content.keks.map(({ id, wrapped }) => ({
        id,
        wrapped: move(wrapped, kekBinding(old.id, id), kekBinding(root.id, id)),
      })),
    });
  }

  /** Wraps a data key with the newest KEK of an epoch; `key-unknown` where it has none. */
  wrap(epoch: string, owner: KeyOwner, key: DataKey): string {
    const name = this.newest(epoch);
    if (name === undefined) throw unknownKey(epoch);
    return this.#withKek(name, (kek) => key.withBytes((bytes) => wrapDataKey(kek, name, owner, bytes)));
  }

  /** Opens a wrap; `key-destroyed`, `key-unknown`, `key-forged` or `key-format`. */
  unwrap(owner: KeyOwner, wrapped: string): DataKey {
    const name = parseWrapped(wrapped);
    this.#demandKept(name.epoch);
    return new DataKey(this.#withKek(name, (kek) => unwrapDataKey(kek, name, owner, wrapped)));
  }

  /** See `KeyService`. */
  blindIndexKey(controller: string): BlindIndexKey {
    const { root, index } = this.#content;
    return inRoot(root, (key) =>
      borrow(unwrapKey(key, index, indexBinding(root.id)), (indexKey) => new BlindIndexKey(indexKey, controller)),
    );
  }

  /** Opens every key; `key-forged` if one does not. */
  inventory(): KeyInventory {
    const { root, keks, firstKeptWeek } = this.#content;
    this.blindIndexKey('');
    for (const { id } of keks) this.#withKek(parseKekId(id), () => undefined);
    return { rootId: root.id, keks: keks.map(({ id }) => id), firstKeptWeek };
  }

  #withKek<Result>(name: KekName, use: (kek: Buffer) => Result): Result {
    const { root } = this.#content;
    const { id, wrapped } = this.#find(kekId(name));
    return inRoot(root, (key) => borrow(unwrapKey(key, wrapped, kekBinding(root.id, id)), use));
  }

  #find(id: string): SealedKek {
    const kek = this.#content.keks.find((each) => each.id === id);
    if (kek === undefined) throw unknownKey(id);
    return kek;
  }

  #demandKept(epoch: string): void {
    if (!isOver(epoch, this.#content.firstKeptWeek)) return;
    throw new VaultError(
      'key-destroyed',
      `the keys of ${epoch} were destroyed when its retention ended, and nothing brings them back`,
    );
  }
}

function unknownKey(id: string): VaultError {
  return new VaultError('key-unknown', `the keyring has no key ${id}: it was retired, or this is another keyring`);
}

function newRoot(): KeyringContent['root'] {
  return { id: toBase64Url(randomBytes(ROOT_ID_BYTES)), key: toBase64Url(randomBytes(KEY_BYTES)) };
}

function sealFresh(wrapping: Buffer, binding: Buffer): string {
  return borrow(randomBytes(KEY_BYTES), (key) => wrapKey(wrapping, key, binding));
}

/** Decodes the root key for one use. */
function inRoot<Result>(root: KeyringContent['root'], use: (key: Buffer) => Result): Result {
  const key = fromBase64Url(root.key);
  if (key?.length !== KEY_BYTES) throw new VaultError('keyring-format', 'the keyring has no root key');
  return borrow(key, use);
}

function borrow<Result>(key: Buffer, use: (key: Buffer) => Result): Result {
  try {
    return use(key);
  } finally {
    key.fill(0);
  }
}

function kekBinding(rootId: string, id: string): Buffer {
  return encodeParts(['habeas/kek', rootId, id]);
}

function indexBinding(rootId: string): Buffer {
  return encodeParts(['habeas/index-key', rootId]);
}
