export {
  startScriptedServer,
  type Script,
  type ScriptedReply,
  type ScriptedServer,
  type SeenRequest,
} from './scripted-server.js';
export { virtualClock, type VirtualClock } from './virtual-clock.js';
export { faultClassOf, faultOf, send, testNetwork, testRequest, type TestNetwork } from './network.js';
export { testVendor, type TestVendor, type TestVendorOptions } from './vendor.js';
export type { RestCheck } from './conformance/check.js';
export { describeRestConformance } from './conformance/describe-rest-conformance.js';
export { restConformanceChecks } from './conformance/rest-conformance-checks.js';
export type { RestConformance } from './conformance/scenario.js';
export { describeReplay, type ReplayedCassette } from './replay/describe-replay.js';
export { describeContract, type Contract } from './contract/describe-contract.js';
