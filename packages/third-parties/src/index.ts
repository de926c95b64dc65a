export { thirdPartyDetector } from './detector.js';
export type { ThirdPartyDetector } from './detector.js';
export type { DetectorOptions, KnownSubject } from './known-subject.js';
export { othersThan } from './others-than.js';
