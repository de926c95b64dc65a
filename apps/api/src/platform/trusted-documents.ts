import { createHash } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { CONSOLE_DOCUMENTS } from '../client/console-documents.generated.js';
import { DOCUMENTS } from '../client/documents.js';
import type { ApiContext } from './api-viewer.js';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The documents that the console and our own client send. */
const TRUSTED: ReadonlySet<string> = new Set([...Object.values(DOCUMENTS).map(digest), ...CONSOLE_DOCUMENTS]);

/** Whether a document is one of them. */
export function isTrustedDocument(text: string): boolean {
  return TRUSTED.has(digest(text));
}

/** A browser's session runs only documents that were built with the service: a page that was tricked cannot ask anything else (security R22). */
export const trustedDocumentsOnly: ApolloServerPlugin<ApiContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ contextValue: { viewer }, source }) => {
        if (viewer.by === 'session' && !isTrustedDocument(source)) {
          throw new GraphQLError('A session may send the documents of its own pages only.', {
            extensions: { code: 'UNTRUSTED_DOCUMENT', http: { status: 403 } },
          });
        }
        return Promise.resolve();
      },
    }),
};
