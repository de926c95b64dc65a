/** Whether a link leads somewhere that its words do not tell: on paper, its address has to be printed beside them. */
export function isAddressHidden(href: string, words: string): boolean {
  if (/^(#|mailto:|tel:)/iu.test(href)) return false;
  return !words.includes(href.replace(/^https:\/\//iu, '').replace(/\/$/u, ''));
}
