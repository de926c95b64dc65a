import type { AcceptedOf } from '../api/service.js';

/** Somebody who works for the controller, as officers see them. */
export type Member = AcceptedOf<'staff'>['staff'][number];
