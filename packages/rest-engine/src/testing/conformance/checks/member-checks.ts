import assert from 'node:assert/strict';
import { recordId, type JsonObject, type JsonValue } from '@habeas/connector-sdk';
import type { RestField } from '../../../manifest/field-schema.js';
import { customProperty, customValue, STRANGE_MEMBERS } from '../../fake-vendor/sent-record.js';
import { ANN } from '../../world/people.js';
import type { Bench } from '../bench.js';
import { readEvery, readOf, rootsOf } from '../observe.js';
import { unlikeCollections } from '../shapes.js';
import { deliveredOthers, recordsOf } from '../subjects.js';

/** P6 */
export async function customPropertiesCome(bench: Bench): Promise<void> {
  for (const name of unlikeCollections(bench.manifest)) {
    const properties = bench.manifest.collections[name]?.properties;
    if (properties === undefined) continue;
    const count = properties.chunk + 30;
    bench.vendor.quirks.customProperties = count;
    const { records } = await readOf(bench, await bench.open(), name, ANN);
    assert.ok(records.length > 0);
    for (const { key, data } of records) {
      const others = deliveredOthers(data);
      const missing = Array.from({ length: count }, (_, index) => customProperty(index)).filter(
        (property) => others[property] !== customValue(property, key),
      );
      assert.deepEqual(missing, [], `${name}: custom properties do not come`);
    }
  }
}

/** P7 */
export async function unknownMembersCome(bench: Bench): Promise<void> {
  bench.vendor.quirks.strangeMembers = true;
  const session = await bench.open();
  const roots = await rootsOf(bench, session, ANN);
  for await (const { name, fields, records } of readEvery(bench, session, { roots })) {
    const known = new Set(fields.map((field) => field.name));
    for (const { data, key } of records) {
      const others = deliveredOthers(data);
      const due: JsonObject = Object.fromEntries(Object.entries(STRANGE_MEMBERS).filter(([member]) => !known.has(member)));
      for (const [member, value] of Object.entries(due)) {
        assert.ok(Object.hasOwn(others, member), `${name}: the member "${member}" does not come`);
        assert.deepEqual(Object.entries(others).find(([each]) => each === member)?.[1], value);
      }
      expectKnownFields(bench, { name, data, key });
    }
  }
}

/** What the world holds in a described field is what is delivered in it, as far as a text can tell. */
function expectKnownFields(
  bench: Bench,
  { name, data, key }: { readonly name: string; readonly data: JsonObject; readonly key: readonly (string | number)[] },
): void {
  const { fields = {}, set = {} } = bench.manifest.collections[name] ?? {};
  const digests = digestsIn(set);
  const records = recordsOf(bench.world, name, ANN);
  // What a record holds beyond the world changes its digest.
  const record = digests.length > 0 ? records[0] : records.find((each) => recordId(each.key) === recordId(key));
  for (const [field, spec] of Object.entries(fields).filter(([each]) => !digests.includes(each))) {
    expectField(`${name}.${field}`, spec, { held: record?.members[field] ?? null, delivered: data[field] });
  }
}

function expectField(
  name: string,
  { secret, epoch }: Pick<RestField, 'secret' | 'epoch'>,
  { held, delivered }: { readonly held: JsonValue; readonly delivered: JsonValue | undefined },
): void {
  if (secret) assert.equal(delivered, undefined, `${name} is a secret, and delivered`);
  else if (epoch === undefined && ['string', 'object'].includes(typeof held))
    assert.deepEqual(delivered, held, `${name} is not what is held`);
}

function digestsIn(set: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(set).filter((field) => set[field]?.includes('${digest}'));
}
