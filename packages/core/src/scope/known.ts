/** A claim that holds, does not hold, or of which nobody has said whether it does. */
export type Known = boolean | undefined;

/** Whether all hold: one that does not settles it, whatever is unknown of the others (Kleene). */
export function allOf(...claims: readonly Known[]): Known {
  if (claims.includes(false)) return false;
  return claims.includes(undefined) ? undefined : true;
}

/** Whether one holds: one that does settles it, whatever is unknown of the others (Kleene). */
export function anyOf(...claims: readonly Known[]): Known {
  if (claims.includes(true)) return true;
  return claims.includes(undefined) ? undefined : false;
}
