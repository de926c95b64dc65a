import { describe, expect, it } from '@jest/globals';
import { Secret } from '@habeas/connector-sdk';
import { pino } from 'pino';
import { ServiceLog } from './service-log.js';

const PERSON = { email: 'ada@example.org', toJSON: () => 'ada@example.org', toString: () => 'ada@example.org' };

describe('a line of the log', () => {
  const written: string[] = [];
  const log = new ServiceLog(pino({ base: {} }, { write: (text: string) => void written.push(text) }));
  const lineOf = (write: () => void): { readonly text: string; readonly fields: Record<string, unknown> } => {
    written.length = 0;
    write();
    expect(written).toHaveLength(1);
    const text = written[0]!;
    expect(text.slice(0, -1)).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    expect(text.endsWith('\n')).toBe(true);
    return { text, fields: JSON.parse(text) as Record<string, unknown> };
  };

  it('stays one line, whatever is in it', () => {
    const forged = 'req_1\r\n{"level":50,"event":"forged"}\u001b[2K\u2028\u0007';
    const { fields } = lineOf(() => {
      log.info('step', { id: forged, count: 3, isLast: false });
    });
    expect(fields).toMatchObject({ event: 'step', count: 3, isLast: false });
    expect(fields['id']).toBe('req_1\ufffd\ufffd{"level":50,"event":"forged"}\ufffd[2K\ufffd\ufffd');
    const { fields: other } = lineOf(() => {
      log.warn('a\nb', { 'x\ny': 'left out', event: 'not this', long: 'y'.repeat(5_000) });
    });
    expect(Object.keys(other)).toEqual(['level', 'time', 'event', 'long']);
    expect([other['event'], String(other['long']).length]).toEqual(['a\ufffdb', 200]);
  });

  it('says of an object only that it is one', () => {
    const planted = { person: PERSON, list: [PERSON], secret: new Secret('hunter2'), nothing: undefined, act: () => PERSON };
    const { text, fields } = lineOf(() => {
      log.info('step', planted as never);
    });
    expect(fields).toMatchObject({
      person: '[object]',
      list: '[object]',
      secret: '[object]',
      nothing: '[undefined]',
      act: '[function]',
    });
    expect(text).not.toMatch(/ada|hunter2/u);
  });

  it('says of an error its type, its code and where it came from; nothing that it quotes', () => {
    const error = Object.assign(new TypeError('ada@example.org is no number'), { code: 'ada@example.org', person: PERSON });
    const { text, fields } = lineOf(() => {
      log.fault('graphql', error, { id: 'x1' });
    });
    expect(fields).toMatchObject({ level: 50, event: 'graphql', id: 'x1', error: 'TypeError' });
    expect(text).not.toContain('ada');
    expect(
      lineOf(() => {
        log.fault('step', Object.assign(new Error('x'), { code: 'blob-full' }));
      }).fields,
    ).toMatchObject({
      code: 'blob-full',
    });
    expect(
      lineOf(() => {
        log.fault('step', PERSON);
      }).fields,
    ).toMatchObject({ error: 'object' });
  });

  it('has no code of an error whose code is no word, and no place where the stack names none', () => {
    const { fields } = lineOf(() => {
      log.fault('step', Object.assign(new Error('x'), { code: 5, stack: `Error: ${PERSON.email}` }));
    });
    expect(fields).toEqual({ level: 50, time: expect.any(Number), event: 'step', error: 'Error' });
    const { fields: without } = lineOf(() => {
      log.fault('step', Object.assign(new Error('x'), { stack: undefined }));
    });
    expect(without).not.toHaveProperty('at');
  });
});
