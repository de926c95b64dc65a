import { parseArgs } from 'node:util';
import { InvalidInputError } from '@habeas/connector-sdk';

/** What the service is started with. */
export interface ServiceArguments {
  /** The path of service.yaml. */
  readonly config: string;
  /** `all` answers and works; `api` only answers; `worker` only works. */
  readonly role: 'all' | 'api' | 'worker';
}

const ROLES = ['all', 'api', 'worker'] as const;

/** Reads the command line. Throws `InvalidInputError` that says what it does not know. */
export function serviceArguments(args: readonly string[]): ServiceArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { config: { type: 'string', default: 'service.yaml' }, role: { type: 'string', default: 'all' } },
    strict: false,
    allowPositionals: true,
  });
  const unknown = [...positionals, ...Object.keys(values).filter((name) => name !== 'config' && name !== 'role')];
  const role = ROLES.find((known) => known === values.role);
  if (unknown.length > 0 || role === undefined || typeof values.config !== 'string') {
    const what = role === undefined ? 'there is no such role' : `this is not understood: ${unknown.join(' ')}`;
    throw new InvalidInputError([
      { file: 'command line', what, remedy: 'npm start -- [--config service.yaml] [--role all|api|worker]' },
    ]);
  }
  return { config: values.config, role };
}
