import { describe, expect, it } from '@jest/globals';
import { syntheticAddresses } from './addresses.js';
import { filesAreNamed } from './file-names.js';
import { noMachineTraces } from './machine-traces.js';
import { silencersGiveReasons } from './silencers.js';
import type { TextRule } from './text-file.js';

/** What a rule should find is written in pieces, or the check would find it here. */
const at = (name: string, domain: string): string => `${name}@${domain}`;
const judge = (rule: TextRule, text: string, path = 'packages/core/src/a.ts'): number => rule({ path, text }).length;

describe('syntheticAddresses', () => {
  it.each(['example.org', 'mail.example.com', 'EXAMPLE.net', 'shop.test', 'münchen.example', 'a.invalid', 'db.localhost'])(
    'accepts an address at %s',
    (domain) => {
      expect(judge(syntheticAddresses, `to ${at('ann', domain)}.`)).toBe(0);
    },
  );

  it.each(['example.fr', 'notexample.org', 'test.org', 'münchen.de', 'example.org.evil.io'])(
    'refuses an address at %s',
    (domain) => {
      expect(judge(syntheticAddresses, `to ${at('ann', domain)}.`)).toBe(1);
    },
  );

  it('accepts in a shipped register what a controller publishes as its contact, and no other address', () => {
    const register = 'packages/example-worlds/registers/assistance-network.register.yaml';
    expect(judge(syntheticAddresses, at('dpo', 'ima.eu'), register)).toBe(0);
    expect(judge(syntheticAddresses, at('ann', 'ima.eu'), register)).toBe(1);
    expect(judge(syntheticAddresses, at('dpo', 'ima.eu'))).toBe(1);
  });

  it('does not take versions, packages, decorators and what can be no domain for addresses', () => {
    expect(judge(syntheticAddresses, 'npm@11.19.1 @habeas/core zod@^4.6.7 @public ann@-nowhere.org')).toBe(0);
  });
});

describe('noMachineTraces', () => {
  it.each(['home', 'root', 'tmp', 'work', 'Users'])('refuses a path under /%s', (folder) => {
    expect(judge(noMachineTraces, `cd ${['', folder, 'x'].join('/')}`)).toBe(1);
  });

  it('accepts relative paths and parts of addresses that look like one', () => {
    expect(judge(noMachineTraces, './tmp/x src/work/y https://example.org/home/z')).toBe(0);
  });

  it('refuses the host of a registry', () => {
    expect(judge(noMachineTraces, ['https:', '', 'registry.example.org'].join('/'))).toBe(1);
  });
});

describe('silencersGiveReasons', () => {
  const directive = (rest: string): string => ['//', `eslint-disable-next-line ${rest}`].join(' ');

  it('accepts a rule switched off for one line with a reason', () => {
    expect(judge(silencersGiveReasons, directive('no-console -- the terminal is its output'))).toBe(0);
  });

  it('refuses one without a reason, and one for a whole file', () => {
    expect(judge(silencersGiveReasons, directive('no-console'))).toBe(1);
    expect(judge(silencersGiveReasons, ['/*', 'eslint-disable no-console -- so */'].join(' '))).toBe(1);
  });

  it('reads code only', () => {
    expect(judge(silencersGiveReasons, directive('no-console'), 'docs/a.md')).toBe(0);
  });
});

describe('filesAreNamed', () => {
  it.each(['packages/core/src/find-person.int.test.ts', 'docs/README.md', 'jest.config.mjs'])('accepts %s', (path) => {
    expect(judge(filesAreNamed, '', path)).toBe(0);
  });

  it.each(['packages/core/src/findPerson.ts', 'packages/core/src/helpers/names.ts', 'packages/core/src/utils.ts'])(
    'refuses %s',
    (path) => {
      expect(judge(filesAreNamed, '', path)).toBe(1);
    },
  );
});
