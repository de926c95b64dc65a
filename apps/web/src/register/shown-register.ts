import type { AcceptedOf } from '../api/service.js';

/** The register of a controller, as the service tells it. */
export type Register = NonNullable<AcceptedOf<'register'>['register']>;
