/** Every combination of the choices, one value of each: the whole of a finite domain, without holding it. */
export function* product<T>(choices: { readonly [Name in keyof T]: readonly T[Name][] }): Iterable<T> {
  const names = Object.keys(choices) as (keyof T)[];
  const first = Object.fromEntries(names.map((name) => [name, choices[name][0]])) as T;
  const count = names.reduce((product, name) => product * choices[name].length, 1);
  for (let index = 0; index < count; index += 1) {
    let rest = index;
    const combination = { ...first };
    for (const name of names) {
      const values = choices[name];
      combination[name] = values[rest % values.length]!;
      rest = Math.floor(rest / values.length);
    }
    yield combination;
  }
}
