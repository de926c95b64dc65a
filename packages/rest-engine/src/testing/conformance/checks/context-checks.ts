import assert from 'node:assert/strict';
import { recordId, type JsonObject, type JsonValue, type SourceRecord } from '@habeas/connector-sdk';
import type { SharedField } from '../../../manifest/shared-schema.js';
import { valueOf } from '../../../template/json-path.js';
import { refusal } from '../../fake-vendor/fault.js';
import type { Quirks } from '../../fake-vendor/quirks.js';
import { ANN, BYSTANDER } from '../../world/people.js';
import type { WorldRecord } from '../../world/world.js';
import type { Bench } from '../bench.js';
import { expectDiscretion, expectWhole } from '../expect.js';
import { readOf } from '../observe.js';
import type { Scenario } from '../scenario.js';
import { unlikeCollections } from '../shapes.js';
import { recordsOf } from '../subjects.js';

/** Records that refer to shared things, in the check of how often these are asked for. */
const MANY = 12;

/** Why checks of context do not apply. */
export function withoutContext({ manifest: { collections } }: Scenario): string | undefined {
  const referring = Object.values(collections).filter(({ context }) => Object.keys(context).length > 0);
  return referring.length === 0 ? 'no record refers to a shared thing' : undefined;
}

/** The collections whose records refer to shared things. */
function referring({ manifest }: Bench): readonly string[] {
  return unlikeCollections(manifest).filter((name) => Object.keys(manifest.collections[name]?.context ?? {}).length > 0);
}

/** P9a */
export async function contextIsShown(bench: Bench): Promise<void> {
  const session = await bench.open();
  for (const name of referring(bench)) {
    const { records, done } = await readOf(bench, session, name, ANN);
    expectWhole(done, `the read of ${name}`);
    assert.ok(records.length > 0, `${name} holds nothing that could refer to anything`);
    for (const record of records) expectShown(bench, name, record);
    assert.ok(!JSON.stringify(records).includes(BYSTANDER), `${name}: somebody who stands in a shared thing is shown`);
    const announced = session.collections.find((each) => each.name === name)?.fields.map((field) => field.name);
    for (const { data } of records) assert.deepEqual(Object.keys(data), announced, `${name}: fields come as they are announced`);
  }
}

function expectShown(bench: Bench, name: string, { key, data }: SourceRecord): void {
  const record = recordsOf(bench.world, name, ANN).find((each) => recordId(each.key) === recordId(key));
  const { context = {} } = bench.manifest.collections[name] ?? {};
  for (const [reference, { to, on, show }] of Object.entries(context)) {
    const thing = record === undefined ? undefined : thingOf(bench, record, { to, on });
    for (const field of show) {
      const spec = bench.manifest.shared[to]?.fields[field];
      expectField(`${name}: ${reference}.${field}`, spec, { thing, field, shown: data[`${reference}.${field}`] });
    }
  }
}

function expectField(
  name: string,
  spec: SharedField | undefined,
  {
    thing,
    field,
    shown,
  }: { readonly thing: JsonObject | undefined; readonly field: string; readonly shown: JsonValue | undefined },
): void {
  const held = thing === undefined ? null : (valueOf(thing, spec?.at ?? field) ?? null);
  assert.ok(shown !== undefined, `${name} is not shown`);
  if (spec?.epoch === undefined && ['string', 'object'].includes(typeof held))
    assert.deepEqual(shown, held, `${name} is not what is held`);
}

/** What a record refers to, as the world holds it. */
function thingOf(
  bench: Bench,
  { members }: WorldRecord,
  { to, on }: { readonly to: string; readonly on: Readonly<Record<string, string>> },
): JsonObject | undefined {
  const { record = '.' } = bench.manifest.shared[to] ?? {};
  const named = Object.entries(on).map(([at, field]) => [field, valueOf(members, at) ?? null] as const);
  if (named.some(([, value]) => value === null || value === '')) return undefined;
  const thing = bench.world.shared(to, Object.fromEntries(named));
  return thing === undefined ? undefined : (valueOf(thing, record) as JsonObject | undefined);
}

/** P9b */
export async function thingsAreAskedForOnce(bench: Bench): Promise<void> {
  for (const name of referring(bench)) {
    bench.hold([{ person: ANN, counts: { [name]: MANY } }]);
    const session = await bench.open({ source: `once-${name}` });
    bench.vendor.forget();
    await readOf(bench, session, name, ANN);
    await readOf(bench, session, name, ANN);
    const asked = bench.vendor.seen
      .filter(({ purpose }) => purpose?.kind === 'shared')
      .map(({ target, body }) => `${target} ${body}`);
    assert.ok(asked.length > 0, `${name}: nothing is looked up`);
    assert.equal(new Set(asked).size, asked.length, `${name}: a shared thing is asked for again`);
  }
}

/** F9 */
export async function lostThingsAreTold(bench: Bench): Promise<void> {
  for (const end of ['closed', 'gone', 'broken'] as const) {
    for (const name of referring(bench)) {
      bench.vendor.quirks.sharedEnd = end === 'broken' ? 'well' : (end satisfies Quirks['sharedEnd']);
      bench.vendor.fail(({ purpose }) => (end === 'broken' && purpose?.kind === 'shared' ? refusal(500) : undefined));
      const { records, done } = await readOf(bench, await bench.open({ source: `${end}-${name}` }), name, ANN);
      assert.equal(done.outcome, 'partial', `${name}: shared things are ${end}, and the read is ${done.outcome}`);
      assert.ok(done.problem !== undefined, 'what is missing is not told');
      expectDiscretion(bench, done.problem);
      assert.equal(records.length, recordsOf(bench.world, name, ANN).length, `${name}: records are missing`);
      const shown = records.flatMap(({ data }) => shownIn(bench, name, data));
      assert.ok(
        shown.every((value) => value === null),
        `${name}: something is shown of what is ${end}`,
      );
    }
  }
}

function shownIn(bench: Bench, name: string, data: JsonObject): readonly (JsonValue | undefined)[] {
  const { context = {} } = bench.manifest.collections[name] ?? {};
  return Object.entries(context).flatMap(([reference, { show }]) => show.map((field) => data[`${reference}.${field}`]));
}
