import { describe, expect, it } from '@jest/globals';
import { transmissionConfig, transmissionSchema } from './transmission-config.js';

const KEY = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
const ENDPOINT = { url: 'https://union.example.org/privacy', controller: 'union', secrets: [KEY] };

function read(settings: unknown) {
  return transmissionConfig(transmissionSchema.parse(settings));
}

describe('the other controllers that data goes to and comes from (DEL-04)', () => {
  it('are read with their keys out of sight, and with what holds where nothing is said', () => {
    const terms = read({
      club: {
        receivers: { union: { name: 'Sports union', endpoint: ENDPOINT }, paper: { name: 'Paper' } },
        senders: { bank: { name: 'Bank', secrets: [KEY, KEY] } },
      },
    }).get('club');
    expect(JSON.stringify(terms)).not.toContain(KEY);
    expect(terms).toMatchObject({
      keepDays: 30,
      largestBytes: 2 ** 30,
      receivers: [
        { id: 'union', takesData: true },
        { id: 'paper', name: 'Paper', takesData: false },
      ],
      senders: [{ id: 'bank', name: 'Bank' }],
    });
    expect(terms?.receivers[0]?.endpoint?.secrets[0]?.reveal()).toBe(KEY);
  });

  it.each([
    ['an address without TLS', { union: { name: 'x', endpoint: { ...ENDPOINT, url: 'http://union.example.org' } } }],
    ['an address with an account', { union: { name: 'x', endpoint: { ...ENDPOINT, url: 'https://a:b@union.example.org' } } }],
    ['a key that is none', { union: { name: 'x', endpoint: { ...ENDPOINT, secrets: ['short'] } } }],
    ['no key', { union: { name: 'x', endpoint: { ...ENDPOINT, secrets: [] } } }],
    ['a network that is none', { union: { name: 'x', endpoint: { ...ENDPOINT, privateNetworks: ['10.0.0.0'] } } }],
    ['an id with capitals', { Union: { name: 'x' } }],
    ['no name', { union: { name: ' ' } }],
  ])('are refused with %s', (_what, receivers) => {
    const { success, error } = transmissionSchema.safeParse({ club: { receivers } });
    expect(success).toBe(false);
    expect(JSON.stringify(error?.issues)).not.toContain(KEY);
  });
});
