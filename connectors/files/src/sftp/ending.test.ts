import { Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import type { SFTPWrapper } from 'ssh2';
import { Ending } from './ending.js';
import { SftpConnection } from './sftp-connection.js';
import { FAULTS, sftpFault } from './sftp-errors.js';

describe('a connection that has ended', () => {
  const waiting = { limitMs: 1_000, late: () => sftpFault(FAULTS.SILENT), faultOf: () => sftpFault(FAULTS.BROKEN) };

  it('gives whoever waits, and whoever asks afterwards, the first reason', async () => {
    let destroyed = 0;
    const ending = new Ending(() => (destroyed += 1));
    const asked = ending.ask<number>(() => undefined, waiting);
    ending.end(sftpFault(FAULTS.ABORTED));
    ending.end(sftpFault(FAULTS.LOST));
    await expect(asked).rejects.toMatchObject({ errorClass: 'aborted' });
    await expect(ending.ask<number>((answer) => { answer(null, 1); }, waiting)).rejects.toMatchObject({ errorClass: 'aborted' }); // prettier-ignore
    expect(destroyed).toBe(1);
  });
});

describe('a folder on a server', () => {
  it('is not listed beyond a limit', async () => {
    const list = Array.from({ length: 60_000 }, (_, index) => ({ filename: String(index), longname: '', attrs: {} }));
    const endless = {
      opendir: (_: string, answer: (error: undefined, handle: Buffer) => void) => { answer(undefined, Buffer.from('1')); },
      readdir: (_: Buffer, answer: (error: undefined, entries: typeof list) => void) => { answer(undefined, list); },
    }; // prettier-ignore
    const connection = new SftpConnection(new Socket(), endless as unknown as SFTPWrapper, new Ending(() => undefined), 1_000);
    await expect(connection.entries('/exports')).rejects.toMatchObject({ errorClass: 'quota' });
  });
});
