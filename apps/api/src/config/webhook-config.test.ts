import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WEBHOOK_EVENTS } from '@habeas/core';
import { type ConfigFolder, configFolder } from './testing/config-folder.js';

const KEY = `whsec_${Buffer.alloc(24, 'not-to-be-seen').toString('base64')}`;

describe('the webhooks in service.yaml', () => {
  let folder: ConfigFolder;
  beforeAll(() => {
    folder = configFolder({ key: KEY });
  });
  afterAll(() => {
    folder.remove();
  });

  const endpoint = (line: string): string => `webhooks: { club: { desk: { secrets: ['\${file:key}'], ${line} } } }\n`;

  it('are none where nothing is said of them', () => {
    expect(folder.load('').webhooks.size).toBe(0);
  });

  it('are of everything, to a public address and signed by a key from a file, which nothing shows', () => {
    const config = folder.load(endpoint('url: https://desk.example.org/hooks?from=habeas'));
    const [desk] = config.webhooks.get('club') ?? [];
    expect(desk).toMatchObject({ id: 'desk', privateNetworks: [], events: new Set(WEBHOOK_EVENTS) });
    expect(desk?.url.href).toBe('https://desk.example.org/hooks?from=habeas');
    expect(desk?.secrets.map((secret) => secret.reveal())).toEqual([KEY]);
    expect(config.webhooks.get('hostel')).toBeUndefined();
    expect(inspect(config, { depth: 9 })).not.toContain(KEY.slice(6));
  });

  it('may be of less, and within a network of one’s own', () => {
    const config = folder.load(
      endpoint('url: https://desk.internal, events: [request.closed], privateNetworks: [10.1.0.0/16, "fd12::/16"]'),
    );
    expect(config.webhooks.get('club')).toMatchObject([
      { events: new Set(['request.closed']), privateNetworks: ['10.1.0.0/16', 'fd12::/16'] },
    ]);
    expect(folder.load(endpoint('url: "http://127.0.0.1:9000"')).webhooks.get('club')).toHaveLength(1);
  });

  it.each([
    'url: http://desk.example.org',
    'url: "https://account:word@desk.example.org"',
    'url: "https://desk.example.org/#part"',
    'url: ftp://desk.example.org',
    'url: desk',
  ])('refuse an address that no call should go to (%#)', (line) => {
    expect(() => folder.load(endpoint(line))).toThrow(/webhooks\.club\.desk\.url.*an https URL is meant/u);
  });

  it.each(['events: []', 'events: [request.made]', 'privateNetworks: [10.1.0.0]', 'retries: 3'])('refuse %s', (line) => {
    expect(() => folder.load(endpoint(`url: https://desk.example.org, ${line}`))).toThrow('webhooks.club.desk');
  });

  it.each(['["whsec_hidden"]', '[]', `['${KEY}', '${KEY}', '${KEY}']`])(
    'refuse keys that are none, without showing them (%#)',
    (secrets) => {
      const text = `webhooks: { club: { desk: { secrets: ${secrets}, url: https://desk.example.org } } }\n`;
      expect(() => folder.load(text)).toThrow('webhooks.club.desk.secrets');
      expect(() => folder.load(text)).not.toThrow(/hidden|bm90/u);
    },
  );

  it('refuse a controller that is not there, and ids that are none', () => {
    expect(() => folder.load('webhooks: { shop: {} }\n')).toThrow(/webhooks\.shop.*no such controller.*club, hostel/u);
    const id = `webhooks: { club: { Desk: { secrets: ['${KEY}'], url: https://desk.example.org } } }\n`;
    expect(() => folder.load(id)).toThrow('lower-case letters');
  });
});
