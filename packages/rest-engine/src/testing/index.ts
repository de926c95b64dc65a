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
