/** A variable of the environment, or `undefined` where it is unset or empty. The only place that reads the environment. */
export function environmentVariable(name: string): string | undefined {
  // eslint-disable-next-line no-restricted-properties -- this is the one file the rule points to
  const value = process.env[name];
  return value === undefined || value === '' ? undefined : value;
}
