import { randomUUID } from 'node:crypto';
import { ApolloServerValidationErrorCode, unwrapResolverError } from '@apollo/server/errors';
import { InvalidCursor, Refused } from '@habeas/core';
import type { GraphQLFormattedError } from 'graphql';
import { IS_LIMIT } from './query-limits.js';
import { isUnavailable, UNAVAILABLE } from './unavailable.js';
import type { ServiceLog } from './service-log.js';

/** The codes that errors of GraphQL itself may have, and what is said of them. GraphQL's own words quote what was sent, which may be somebody's. */
const MESSAGES: ReadonlyMap<string, string> = new Map([
  ['GRAPHQL_PARSE_FAILED', 'The document cannot be parsed.'],
  ['GRAPHQL_VALIDATION_FAILED', 'The document does not fit the schema, or its own parts do not fit together.'],
  ['BAD_USER_INPUT', 'A value is not what it has to be.'],
  ['BAD_REQUEST', 'The request is not one that GraphQL over HTTP has.'],
  ['OPERATION_RESOLUTION_FAILURE', 'The document has no such operation, or several and none is named.'],
  ['PERSISTED_QUERY_NOT_SUPPORTED', 'Send the document itself.'],
]);

/** Codes of our own, whose messages are for clients. `docs/errors.md` has a section for each code. */
const OWN: ReadonlySet<string> = new Set(['FORBIDDEN', 'TOO_MUCH', 'UNTRUSTED_DOCUMENT']);

/** Every code that an error may have. */
export const ERROR_CODES: readonly string[] = [...MESSAGES.keys(), ...OWN, UNAVAILABLE.code, 'INTERNAL'];

/**
 * What a client is told of an error: a code from a fixed list, and the message where the error is one for clients. What is not
 * foreseen becomes `INTERNAL` with an id that stands in the log too, and nothing else of it (security R33).
 */
export function errorFormatter(log: ServiceLog): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return ({ message, path, locations, extensions }, error) => {
    const original = unwrapResolverError(error);
    const place = { ...(path === undefined ? {} : { path }), ...(locations === undefined ? {} : { locations }) };
    const known = expected(original) ?? ofGraphql(message, extensions);
    if (known === UNAVAILABLE) log.fault('graphql', original);
    if (known !== undefined) return { message: known.message, ...place, extensions: { code: known.code } };
    const id = randomUUID();
    log.fault('graphql', original, { id });
    return { message: 'Something went wrong that should not have.', ...place, extensions: { code: 'INTERNAL', id } };
  };
}

/** A limit of Apollo's own has no code that we have, but this mark. */
const TOO_MANY_SELECTIONS = ApolloServerValidationErrorCode.MAX_RECURSIVE_SELECTIONS_EXCEEDED;
const TOO_MUCH: Told = { code: 'TOO_MUCH', message: 'The document asks for too much.' };

interface Told {
  readonly code: string;
  readonly message: string;
}

/** What queries refuse; mutations answer with it. */
function expected(error: unknown): Told | undefined {
  if (error instanceof Refused) return error;
  if (isUnavailable(error)) return UNAVAILABLE;
  return error instanceof InvalidCursor ? { code: 'INVALID_INPUT', message: error.message } : undefined;
}

function ofGraphql(message: string, extensions: GraphQLFormattedError['extensions']): Told | undefined {
  if (extensions === undefined) return undefined;
  if (extensions[IS_LIMIT] === true || extensions['validationErrorCode'] === TOO_MANY_SELECTIONS) return TOO_MUCH;
  const code = String(extensions['code']);
  if (OWN.has(code)) return { code, message };
  const said = MESSAGES.get(code);
  return said === undefined ? undefined : { code, message: variableMessage(message, code) ?? said };
}

/** Names of variables are the document's own, and of use to who wrote it. */
function variableMessage(message: string, code: string): string | undefined {
  const variable = code === 'BAD_USER_INPUT' ? /^Variable "(\$\w+)"/u.exec(message)?.[1] : undefined;
  return variable === undefined ? undefined : `The value of the variable ${variable} is not what it has to be.`;
}
