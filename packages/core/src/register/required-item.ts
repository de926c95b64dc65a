import type { RegisterPath } from './backing.js';

/** Something that the GDPR wants a controller to tell, and whether the register holds it. */
export interface RequiredItem {
  readonly path: RegisterPath;
  readonly article: string;
  readonly isThere: boolean;
}
