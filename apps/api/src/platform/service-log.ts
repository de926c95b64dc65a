import { type Logger, pino } from 'pino';

/** What may stand beside a line: ids, kinds and counts. */
export type LogFields = Readonly<Record<string, string | number | boolean>>;

/** The log of the service: what happened, with fields from an allow-list. No text of an error that is not ours, no personal data (security R71). */
export class ServiceLog {
  constructor(private readonly logger: Logger = pino({ base: {}, timestamp: pino.stdTimeFunctions.isoTime })) {}

  info(event: string, fields: LogFields = {}): void {
    this.logger.info(line(event, fields));
  }

  warn(event: string, fields: LogFields = {}): void {
    this.logger.warn(line(event, fields));
  }

  /** Something failed. Of the error only its type, its code and where in our code it was thrown. */
  fault(event: string, error: unknown, fields: LogFields = {}): void {
    this.logger.error(line(event, { ...fields, ...traits(error) }));
  }
}

const LONGEST = 200;
const CODE = /^[\w.-]{1,60}$/u;

/**
 * What types promise is made sure of once more: names that are words, values that are numbers, truth or short texts in which nothing
 * controls a terminal or begins a line. Anything else says only what type it is: an object may be a person's.
 */
function line(event: string, fields: LogFields): LogFields {
  const clean = Object.entries(fields).filter(([name]) => CODE.test(name) && name !== 'event');
  return { event: text(event), ...Object.fromEntries(clean.map(([name, value]) => [name, plain(value)])) };
}

function plain(value: unknown): string | number | boolean {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' ? text(value) : `[${typeof value}]`;
}

function text(value: string): string {
  return value.slice(0, LONGEST).replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\ufffd');
}

function traits(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' && CODE.test(error.code) ? { code: error.code } : {};
  const frame = /\bat (?:async )?([\w.#<> ]{1,80}) \((?:[^()]*\/)?([\w.-]+:\d+):\d+\)/u.exec(error.stack ?? '');
  return { error: error.constructor.name, ...code, ...(frame === null ? {} : { at: `${frame[1] ?? ''} ${frame[2] ?? ''}` }) };
}
