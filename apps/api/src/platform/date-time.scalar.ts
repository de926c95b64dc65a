import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** RFC 3339, with seconds and an offset. */
const SHAPE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/u;

/** A point in time as RFC 3339 writes it. Refuses everything else, without quoting it. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'A point in time as RFC 3339 writes it, such as 2019-12-03T09:54:33Z.',
  serialize: (value) => {
    if (value instanceof Date) return value.toISOString();
    throw new TypeError('This is no point in time.');
  },
  parseValue: parsed,
  parseLiteral: (node) => parsed(node.kind === Kind.STRING ? node.value : undefined),
});

function parsed(value: unknown): Date {
  const time = typeof value === 'string' && SHAPE.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) throw new GraphQLError('This is no point in time as RFC 3339 writes it.');
  return new Date(time);
}
