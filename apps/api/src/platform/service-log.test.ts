import { describe, expect, it } from '@jest/globals';
import { Secret } from '@habeas/connector-sdk';
import { pino } from 'pino';
import { StoreFault } from '../persistence/store-fault.js';
import { ServiceLog } from './service-log.js';

const SENT = 'ann@example.org';

function logged(write: (log: ServiceLog) => void): readonly string[] {
  const lines: string[] = [];
  write(new ServiceLog(pino({ base: {} }, { write: (line: string) => void lines.push(line) })));
  return lines;
}

const fieldsOf = (write: (log: ServiceLog) => void): Readonly<Record<string, unknown>> =>
  JSON.parse(logged(write)[0] ?? '') as Record<string, unknown>;

describe('the log', () => {
  it('has a line of JSON for each event, with its level and its fields', () => {
    const lines = logged((log) => {
      log.info('listening', { role: 'all', weeks: 2, isNew: true });
      log.warn('apollo');
    });
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { level: 30, time: expect.any(Number), event: 'listening', role: 'all', weeks: 2, isNew: true },
      { level: 40, time: expect.any(Number), event: 'apollo' },
    ]);
  });

  it('says of an error its type, its code and where it was thrown, and never its text or its cause', () => {
    const error = new TypeError(`no such person: ${SENT}`, { cause: new Error(SENT) });
    const [line = ''] = logged((log) => { log.fault('http', error, { id: 'req_1' }); }); // prettier-ignore
    expect(JSON.parse(line)).toEqual({
      level: 50,
      time: expect.any(Number),
      event: 'http',
      id: 'req_1',
      error: 'TypeError',
      at: expect.stringMatching(/ service-log\.test\.ts:\d+$/u),
    });
    expect(line).not.toContain(SENT);
  });

  it('has the code of an error that has one, and only where it is a text', () => {
    expect(fieldsOf((log) => { log.fault('step', new StoreFault('ER_DUP_ENTRY')); })).toMatchObject({ error: 'StoreFault', code: 'STORE_FAULT' }); // prettier-ignore
    expect(fieldsOf((log) => { log.fault('step', Object.assign(new Error('x'), { code: 5 })); })).not.toHaveProperty('code'); // prettier-ignore
  });

  it.each([
    ['a text', SENT],
    ['an object', { message: SENT }],
    ['nothing', undefined],
  ])('says of %s that was thrown only what it is', (_what, thrown) => {
    expect(fieldsOf((log) => { log.fault('step', thrown); })).toEqual({ level: 50, time: expect.any(Number), event: 'step', error: typeof thrown }); // prettier-ignore
  });

  it('is not led astray by an error whose stack is somebody’s text', () => {
    const error = Object.assign(new Error('x'), { stack: `Error: ${SENT}\n    ${SENT}` });
    expect(fieldsOf((log) => { log.fault('step', error); })).not.toHaveProperty('at'); // prettier-ignore
  });

  it('keeps to one line whatever a field holds, and prints no secret', () => {
    const [line = '', ...more] = logged((log) => {
      log.info('kept', { id: 'a\r\nb\u0000\u001b[31m', ...({ secret: new Secret(SENT) } as object) });
    });
    expect(more).toEqual([]);
    expect(line.trimEnd()).not.toMatch(/[\u0000-\u001f]/u);
    expect(line).not.toContain(SENT);
    expect(JSON.parse(line)).toMatchObject({ id: 'a\r\nb\u0000\u001b[31m', secret: '[secret]' });
  });
});
