import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { Refused } from '@habeas/core';
import type { GraphQLFormattedError } from 'graphql';
import type { ServiceLog } from './service-log.js';

/** The codes that errors may have. `docs/errors.md` has a section for each; everything else is `INTERNAL`. */
const CODES: ReadonlySet<string> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'FORBIDDEN',
  'TOO_MUCH',
  'UNTRUSTED_DOCUMENT',
]);

/**
 * What a client is told of an error: a code from a fixed list, and the message where the error is one for clients. What is not
 * foreseen becomes `INTERNAL` with an id that stands in the log too, and nothing else of it (security R33).
 */
export function errorFormatter(log: ServiceLog): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return ({ message, path, extensions }, error) => {
    const original = unwrapResolverError(error);
    const place = path === undefined ? {} : { path };
    if (original instanceof Refused) return { message: original.message, ...place, extensions: { code: original.code } };
    const code = extensions?.['code'];
    if (typeof code === 'string' && CODES.has(code))
      return { message: withoutValues(message, code), ...place, extensions: { code } };
    const id = randomUUID();
    log.fault('graphql', original, { id });
    return { message: 'Something went wrong that should not have.', ...place, extensions: { code: 'INTERNAL', id } };
  };
}

/** GraphQL quotes the values it refuses, and they may be somebody's. */
function withoutValues(message: string, code: string): string {
  if (code !== 'BAD_USER_INPUT') return message;
  const variable = /^Variable "(\$\w+)"/u.exec(message)?.[1];
  return variable === undefined
    ? 'A value is not what it has to be.'
    : `The value of the variable ${variable} is not what it has to be.`;
}
