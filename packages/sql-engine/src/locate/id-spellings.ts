import type { Identifier } from '@habeas/connector-sdk';

/** How an id may stand in a text column: as given, in either Unicode form, with a space that a form left. */
export function idSpellings({ value, exact }: Identifier): readonly string[] {
  const id = exact.reveal();
  return [...new Set([id, value.reveal(), id.normalize('NFD'), ` ${id}`, `${id} `])];
}

/** The id as a number, where it is exactly what a number prints as: `007` and `1e3` are texts. */
export function idNumber({ exact }: Identifier): string | undefined {
  const id = exact.reveal();
  return /^(?:0|-?[1-9]\d{0,38})$/u.test(id) ? id : undefined;
}
