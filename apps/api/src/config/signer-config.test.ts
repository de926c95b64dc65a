import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ConfigFolder, configFolder } from './testing/config-folder.js';

const KEY = `whsec_${Buffer.alloc(24, 'not-to-be-seen').toString('base64')}`;

describe('the signers in service.yaml', () => {
  let folder: ConfigFolder;
  beforeAll(() => {
    folder = configFolder({ key: KEY });
  });
  afterAll(() => {
    folder.remove();
  });

  it('are none where nothing is said of them', () => {
    expect(folder.load('').signers.size).toBe(0);
  });

  it('have a key from a file, which nothing shows', () => {
    const config = folder.load("signers: { club: { website: { secrets: ['${file:key}'] } } }\n");
    const [website] = config.signers.get('club') ?? [];
    expect([website?.id, website?.secrets.map((secret) => secret.reveal())]).toEqual(['website', [KEY]]);
    expect(inspect(config, { depth: 9 })).not.toContain(KEY.slice(6));
  });

  it.each([
    ['signers: { shop: {} }', /signers\.shop.*no such controller/u],
    ["signers: { club: { Website: { secrets: ['x'] } } }", /lower-case letters/u],
    ["signers: { club: { website: { secrets: ['hidden'] } } }", /signers\.club\.website\.secrets.*a key is meant/u],
    ['signers: { club: { website: {} } }', /signers\.club\.website: "secrets" is missing/u],
  ])('are not %s', (lines, fault) => {
    expect(() => folder.load(`${lines}\n`)).toThrow(fault);
    expect(() => folder.load(`${lines}\n`)).not.toThrow('hidden');
  });
});
