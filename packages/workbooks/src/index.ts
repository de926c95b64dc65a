export { cellName, cellPosition, type CellPosition } from './cell-name.js';
export { isXlsxPart, openXlsx, type XlsxParts, type XlsxTab } from './open-xlsx.js';
export { readSharedTexts } from './read-shared-texts.js';
export { readWorksheet, type MergedCells, type WorksheetTaker, type XlsxCell } from './read-worksheet.js';
export { damaged, encrypted, tooLarge, unreadable, WorkbookError } from './workbook-error.js';
export { WorkbookPackage, type PackageLimits } from './workbook-package.js';
export { decodeEscapes } from './xlsx-escapes.js';
export { readWholeXml, type XmlElement, type XmlReader } from './xml.js';
