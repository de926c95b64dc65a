import { describe, expect, it } from '@jest/globals';
import { Refused, StaleVersion } from '@habeas/core';
import { answer } from './answer.js';

const shape = (result: string): string => `shaped ${result}`;

describe('a mutation', () => {
  it('answers with what it came to', async () => {
    expect(await answer(Promise.resolve('it'), shape)).toBe('shaped it');
  });

  it('answers with the refusal where that was to be expected', async () => {
    const refused = Promise.reject(new Refused('WRONG_STATE', 'Not now.', 'Later.'));
    expect(await answer(refused, shape)).toEqual({ code: 'WRONG_STATE', message: 'Not now.', remedy: 'Later.' });
  });

  it('answers that something was changed meanwhile', async () => {
    const stale = Promise.reject(new StaleVersion());
    expect(await answer(stale, shape)).toMatchObject({ code: 'CHANGED', remedy: 'Look at it again.' });
  });

  it('does not take a fault for a refusal', async () => {
    await expect(answer(Promise.reject(new TypeError('a bug')), shape)).rejects.toThrow(TypeError);
  });
});
