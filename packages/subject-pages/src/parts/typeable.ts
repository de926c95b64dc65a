/**
 * What a person typed, as it can stand in a field again: without characters that HTML does not have. Those that hide stay, or
 * nobody could be told that they are there.
 */
export function typeable(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu, '');
}
