/** The few words that are the renderers' own. */
export type RenderKey = 'contents' | 'skip' | 'important' | 'today' | 'pair' | 'rowsLeft' | 'unprintable';

/** In English. */
export const RENDER_EN: Readonly<Record<RenderKey, string>> = {
  contents: 'Contents',
  skip: 'Skip to the content',
  important: 'Important',
  today: 'Today',
  pair: '{name}: {value}',
  rowsLeft:
    '{count, plural, one {# more row is not printed here. The same document as a web page (HTML) shows it.} other {# more rows are not printed here. The same document as a web page (HTML) shows them all.}}',
  unprintable:
    '{count, plural, one {# character has no sign in the fonts of this file and stands here as {sign}.} other {# characters have no sign in the fonts of this file and stand here as {sign}.}} The same document as a web page (HTML) keeps every character.',
};
