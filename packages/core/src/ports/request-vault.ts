/** Whose data it is, and the key it is sealed under. */
export interface RequestKey {
  readonly controller: string;
  readonly request: string;
  /** The wrapped data key, as {@link RequestVault.createKey} gave it. */
  readonly dataKey: string;
}

/** Keeps what belongs to one request unreadable without its key. A key that is destroyed takes everything with it. */
export interface RequestVault {
  /** A new data key, wrapped. It can be opened until the week of `keepUntil` is over and its keys are destroyed, and never again. */
  createKey(owner: { readonly controller: string; readonly request: string }, keepUntil: Date): Promise<string>;
  /** The same key, for a longer or a shorter time. Rejects with the code `key-destroyed` once the keys of its week are. */
  keepUntil(key: RequestKey, keepUntil: Date): Promise<string>;
  /** A text, sealed so that it opens only in this field of this request. */
  seal(key: RequestKey, field: string, text: string): Promise<string>;
  /** Throws where it was changed, belongs elsewhere or its key is gone. */
  open(key: RequestKey, field: string, sealed: string): Promise<string>;
  /** Stores a stream, sealed, under a name that was never used; durable when it resolves, nothing is left where it fails. */
  put(key: RequestKey, name: string, content: AsyncIterable<Uint8Array>): Promise<void>;
  /** What was stored, or a part of it. What it gives is verified; what was changed is never given out. */
  read(key: RequestKey, name: string, range?: { readonly start: number; readonly end: number }): AsyncIterable<Uint8Array>;
  /** Removes everything stored of a request, or below a name. */
  remove(owner: { readonly controller: string; readonly request: string }, below?: string): Promise<void>;
}
