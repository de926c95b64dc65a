import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** RFC 3339, with seconds and an offset. */
const SHAPE = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/u;

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
  const day = typeof value === 'string' ? SHAPE.exec(value)?.[1] : undefined;
  const time = day !== undefined && isDay(day) ? Date.parse(String(value)) : Number.NaN;
  if (Number.isNaN(time)) throw new GraphQLError('This is no point in time as RFC 3339 writes it.');
  return new Date(time);
}

/** JavaScript takes 30 February for 2 March, and the time limit of a request would be wrong by that. */
function isDay(day: string): boolean {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(day);
}
