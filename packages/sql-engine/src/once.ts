/** A function of an object that never changes, worked out once for each. What throws is tried again. */
export function oncePer<A extends object, T extends object>(workOut: (about: A) => T): (about: A) => T {
  const known = new WeakMap<A, T>();
  return (about) => {
    const before = known.get(about);
    if (before !== undefined) return before;
    const found = workOut(about);
    known.set(about, found);
    return found;
  };
}

/** The same for a function of two objects. */
export function oncePerPair<A extends object, B extends object, T extends object>(
  workOut: (about: A, and: B) => T,
): (about: A, and: B) => T {
  const known = oncePer<A, (and: B) => T>((about) => oncePer((and) => workOut(about, and)));
  return (about, and) => known(about)(and);
}
