import type { NextFunction, Request, Response } from 'express';
import type { ApolloServerPlugin } from '@apollo/server';
import type { ApiContext } from '../platform/api-viewer.js';
import { isTrustedDocument } from '../platform/trusted-documents.js';
import { NO_SPANS, type Spans } from './spans.js';

/** Every request in a span of its route: never the path itself, which holds ids, nor the query. */
export function tracedRequests(spans: Spans): (request: Request, response: Response, next: NextFunction) => void {
  return (request, response, next) => {
    if (spans === NO_SPANS) {
      next();
      return;
    }
    const route = { 'http.request.method': methodOf(request.method), 'http.route': routeOf(request.path) };
    void spans.within('request', route, async () => {
      const over = new Promise<void>((resolve) => response.once('close', resolve));
      next();
      await over;
      spans.note({ 'http.response.status_code': response.statusCode });
    });
  };
}

/** Every GraphQL operation in a span, with its name where it is one of the service's own: clients choose the names of theirs. */
export function tracedOperations(spans: Spans): ApolloServerPlugin<ApiContext> {
  return {
    requestDidStart: () => {
      let end: (error?: unknown) => void = () => undefined;
      return Promise.resolve({
        didResolveOperation: ({ source, operationName }) => {
          const name = isTrustedDocument(source) ? (operationName ?? 'anonymous') : 'other';
          end = spans.begin('operation', { 'graphql.operation.name': name });
          return Promise.resolve();
        },
        willSendResponse: ({ errors }) => {
          end(errors?.[0]);
          return Promise.resolve();
        },
      });
    },
  };
}

const METHODS: ReadonlySet<string> = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT']);
/** The parts of paths that are the same for everybody. */
const FIXED =
  /^(?:archives|backchannel|callback|challenge|confirm|events|graphql|oidc|passkey|password|report|requests|second-factor|session|set-up|sign-out|step-up|totp)$/u;

function methodOf(method: string): string {
  return METHODS.has(method) ? method : 'other';
}

function routeOf(path: string): string {
  const parts = path.split('/').filter((part) => part !== '');
  return `/${parts
    .slice(0, 4)
    .map((part) => (FIXED.test(part) ? part : '*'))
    .join('/')}`;
}
