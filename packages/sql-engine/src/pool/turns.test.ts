import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.js';

describe('turns', () => {
  const never = new AbortController().signal;

  it('are taken by so many at a time, in the order they were asked for', async () => {
    const turns = new Turns(2);
    const begun: number[] = [];
    const works = [1, 2, 3, 4].map((number) => turns.take(never).then(() => begun.push(number)));
    await Promise.all(works.slice(0, 2));
    expect(begun).toEqual([1, 2]);
    turns.giveBack();
    await works[2];
    turns.giveBack();
    await Promise.all(works);
    expect(begun).toEqual([1, 2, 3, 4]);
  });

  it('are given up by whoever is cancelled while waiting, and by nobody else', async () => {
    const turns = new Turns(1);
    await turns.take(never);
    const cancelled = new AbortController();
    const first = turns.take(cancelled.signal);
    const second = turns.take(never);
    cancelled.abort();
    await expect(first).rejects.toMatchObject({ errorClass: 'aborted' });
    turns.giveBack();
    await second;
    turns.giveBack();
    await turns.take(never);
    await expect(turns.take(cancelled.signal)).rejects.toMatchObject({ errorClass: 'aborted' });
  });
});
