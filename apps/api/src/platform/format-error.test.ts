import { describe, expect, it } from '@jest/globals';
import { InvalidCursor, Refused } from '@habeas/core';
import { GraphQLError } from 'graphql';
import { pino } from 'pino';
import { errorFormatter } from './format-error.js';
import { ServiceLog } from './service-log.js';

const SENT = 'zqneverrepeated';
const log: string[] = [];
const format = errorFormatter(new ServiceLog(pino({ base: {} }, { write: (line: string) => void log.push(line) })));

/** What a client is told of an error with this code that GraphQL itself has made. */
const told = (code: string, message = SENT): object => {
  const error = new GraphQLError(message, { extensions: { code } });
  return format(error.toJSON(), error);
};

/** What a client is told of what a resolver has thrown. */
const thrown = (originalError: Error): { readonly message: string; readonly extensions?: Record<string, unknown> } => {
  const error = new GraphQLError(originalError.message, { originalError, path: ['request', 'steps'] });
  return format({ ...error.toJSON(), extensions: { code: 'INTERNAL_SERVER_ERROR' } }, error);
};

describe('an error as a client is told it', () => {
  it.each([
    ['GRAPHQL_PARSE_FAILED', 'The document cannot be parsed.'],
    ['GRAPHQL_VALIDATION_FAILED', 'The document does not fit the schema, or its own parts do not fit together.'],
    ['BAD_USER_INPUT', 'A value is not what it has to be.'],
    ['BAD_REQUEST', 'The request is not one that GraphQL over HTTP has.'],
    ['OPERATION_RESOLUTION_FAILURE', 'The document has no such operation, or several and none is named.'],
    ['PERSISTED_QUERY_NOT_SUPPORTED', 'Send the document itself.'],
  ])('of GraphQL’s own with the code %s has our words: GraphQL’s quote what was sent', (code, message) => {
    expect(told(code)).toEqual({ message, extensions: { code } });
  });

  it('names a variable, which is the document’s own, and not its value', () => {
    expect(told('BAD_USER_INPUT', `Variable "$first" got invalid value "${SENT}"; Int cannot represent it.`)).toEqual({
      message: 'The value of the variable $first is not what it has to be.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(told('BAD_USER_INPUT', `Variable "$${SENT} got`)).toMatchObject({ message: 'A value is not what it has to be.' });
  });

  it.each(['FORBIDDEN', 'TOO_MUCH', 'UNTRUSTED_DOCUMENT'])('of ours with the code %s keeps its words', (code) => {
    expect(told(code, 'Our words.')).toEqual({ message: 'Our words.', extensions: { code } });
  });

  it('that a query refused has the code of the refusal', () => {
    expect(thrown(new Refused('NOT_FOUND', 'There is no such request.'))).toEqual({
      message: 'There is no such request.',
      path: ['request', 'steps'],
      extensions: { code: 'NOT_FOUND' },
    });
    expect(thrown(new InvalidCursor())).toMatchObject({ extensions: { code: 'INVALID_INPUT' } });
  });

  it('that nobody has foreseen is an id only, under which the log has its type', () => {
    const before = log.length;
    const { message, extensions } = thrown(new TypeError(SENT));
    expect({ message, extensions }).toEqual({
      message: 'Something went wrong that should not have.',
      extensions: { code: 'INTERNAL', id: expect.stringMatching(/^[0-9a-f-]{36}$/u) },
    });
    expect(log.slice(before).map((line) => JSON.parse(line) as unknown)).toEqual([
      expect.objectContaining({ event: 'graphql', level: 50, error: 'TypeError', id: extensions?.['id'] }),
    ]);
    expect(log.join('')).not.toContain(SENT);
  });

  it('with a code that we do not have is none for clients', () => {
    expect(told('SOMETHING_NEW')).toMatchObject({ extensions: { code: 'INTERNAL' } });
    expect(format({ message: SENT }, new Error(SENT))).toMatchObject({ extensions: { code: 'INTERNAL' } });
  });

  it('that is about a limit does not say which', () => {
    const told = format({ message: SENT, extensions: { code: 'GRAPHQL_VALIDATION_FAILED', isLimit: true } }, new Error(SENT));
    expect(told).toEqual({ message: 'The document asks for too much.', extensions: { code: 'TOO_MUCH' } });
  });
});
