import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import type { ApiContext, ApiViewer } from './api-viewer.js';
import { errorFormatter } from './format-error.js';
import { guardSchema } from './guard-schema.js';
import { ParsedDocuments } from './parsed-documents.js';
import { costLimit, ENGINE_LIMITS, LIMIT_RULES, MOST_TOKENS } from './query-limits.js';
import type { Spans } from '../telemetry/spans.js';
import { tracedOperations } from '../telemetry/traced-http.js';
import type { ServiceLog } from './service-log.js';
import { trustedDocumentsOnly } from './trusted-documents.js';

/** How long an operation may take. */
const DEADLINE_MS = 10_000;

/** A request that was authenticated before GraphQL sees it. */
export interface AuthenticatedRequest extends Request {
  viewer: ApiViewer;
}

/** GraphQL with everything shut that a stranger could use (security R20–R23). */
export function graphqlModule(log: ServiceLog, spans: Spans): DynamicModule {
  return GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    transformSchema: guardSchema,
    transformAutoSchemaFile: true,
    introspection: false,
    graphiql: false,
    playground: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    parseOptions: { maxLexicalTokens: MOST_TOKENS },
    validationRules: [...LIMIT_RULES],
    ...ENGINE_LIMITS,
    persistedQueries: false,
    documentStore: new ParsedDocuments(),
    plugins: [tracedOperations(spans), trustedDocumentsOnly, costLimit],
    formatError: errorFormatter(log),
    logger: apolloLog(log),
    context: ({ req, res }: { req: AuthenticatedRequest; res: Response }): ApiContext => ({
      viewer: req.viewer,
      signal: untilGone(res),
    }),
  });
}

/**
 * Aborts after the deadline, or when the client is gone. With a timer that ends with the answer: `AbortSignal.timeout` would keep
 * each operation's signal, and what hangs from it, until its time is over.
 */
function untilGone(response: Response): AbortSignal {
  const over = new AbortController();
  const timer = setTimeout(() => {
    over.abort(new DOMException('The operation took too long.', 'TimeoutError'));
  }, DEADLINE_MS);
  response.once('close', () => {
    clearTimeout(timer);
    if (!response.writableFinished) over.abort();
  });
  return over.signal;
}

/** What Apollo has to say goes by event, never by text: it quotes what clients sent. */
function apolloLog(log: ServiceLog): Record<'debug' | 'info' | 'warn' | 'error', () => void> {
  const silent = (): void => undefined;
  const told = (): void => {
    log.warn('apollo');
  };
  return { debug: silent, info: silent, warn: told, error: told };
}
