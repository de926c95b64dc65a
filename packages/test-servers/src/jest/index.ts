export { describeWithChromium } from './describe-with-chromium.js';
export type { TestBrowser } from './describe-with-chromium.js';
export { describeWithRareServer } from './describe-with-rare-server.js';
export { describeWithPrivateServer, describeWithServer } from './describe-with-server.js';
