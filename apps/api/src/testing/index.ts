export { DOCUMENTS } from '../client/documents.js';
export type { OpenRequestInput, RequestState } from '../client/operations.generated.js';
export { accepted, ServiceClient } from '../client/service-client.js';
export { Officer } from '../demo/officer.js';
export { Dice } from './dice.js';
export { DocumentMaker } from './document-maker.js';
export type { MadeDocument } from './document-maker.js';
