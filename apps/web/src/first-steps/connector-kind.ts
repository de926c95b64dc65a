import type { AcceptedOf } from '../api/service.js';

/** A kind of system that the installation can search. */
export type ConnectorKind = AcceptedOf<'connectors'>['connectors'][number];
