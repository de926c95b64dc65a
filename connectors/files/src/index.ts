export { files } from './files.js';
export { filesConfigSchema, type FilesConfig } from './config.js';
