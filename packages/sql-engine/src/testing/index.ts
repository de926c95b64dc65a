export { column, table } from './tables.js';
export type { TableSketch } from './tables.js';
export { scriptedDatabase } from './scripted-database.js';
export type { Script, ScriptedDatabase } from './scripted-database.js';
