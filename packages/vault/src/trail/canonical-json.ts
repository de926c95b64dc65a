import canonicalize from 'canonicalize';

/** The canonical JSON of a value (RFC 8785). Throws where there is none: lone surrogates, numbers that are not finite, `undefined`. */
export function canonicalJson(value: unknown): string {
  const json = canonicalize(value);
  if (json === undefined) throw new Error('This value has no JSON.');
  return json;
}
