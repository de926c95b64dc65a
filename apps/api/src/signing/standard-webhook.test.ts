import { Secret } from '@habeas/connector-sdk';
import { describe, expect, it } from '@jest/globals';
import { isSignedBy, isSigningSecret, signaturesOf, type SignedMessage } from './standard-webhook.js';

/** What the projects behind the standard publish: a key, a message and its signature. */
const PUBLISHED: readonly (SignedMessage & { readonly secret: string; readonly signature: string })[] = [
  {
    secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestamp: 1_614_265_330,
    body: '{"test": 2432232314}',
    signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  },
  {
    secret: 'whsec_plJ3nmyCDGBKInavdOK15jsl',
    id: 'msg_loFOjxBNrRLzqYUf',
    timestamp: 1_731_705_121,
    body: '{"event_type":"ping","data":{"success":true}}',
    signature: 'v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=',
  },
];

const keyOf = (fill: number, bytes = 24): string => `whsec_${Buffer.alloc(bytes, fill).toString('base64')}`;
const [OLD, NEW, OTHER] = [1, 2, 3].map((fill) => new Secret(keyOf(fill))) as [Secret<string>, Secret<string>, Secret<string>];
const MESSAGE: SignedMessage = { id: 'whk_1', timestamp: 1_790_000_000, body: '{}' };

describe('a signature of Standard Webhooks', () => {
  it.each(PUBLISHED)('is the one that was published for $id', ({ secret, signature, ...message }) => {
    expect(signaturesOf([new Secret(secret)], message)).toBe(signature);
    expect(isSignedBy([new Secret(secret)], message, signature)).toBe(true);
  });

  it('is made by both keys while one takes the place of the other, and either of them knows it', () => {
    const header = signaturesOf([NEW, OLD], MESSAGE);
    expect(header.split(' ')).toHaveLength(2);
    expect([[NEW], [OLD], [OTHER, OLD], [OTHER]].map((keys) => isSignedBy(keys, MESSAGE, header))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('is of this id, this time and this body, byte by byte', () => {
    const header = signaturesOf([NEW], MESSAGE);
    const changed: readonly Partial<SignedMessage>[] = [{ id: 'whk_2' }, { timestamp: 1_790_000_001 }, { body: '{} ' }];
    for (const change of changed) expect(isSignedBy([NEW], { ...MESSAGE, ...change }, header)).toBe(false);
    expect(isSignedBy([NEW], { ...MESSAGE, body: Buffer.from('{}') }, header)).toBe(true);
  });

  it.each(['', 'v1', 'v1,', 'v1,AAAA', 'v2,x', ' ', 'v1,AAAA '.repeat(50)])('is not "%s"', (header) => {
    expect(isSignedBy([NEW], MESSAGE, header)).toBe(false);
  });

  it('of another version says nothing, even where its text is right', () => {
    expect(isSignedBy([NEW], MESSAGE, signaturesOf([NEW], MESSAGE).replace('v1,', 'v1a,'))).toBe(false);
  });
});

describe('a key', () => {
  it('has 24 to 64 bytes in base64, after its prefix', () => {
    expect([keyOf(1), keyOf(1, 64), 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'].map(isSigningSecret)).toEqual([true, true, true]);
    const wrong = [keyOf(1, 23), keyOf(1, 65), keyOf(1).slice(6), `${keyOf(1)}!`, 'whsec_', 'whsk_abc', ''];
    expect(wrong.map(isSigningSecret)).toEqual(wrong.map(() => false));
  });
});
