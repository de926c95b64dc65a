import { parseLocalDate } from '@habeas/core/law';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** A day as ISO 8601 writes it. Refuses everything else, without quoting it. */
export const LocalDate = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  description: 'A day of the calendar, without time and zone, such as 2026-04-07.',
  serialize: parsed,
  parseValue: parsed,
  parseLiteral: (node) => parsed(node.kind === Kind.STRING ? node.value : undefined),
});

function parsed(value: unknown): string {
  const date = parseLocalDate(typeof value === 'string' ? value : '');
  if (date === undefined) throw new GraphQLError('This is no day as ISO 8601 writes it.');
  return date;
}
