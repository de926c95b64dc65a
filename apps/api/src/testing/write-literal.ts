import { getNullableType, type GraphQLInputType, isEnumType, isInputObjectType, isListType } from 'graphql';

/** A value as the language writes it, right or wrong for its type. Names of enumerations have no quotes. */
export function writeLiteral(value: unknown, type: GraphQLInputType): string {
  const inner = getNullableType(type);
  if (Array.isArray(value)) {
    const item: GraphQLInputType = isListType(inner) ? inner.ofType : inner;
    return `[${value.map((each) => writeLiteral(each, item)).join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const fields = isInputObjectType(inner) ? inner.getFields() : {};
    const written = Object.entries(value).map(([key, each]) => `${key}: ${writeLiteral(each, fields[key]?.type ?? inner)}`);
    return `{ ${written.join(', ')} }`;
  }
  return typeof value === 'string' && isEnumType(inner) ? value : JSON.stringify(value);
}
