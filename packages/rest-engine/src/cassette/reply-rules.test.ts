import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { JsonValue } from '@habeas/connector-sdk';
import { parseManifest } from '../manifest/manifest.js';
import { requestsOf } from '../manifest/request-faults.js';
import { stepsOf } from '../request/steps-of.js';
import { connectorSkeleton } from '../skeleton/connector-skeleton.js';
import { kept } from './allowed.js';
import { ReplyRulesMaker } from './reply-rules.js';
import { Substitutes } from './substitutes.js';

const VENDORS = ['club', 'crm', 'depot', 'desk', 'shop'].map((name) => {
  const file = new URL(`../../test/vendors/${name}/manifest.yaml`, import.meta.url);
  return [name, readFileSync(file, 'utf8')] as const;
});

/** Texts that can only be in a reply because a person is: in words, addresses, numbers, and in what looks like a date. */
const personal = fc.oneof(
  fc.stringMatching(/^[A-Z][a-zé]{8,12}$/u),
  fc.stringMatching(/^[a-z]{9,12}(?:\+[a-z]{9})?@[a-z]{9}\.test$/u),
  fc.stringMatching(/^[1-9]\d{13,14}$/u),
  fc.stringMatching(/^9[0-9]{3}-[4-9][0-9]-[4-9][0-9]$/u),
  fc.stringMatching(/^https:\/\/[a-z]{9}\.test\/[a-z]{9}\?q=[a-z]{9}$/u),
);

/** The parts of a text that may stand nowhere: all its words and numbers. */
function partsOf(text: string): readonly string[] {
  const parts = text.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length > 8);
  return parts.length === 0 ? [text] : parts;
}

/** A reply that has a text wherever the request may look for one, and everywhere else too. */
function replyWith(paths: readonly string[], texts: readonly string[]): JsonValue {
  let next = 0;
  const text = (): string => texts[next++ % texts.length] ?? '';
  const group = (names: readonly string[], depth: number): JsonValue => {
    const members = names.map((name): [string, JsonValue] => [name, depth === 0 ? text() : [group(names, depth - 1), text()]]);
    return Object.fromEntries<JsonValue>([...members, ['of nobody', { [text()]: text() }]]);
  };
  return group(
    [...new Set(paths.flatMap((path) => path.split(/\.|\[\]/u)))].filter((name) => name !== ''),
    2,
  );
}

describe.each(VENDORS)('what may be kept of the replies of %s', (_, text) => {
  const manifest = parseManifest(text, 'manifest.yaml');
  const words = [...new Set(text.match(/[\w$]+/gu))].slice(0, 12);
  const steps = requestsOf(manifest).flatMap(({ spec }) => stepsOf(spec).map(({ kind }) => ({ of: spec, kind })));

  it('holds no word of a person, wherever it stands', () => {
    fc.assert(
      fc.property(fc.uniqueArray(personal, { minLength: 3, maxLength: 6 }), fc.shuffledSubarray(words), (texts, some) => {
        const maker = new ReplyRulesMaker(manifest, new URL('https://vendor.example.org/'), new Substitutes('FR'));
        for (const step of steps) {
          const { body } = maker.rulesFor(step);
          const written = JSON.stringify(kept(replyWith([...some, step.of.records], texts), body));
          expect(texts.flatMap(partsOf).filter((part) => written.includes(part))).toEqual([]);
        }
      }),
      { numRuns: 30 },
    );
  });
});

it('a request that the manifest does not have has no rules', () => {
  const [[, text] = ['', '']] = VENDORS;
  const manifest = parseManifest(text, 'manifest.yaml');
  const maker = new ReplyRulesMaker(manifest, new URL('https://vendor.example.org/'), new Substitutes(undefined));
  const check = { ...manifest.check };
  expect(() => maker.rulesFor({ of: check, kind: 'whole' })).toThrow('the manifest does not have');
});

it('of the items of a listing stays what requests name, in the lists that bodies are made of too', () => {
  const text = (connectorSkeleton('new-vendor').get('manifest.yaml') ?? '')
    .replace('check: { get: /me }', 'check: { get: /me }\nlistings: { kinds: { get: /kinds, records: kinds, paginate: none } }')
    .replace(
      "{ exclusive: true, get: /orders, query: { contact: '${parent.id}' }, records: data }",
      () =>
        "{ for: kinds, post: '/orders/${kinds.id}', body: { of: '${parent.id}', names: { each: kinds.fields, as: '${item.name}' } }, records: data }",
    );
  const manifest = parseManifest(text, 'manifest.yaml');
  const maker = new ReplyRulesMaker(manifest, new URL('https://vendor.example.org/'), new Substitutes(undefined));
  const { body } = maker.rulesFor({ of: manifest.listings['kinds']!, kind: 'whole' });
  const reply = { kinds: [{ id: 'k-1', title: 'Kind', fields: [{ name: 'colour', label: 'Colour' }] }], by: 'Ann' };
  expect(kept(reply, body)).toEqual({
    kinds: [{ id: expect.stringMatching(/^[a-z]-\d$/u), fields: [{ name: expect.stringMatching(/^[a-z]{6}$/u) }] }],
  });
});
