import type { AcceptedOf } from '../api/service.js';

/** A request as its page has it. */
export type ShownRequest = NonNullable<AcceptedOf<'request'>['request']>;
