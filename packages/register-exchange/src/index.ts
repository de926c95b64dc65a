export { exportRegister } from './export-register.js';
export { importRegister } from './import-register.js';
export type { ImportOptions } from './import-register.js';
export { EXCHANGE_FORMATS } from './exchange.js';
export type { ExchangeFormat, ExportedRegister, ImportedActivity, ImportedRegister, ImportGap, NotCarried } from './exchange.js';
export type { Place } from './workbook/workbook.js';
