import { describe, expect, it } from '@jest/globals';
import { serviceArguments } from './arguments.js';

describe('the command line of the service', () => {
  it.each([
    ['nothing', [], { config: 'service.yaml', role: 'all' }],
    ['a configuration', ['--config', 'here/service.yaml'], { config: 'here/service.yaml', role: 'all' }],
    ['a role', ['--role', 'worker', '--config=a.yaml'], { config: 'a.yaml', role: 'worker' }],
  ])('may say %s', (_what, args, read) => {
    expect(serviceArguments(args)).toEqual(read);
  });

  it.each([
    ['an unknown option', ['--port', '4000'], 'this is not understood: 4000 port'],
    ['a word', ['start'], 'this is not understood: start'],
    ['a role that there is not', ['--role', 'master'], 'there is no such role'],
    ['a role without a name', ['--role'], 'there is no such role'],
    ['a configuration without a name', ['--config'], 'a path has to follow --config'],
  ])('with %s is refused with what it may say', (_what, args, what) => {
    expect(() => serviceArguments(args)).toThrow(
      `command line: ${what} (npm start -- [--config service.yaml] [--role all|api|worker])`,
    );
  });
});
