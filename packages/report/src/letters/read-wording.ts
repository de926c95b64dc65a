import { readYaml } from '@habeas/connector-sdk';
import { type LetterWording, letterWordingSchema } from './wording.js';

/**
 * The `letters:` of a controller, from the text of a YAML file. Throws `InvalidInputError` with each fault and its line.
 */
export function readLetterWording(text: string, file: string): LetterWording {
  return readYaml(text, file, letterWordingSchema).value;
}
