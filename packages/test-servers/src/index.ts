export type { RareServerName, ServerName, SharedServerName, SqlServerName, Unavailable } from './server-name.js';
export { startServers } from './start/start-servers.js';
export type { AvailableServer, RunningServers, ServerOrigin, StartOptions } from './start/start-servers.js';
export { findRareServers } from './start/find-rare-servers.js';
export type { RareServer } from './start/find-rare-servers.js';
export { startPrivateServer } from './start/private-server.js';
export type { PrivateServer, PrivateServerOptions } from './start/private-server.js';
export { connectToServer } from './admin/connect.js';
export type {
  GhostServer,
  MailmanServer,
  OpensshServer,
  RedisReply,
  RedisServer,
  TestDatabase,
  TestServer,
  TestServers,
  TestUser,
  UserOptions,
  WordpressItem,
  WordpressServer,
} from './admin/test-server.js';
export { createCertificates } from './certificates.js';
export type { Certificates } from './certificates.js';
export { findChromium } from './browser/find-chromium.js';
export type { AvailableChromium } from './browser/find-chromium.js';
