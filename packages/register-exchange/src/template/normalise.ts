const MARKS = /\p{M}/gu;
const PLURAL = /\((?:s|e|es|x)\)/gu;
const NO_WORD = /[^a-z0-9]+/gu;

/** A label or a title as it is compared: without accents, capitals, signs and doubled spaces. `N° / RÉF` is `n ref`. */
export function normalise(text: string): string {
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replace(PLURAL, 's')
    .replace(NO_WORD, ' ')
    .trim();
}

const NOTHING = new Set(['', 'neant', 'aucun', 'aucune', 'non', 'na', 'n a', 'sans objet', 'non concerne', 'so', 's o']);

/** Whether a cell says that there is nothing: empty, a dash, `Néant`, `Non`. */
export function saysNothing(text: string): boolean {
  return NOTHING.has(normalise(text));
}
