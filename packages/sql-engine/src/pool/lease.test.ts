import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { Lease } from './lease.js';

/** A lease, and what became of its connection. */
function leased(kill: () => Promise<void> = () => Promise.resolve()): {
  readonly lease: Lease<string>;
  readonly stop: AbortController;
  readonly told: string[];
} {
  const stop = new AbortController();
  const told: string[] = [];
  const lease = new Lease(
    'connection',
    {
      signal: stop.signal,
      kill: () => {
        told.push('killed');
        return kill();
      },
      close: () => void told.push('closed'),
      tooLong: () => new Error('too long'),
      takeBack: () => void told.push('taken back'),
    },
    () => void told.push('ended'),
  );
  return { lease, stop, told };
}

const forever = new Promise<never>(() => undefined);

describe('a lease', () => {
  it('gives what the work gives, and the connection back once', async () => {
    const { lease, told } = leased();
    await expect(lease.guard(Promise.resolve(7), 1_000)).resolves.toBe(7);
    lease.release();
    lease.release();
    await lease.discard();
    expect(told).toEqual(['ended', 'taken back']);
  });

  it('passes a fault of the work on', async () => {
    const { lease } = leased();
    await expect(lease.guard(Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  });

  it('ends work that takes too long on the server, and then says so', async () => {
    const { lease, told } = leased();
    await expect(lease.guard(forever, 1)).rejects.toThrow('too long');
    expect(told).toEqual(['ended', 'killed', 'closed']);
  });

  it('ends what runs on the server when the request is cancelled, whatever the work says of it', async () => {
    const { lease, stop, told } = leased(() => pause(5));
    const work = new Promise<never>((_resolve, reject) => setTimeout(reject, 2, new Error('killed')));
    const guarded = lease.guard(work);
    stop.abort();
    await expect(guarded).rejects.toMatchObject({ errorClass: 'aborted' });
    await lease.discard();
    expect(told).toEqual(['ended', 'killed', 'closed']);
  });

  it('is over when the request is cancelled between two pieces of work', async () => {
    const { lease, stop, told } = leased();
    await lease.guard(Promise.resolve());
    stop.abort();
    await expect(lease.guard(forever)).rejects.toMatchObject({ errorClass: 'aborted' });
    lease.release();
    expect(told).toEqual(['ended', 'killed', 'closed']);
  });

  it('closes the connection of a server that cannot be told to end it', async () => {
    const { lease, told } = leased(() => Promise.reject(new Error('gone')));
    await Promise.all([lease.discard(), lease.discard()]);
    expect(told).toEqual(['ended', 'killed', 'closed']);
  });

  it('listens to the request no more after its end', () => {
    const { lease, stop, told } = leased();
    lease.release();
    stop.abort();
    expect(told).toEqual(['ended', 'taken back']);
  });
});
