import { type Logger, pino } from 'pino';

/** What may stand beside a line: ids, kinds and counts. */
export type LogFields = Readonly<Record<string, string | number | boolean>>;

/** The log of the service: what happened, with fields from an allow-list. No text of an error that is not ours, no personal data (security R71). */
export class ServiceLog {
  constructor(private readonly logger: Logger = pino({ base: {}, timestamp: pino.stdTimeFunctions.isoTime })) {}

  info(event: string, fields: LogFields = {}): void {
    this.logger.info({ event, ...fields });
  }

  warn(event: string, fields: LogFields = {}): void {
    this.logger.warn({ event, ...fields });
  }

  /** Something failed. Of the error only its type, its code and where in our code it was thrown. */
  fault(event: string, error: unknown, fields: LogFields = {}): void {
    this.logger.error({ event, ...fields, ...traits(error) });
  }
}

function traits(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const frame = /\bat (?:async )?([\w.#<> ]{1,80}) \((?:[^()]*\/)?([\w.-]+:\d+):\d+\)/u.exec(error.stack ?? '');
  return { error: error.constructor.name, ...code, ...(frame === null ? {} : { at: `${frame[1] ?? ''} ${frame[2] ?? ''}` }) };
}
