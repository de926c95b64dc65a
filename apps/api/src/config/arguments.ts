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
  if (unknown.length > 0) throw refused(`this is not understood: ${unknown.join(' ')}`);
  if (role === undefined) throw refused('there is no such role');
  if (typeof values.config !== 'string') throw refused('a path has to follow --config');
  return { config: values.config, role };
}

function refused(what: string): InvalidInputError {
  const remedy = 'npm start -- [--config service.yaml] [--role all|api|worker]';
  return new InvalidInputError([{ file: 'command line', what, remedy }]);
}
