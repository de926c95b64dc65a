import type { RenderKey } from './render.en.js';

/** The renderers' own words in French. */
export const RENDER_FR: Readonly<Record<RenderKey, string>> = {
  contents: 'Sommaire',
  skip: 'Aller au contenu',
  important: 'Important',
  today: 'Aujourd’hui',
  pair: '{name} : {value}',
  rowsLeft:
    '{count, plural, one {# autre ligne n’est pas imprimée ici. Le même document en page web (HTML) la montre.} other {# autres lignes ne sont pas imprimées ici. Le même document en page web (HTML) les montre toutes.}}',
  unprintable:
    '{count, plural, one {# caractère n’a pas de signe dans les polices de ce fichier et figure ici sous la forme {sign}.} other {# caractères n’ont pas de signe dans les polices de ce fichier et figurent ici sous la forme {sign}.}} Le même document en page web (HTML) conserve chaque caractère.',
};
