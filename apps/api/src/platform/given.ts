/** Fields without those that are null or missing. */
export type Given<T> = { [Key in keyof T]?: NonNullable<T[Key]> };

/** GraphQL has null where core has nothing. */
export function given<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)) as Given<T>;
}
