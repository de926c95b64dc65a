import { tooLarge } from './workbook-error.js';
import { decodeEscapes } from './xlsx-escapes.js';
import { readXml } from './xml.js';

/**
 * Gives the texts that cells share, in the order of their numbers; how they are pronounced is left out. Gives control back after each
 * piece. Throws `WorkbookError` for one of more than so many characters.
 */
export function readSharedTexts(
  bytes: AsyncIterable<Uint8Array>,
  mostCharacters: number,
  take: (text: string) => void,
): AsyncGenerator<void, void, undefined> {
  let shared = '';
  let isText = false;
  let pronounced = 0;
  return readXml(bytes, {
    open: ({ name }) => {
      if (name === 'si') shared = '';
      if (name === 'rPh') pronounced += 1;
      isText = name === 't' && pronounced === 0;
    },
    close: (name) => {
      if (name === 'rPh') pronounced -= 1;
      if (name === 'si') take(decodeEscapes(shared));
      isText = false;
    },
    text: (text) => {
      if (!isText) return;
      shared += text;
      if (shared.length > mostCharacters) throw tooLarge(`a cell has more than ${String(mostCharacters)} characters`);
    },
  });
}
