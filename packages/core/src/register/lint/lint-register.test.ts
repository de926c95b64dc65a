import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { recipientWith, SOUND_REGISTER } from '../../testing/sound-register.js';
import { lintRegister } from './lint-register.js';
import { REGISTER_LINTS } from './lint.js';

describe('PRF-04: a register', () => {
  it('in which everything is told as the law wants it has no lint', () => {
    expect(lintRegister(SOUND_REGISTER)).toEqual([]);
  });

  it('says of each lint how grave it is, after which article, and what to do', () => {
    const [lint] = lintRegister(recipientWith((host) => delete host.name));
    expect(lint).toEqual({
      id: 'RECIPIENT_UNNAMED',
      severity: 'blocking',
      article: 'Art. 15(1)(c)',
      path: ['recipients', 'host'],
      text: expect.stringContaining('"Members"'),
      remedy: expect.stringContaining('unnamedBecause'),
    });
  });

  it('has its lints explained in docs/register.md, in their order, with severity and article', () => {
    const page = readFileSync(new URL('../../../../../docs/register.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^\| `([A-Z0-9_]+)` +\| (\w+) +\| ((?:Art\.|CSP) [^|]+?) +\|/gmu)].map(
      ([, ...cells]) => cells,
    );
    expect(rows).toEqual(Object.entries(REGISTER_LINTS).map(([id, { severity, article }]) => [id, severity, article]));
  });
});
