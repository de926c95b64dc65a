import type { ApolloServerPlugin } from '@apollo/server';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { GraphQLError, type ValidationRule } from 'graphql';
import { type ComplexityEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity';
import type { ApiContext } from './api-viewer.js';

/** How much one document may ask for (security R21). Messages do not tell the limits. */
const LIMITS = { depth: 8, aliases: 10, directives: 20, cost: 2_000, rootFields: 5, mutations: 2 } as const;

/** Tokens a document may have, for the parser. */
export const MOST_TOKENS = 1_000;

/** What is refused before a document runs. Limits of pages are minded again by those who read them. */
export const LIMIT_RULES: readonly ValidationRule[] = [
  maxDepthRule({ n: LIMITS.depth, exposeLimits: false }),
  maxAliasesRule({ n: LIMITS.aliases, exposeLimits: false }),
  maxDirectivesRule({ n: LIMITS.directives, exposeLimits: false }),
  fewRootFields,
] as unknown as readonly ValidationRule[];

/** A page costs its size times what is in it, wherever the size comes from; a negative one is as dear as the largest. */
const pages: ComplexityEstimator = ({ args, childComplexity }) => {
  const first: unknown = args['first'];
  if (typeof first !== 'number') return undefined;
  return 1 + (first < 0 ? 100 : first) * childComplexity;
};

/** Refuses documents that cost too much, with their variables and defaults: literals alone would miss most. */
export const costLimit: ApolloServerPlugin<ApiContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ request, document, schema }) => {
        const cost = getComplexity({
          schema,
          query: document,
          variables: request.variables ?? {},
          estimators: [pages, simpleEstimator({ defaultComplexity: 1 })],
          ...(request.operationName === undefined ? {} : { operationName: request.operationName }),
        });
        if (cost > LIMITS.cost) throw tooMuch('The document asks for too much.');
        return Promise.resolve();
      },
    }),
};

/** Root fields are where the work begins: few of them, and fewer mutations, in one document. */
function fewRootFields(context: { reportError(error: GraphQLError): void }): object {
  return {
    OperationDefinition: (node: {
      readonly operation: string;
      readonly selectionSet: { readonly selections: readonly unknown[] };
    }) => {
      const most = node.operation === 'mutation' ? LIMITS.mutations : LIMITS.rootFields;
      if (node.selectionSet.selections.length > most) context.reportError(tooMuch('The document has too many root fields.'));
    },
  };
}

function tooMuch(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'TOO_MUCH' } });
}
