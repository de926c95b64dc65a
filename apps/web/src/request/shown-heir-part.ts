import type { AcceptedOf } from '../api/service.js';

/** What an heir is to have of what was found. */
export type ShownHeirPart = NonNullable<NonNullable<AcceptedOf<'heirPart'>['request']>['heirPart']>;
