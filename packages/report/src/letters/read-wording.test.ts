import { InvalidInputError } from '@habeas/connector-sdk';
import { describe, expect, it } from '@jest/globals';
import { readLetterWording } from './read-wording.js';

describe('the wording of a controller', () => {
  it('is read from its file, text by text and language by language', () => {
    const wording = readLetterWording('closing: { en: Warm regards, }\nparagraphs:\n  answer: { fr: Merci. }\n', 'letters.yaml');
    expect(wording).toEqual({ closing: { en: 'Warm regards' }, paragraphs: { answer: { fr: 'Merci.' } } });
  });

  it('is refused with the line of each fault', () => {
    const faulty = 'closing: { en: "" }\ngreeting: { en: Hello }\n';
    expect(() => readLetterWording(faulty, 'letters.yaml')).toThrow(InvalidInputError);
    expect(() => readLetterWording(faulty, 'letters.yaml')).toThrow(/letters\.yaml:1:.*empty[\s\S]*letters\.yaml:2:.*greeting/u);
  });
});
