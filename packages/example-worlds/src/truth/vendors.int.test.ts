import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bindSources, loadConfig } from '@habeas/configuration';
import { espocrm } from '@habeas/connector-espocrm';
import { listmonk } from '@habeas/connector-listmonk';
import { pretix } from '@habeas/connector-pretix';
import type { Connector } from '@habeas/connector-sdk';
import { sqlite } from '@habeas/connector-sqlite';
import type { SourceBinding } from '@habeas/core';
import { createDemoWorld, type DemoWorld } from '../demo/create-demo-world.js';
import { measureAgainstTruth } from '../testing/measure.js';
import { compare, NO_DIFFERENCE, search } from '../testing/search.js';
import { startVendors, type StartedVendors } from '../vendors/start-vendors.js';

const CONNECTORS = new Map([espocrm, listmonk, pretix, sqlite].map((one) => [one.manifest.id, one as Connector]));

describe('the demo world with its vendors', () => {
  let folder = '';
  let world: DemoWorld;
  let vendors: StartedVendors;
  let bindings: readonly SourceBinding[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'habeas-'));
    world = await createDemoWorld(folder);
    vendors = await startVendors(folder, world.vendors);
    bindings = bindSources(loadConfig(world.connectedConfig, CONNECTORS).sources);
  });
  afterAll(async () => {
    await vendors.close();
    await rm(folder, { recursive: true });
  });

  it.each([
    ['the main character', 0],
    ['somebody whom only all systems together know', 1],
  ] as const)('finds everything of %s in all systems, and nothing of anybody else', async (_, index) => {
    const person = world.connected.cast[index];
    expect(compare(await search(bindings, person.given), person)).toEqual(NO_DIFFERENCE);
  });

  it('leads from a database over a CRM to a ticket shop, and over the CRM again to a mailing platform', async () => {
    const { account } = await search(bindings, world.connected.cast[1].given);
    const placeOf = new Map(account.matches.map(({ id, source, collection }) => [id, `${source}.${collection}`]));
    const learnt = account.identifiers.filter(({ kind, learntFrom }) => kind !== 'id' && learntFrom !== undefined);
    const steps = learnt.map(({ value, round, learntFrom }) => [round, placeOf.get(learntFrom?.match ?? ''), value]);
    expect(steps).toEqual([
      [2, 'membership.member', 'duarte.ines@post.test'],
      [2, 'membership.member', '+33639989070'],
      [3, 'crm.Contact', 'i.duarte@ancien-bureau.test'],
      [3, 'crm.Contact', 'secretariat@cabinet-almeida.test'],
      [4, 'tickets.customer', '+33639989071'],
      [5, 'crm.Lead', 'ines.d@courriel.test'],
    ]);
  });

  it('is right about ordinary people whom databases and vendors know', async () => {
    // The ticket shop is asked no more often than its manifest allows: everybody would take minutes.
    const { wrong, searches } = await measureAgainstTruth(bindings, world.connected.crowd.slice(0, 12));
    expect([wrong, searches]).toEqual([[], 12]);
  }, 120_000);

  it('has asked each of its vendors over HTTP', () => {
    const asked = vendors.requests();
    expect(Object.keys(asked)).toEqual(['crm', 'tickets', 'mailings']);
    expect(Object.values(asked).filter((requests) => requests < 12)).toEqual([]);
  });

  it('says at each of these sources, and at no other, that it may be on this machine and without TLS', () => {
    const told = readFileSync(world.connectedConfig, 'utf8');
    expect(told.match(/network: \{ private: \[127\.0\.0\.1\/32\], insecure: true \}/gu)).toHaveLength(3);
    expect(readFileSync(world.associationConfig, 'utf8')).not.toContain('network');
  });
});
