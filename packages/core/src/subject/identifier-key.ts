import type { Identifier, Lookup } from '@habeas/connector-sdk';

/** One text per identifier, equal exactly when the identifiers are the same. It holds the value: for maps in memory only. */
export function identifierKey({ kind, namespace, exact }: Identifier): string {
  return JSON.stringify([kind, namespace ?? '', exact.reveal()]);
}

/** What a lookup asks for, as one text: `email`, or `id:shop.customer`. Holds no value, so it may be shown. */
export function kindKey({ kind, namespace }: Pick<Lookup, 'kind' | 'namespace'>): string {
  return namespace === undefined ? kind : `${kind}:${namespace}`;
}

/** Whether a source can be asked for it. Names and birth dates agree or contradict beside an identifier; they never match alone. */
export function isSearchable({ kind }: Pick<Lookup, 'kind'>): boolean {
  return kind !== 'name' && kind !== 'birthDate';
}
