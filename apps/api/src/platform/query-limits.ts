import type { ApolloServerPlugin } from '@apollo/server';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import {
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { type ComplexityEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity';
import type { ApiContext } from './api-viewer.js';

/** How much one document may ask for (security R21). Messages do not tell the limits. */
const LIMITS = { depth: 8, aliases: 10, directives: 20, cost: 2_000, rootFields: 5, mutations: 2 } as const;

/** Marks errors about limits: validation gives all of its errors a code of its own. */
export const IS_LIMIT = 'isLimit';

/** Tokens a document may have, for the parser. */
export const MOST_TOKENS = 1_000;

/** What goes into GraphQL's own limits (security R20): a hostile document is not worth a long list of what is wrong with it. */
export const ENGINE_LIMITS = {
  maxRecursiveSelections: 5_000,
  validationOptions: { maxErrors: 5 },
  executionOptions: { maxCoercionErrors: 5 },
} as const;

const REPORTED = {
  exposeLimits: false,
  // What is thrown out of a validation is taken for a fault of the service
  propagateOnRejection: false,
  onReject: [
    (context: { reportError(error: GraphQLError): void } | null) => {
      context?.reportError(tooMuch());
    },
  ],
};

/** What is refused before a document runs. Limits of pages are minded again by those who read them. */
export const LIMIT_RULES: readonly ValidationRule[] = [
  maxDepthRule({ n: LIMITS.depth, ...REPORTED }),
  maxAliasesRule({ n: LIMITS.aliases, ...REPORTED }),
  maxDirectivesRule({ n: LIMITS.directives, ...REPORTED }),
  fewRootFields,
];

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
        if (costOf(schema, document, request) > LIMITS.cost) throw tooMuch();
        return Promise.resolve();
      },
    }),
};

/** Throws where the variables are not what the document says: nothing has to be executed to see that. */
function costOf(schema: GraphQLSchema, document: DocumentNode, { variables, operationName }: Asked): number {
  try {
    return getComplexity({
      schema,
      query: document,
      variables: variables ?? {},
      estimators: [pages, simpleEstimator({ defaultComplexity: 1 })],
      maxQueryNodes: MOST_NODES,
      ...(operationName === undefined ? {} : { operationName }),
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (message.includes('number of nodes')) throw tooMuch();
    throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
  }
}

interface Asked {
  readonly variables?: Record<string, unknown> | undefined;
  readonly operationName?: string | undefined;
}

/** Selections that are looked at, with fragments as often as they are spread. */
const MOST_NODES = 10_000;

/** Root fields are where the work begins: few of them, and fewer mutations, in one document, however they are written. */
function fewRootFields(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition: ({ operation, selectionSet }) => {
      // GraphQL's own rules let through a kind of operation that the schema does not have
      if (context.getSchema().getRootType(operation) === undefined) context.reportError(new GraphQLError('No such operation.'));
      const most = operation === OperationTypeNode.MUTATION ? LIMITS.mutations : LIMITS.rootFields;
      if (rootFields(context, selectionSet, new Set()) > most) context.reportError(tooMuch());
    },
  };
}

/** Each occurrence counts; a fragment that spreads itself is refused by another rule, and counted once. */
function rootFields(context: ValidationContext, { selections }: SelectionSetNode, within: ReadonlySet<string>): number {
  return selections.reduce((sum, selection) => {
    if (sum > LIMITS.rootFields) return sum;
    if (selection.kind === Kind.FIELD) return sum + 1;
    if (selection.kind === Kind.INLINE_FRAGMENT) return sum + rootFields(context, selection.selectionSet, within);
    const name = selection.name.value;
    const fragment = within.has(name) ? undefined : context.getFragment(name);
    return sum + (fragment == null ? 1 : rootFields(context, fragment.selectionSet, new Set([...within, name])));
  }, 0);
}

function tooMuch(): GraphQLError {
  return new GraphQLError('The document asks for too much.', {
    extensions: { code: 'TOO_MUCH', [IS_LIMIT]: true, http: { status: 400 } },
  });
}
