import type { StaffDesk } from '@habeas/core';
import type { Service } from './service.js';

/** What Nest injects: the installation that this process serves, and what staff access to it works with. */
export class Installation {
  constructor(
    readonly service: Service,
    readonly staff: StaffDesk,
  ) {}
}
