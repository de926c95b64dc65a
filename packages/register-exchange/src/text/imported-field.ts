/** Why an imported field's category and origin are assumed. What is assumed for this reason only is stated as far as the template goes. */
export const IMPORTED_FIELD =
  'The template names the data; it says neither which term of the vocabulary they are nor where they come from.';
