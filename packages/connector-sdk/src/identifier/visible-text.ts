/** Zero-width characters, soft hyphens, byte order and direction marks: pasted with identifiers all the time. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** A text without the characters nobody sees, and without white space around it. */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE, '').trim();
}
