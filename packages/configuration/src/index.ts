export { habeasConfigSchema } from './config/habeas-config.js';
export type { HabeasConfig, SourceConfig } from './config/habeas-config.js';
export { loadConfig } from './config/load-config.js';
export type { ConfiguredSource, LoadedConfig, LoadOptions } from './config/load-config.js';
export { resolveReferences } from './config/secret-references.js';
export { environmentVariable } from './config/env.js';
export { bindSources } from './source/bind-sources.js';
export { openSource } from './source/open-source.js';
