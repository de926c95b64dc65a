import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { hidden, StaffHouse } from '../testing/staff-house.js';
import { GUESSABLE_WORDS } from './guessable-words.js';
import { newPassword } from './password-rules.js';

const CONTEXT = ['ann.smith@example.org', 'Ann Smith', 'Chorale des Tilleuls'];

function choose(password: string): Promise<string> {
  return newPassword(new StaffHouse().desk, hidden(password), CONTEXT);
}

describe('a new password', () => {
  it.each([
    ['words that have nothing to do with each other', 'violet tram ladder quince'],
    ['signs at random', '%k;vQ_8]r<2Zp+w'],
    ['fifteen characters of any script', '木曜日の猫は青い傘を持って歩いた'],
    ['a phrase with one word of the context', 'smith hides seven purple umbrellas'],
  ])('can be %s', async (_what, password) => {
    await expect(choose(password)).resolves.toMatch(/^hash of/u);
  });

  it.each([
    ['too short', 'violet tram ld'],
    ['too short once it is composed', 'ﬁ'.normalize('NFKD').repeat(7)],
    ['too long', 'violet tram '.repeat(100)],
    ['a common one twice', 'passwordpassword'],
    ['a common one in disguise', 'P@$$w0rd-P4ssw0rd'],
    ['a common one with a year', 'Password-2024-2025'],
    ['a row of keys', 'qwertyuiop123456'],
    ['digits', '123456789012345'],
    ['one character', 'aaaaaaaaaaaaaaaa'],
    ['a famous phrase', 'Correct Horse Battery Staple!'],
    ['the product', 'Habeas-Habeas-2025'],
    ['the login', 'ann.smith@example.org1'],
    ['the name', 'AnnSmith!AnnSmith!'],
    ['the controller', 'chorale des tilleuls 1'],
    ['words that hold another one where they meet', 'iloveyoucan-abcdefghijkl'],
  ])('is refused where it is %s, and is not repeated', async (_what, password) => {
    const refusal: unknown = await choose(password).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT' });
    expect(JSON.stringify([refusal, (refusal as Error).message])).not.toContain(password);
  });

  it('is never made of guessable words only, however they are joined', async () => {
    const words = fc.array(fc.constantFrom(...GUESSABLE_WORDS), { minLength: 8, maxLength: 12 });
    const joint = fc.constantFrom('', '-', '_', ' ', '.');
    await fc.assert(
      fc.asyncProperty(words, joint, async (parts, sign) => {
        await expect(choose(parts.map((part) => part.toUpperCase()).join(sign))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
      }),
    );
  });
});
