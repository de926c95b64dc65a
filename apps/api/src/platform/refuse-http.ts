import { REFUSAL_WORDS, type Refused } from '@habeas/core';
import type { Response } from 'express';

/** A refusal as HTTP has it: its status, and its code and message as JSON. */
export function refuse(response: Response, { code, message, remedy }: Refused): void {
  response
    .status(REFUSAL_WORDS[code].status)
    .set('Cache-Control', 'no-store')
    .json({ error: { code, message, ...(remedy === undefined ? {} : { remedy }) } });
}
