import type { Refused, RefusalCode } from '@habeas/core';
import type { Response } from 'express';

/** The status that goes with a refusal. */
export const REFUSAL_STATUS: Readonly<Record<RefusalCode, number>> = {
  NOT_FOUND: 404,
  WRONG_STATE: 409,
  STALE_KEY: 409,
  CHANGED: 409,
  INVALID_INPUT: 400,
  INCOMPLETE: 409,
  STEP_UP_REQUIRED: 401,
  REFUSED: 401,
  LIMITED: 429,
};

/** A refusal as HTTP has it: its status, and its code and message as JSON. */
export function refuse(response: Response, { code, message, remedy }: Refused): void {
  response
    .status(REFUSAL_STATUS[code])
    .set('Cache-Control', 'no-store')
    .json({ error: { code, message, ...(remedy === undefined ? {} : { remedy }) } });
}
