import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import { accepted, type ServiceClient } from '../../src/client/service-client.js';
import { Officer } from '../../src/demo/officer.js';
import { buildSchema } from '../../src/report/print-schema.js';
import { Dice } from '../../src/testing/dice.js';
import { DocumentMaker, type MadeDocument } from '../../src/testing/document-maker.js';
import { type ServiceHouse, serviceHouse } from '../house.js';
import { type RawAnswer, tokenOf } from '../people.js';
import { newRequest } from '../root-fields.js';
import { type ServiceProcess, serviceProcess } from '../service-process.js';

const DOCUMENTS_SENT = 6_000;
const WARM_UP = 1_500;
const SEED = 20_240_601;
/** What 4,500 documents may leave behind: caches that fill up, and nothing that grows with their number. */
const GROWTH_MIB = 10;
/** How many of them have to be right: one in a hundred. The more the schema asks for, the fewer are right by chance. */
const RIGHT = DOCUMENTS_SENT / 100;
const REACHED = ['none', 'FORBIDDEN', 'TOO_MUCH', 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'];

let house: ServiceHouse;
let service: ServiceProcess;
let schema: GraphQLSchema;
beforeAll(async () => {
  house = await serviceHouse();
  // A store of its own: this service is a process, whose memory can be measured
  const configFile = join(house.folder, 'other.yaml');
  writeFileSync(configFile, `${readFileSync(house.configFile, 'utf8')}data: ./other\n`);
  service = await serviceProcess(configFile);
  schema = await buildSchema();
}, 120_000);
afterAll(async () => {
  await service.kill();
  await house.stop();
});

/** Sends a document, and gives the code of its first error, or `none`. Fails with everything about it where the answer is not safe. */
async function codeOf(client: ServiceClient, { sent, ...document }: MadeDocument): Promise<string> {
  const response = await client.send('/graphql', { method: 'POST', body: JSON.stringify(document) });
  const text = await response.text();
  const { errors = [] } = JSON.parse(text) as RawAnswer['body'];
  const codes = errors.map(({ extensions }) => extensions?.code ?? 'none');
  const told = sent.filter((each) => text.includes(each));
  if (response.status >= 500 || told.length > 0 || codes.includes('INTERNAL')) {
    expect({ document, status: response.status, text, told, said: service.said.slice(-1) }).toBe('answered safely');
  }
  return codes[0] ?? 'none';
}

it(`documents from the grammar are answered without a fault, a value that was sent, or growth (seed ${String(SEED)})`, async () => {
  const { client } = await tokenOf(await Officer.first({ ...service, controller: 'club' }));
  const openRequest = accepted((await client.run('openRequest', { input: newRequest() })).openRequest);
  const maker = new DocumentMaker(schema, new Dice(SEED), [openRequest.id, 'membership', 'none']);
  const codes = new Map<string, number>();
  let begun = 0;
  for (let sent = 0; sent < DOCUMENTS_SENT; sent += 1) {
    const code = await codeOf(client, maker.make());
    codes.set(code, (codes.get(code) ?? 0) + 1);
    if (sent === WARM_UP) begun = await service.liveMiB();
  }
  const grown = (await service.liveMiB()) - begun;
  // The generator reaches what it has to: some documents are right, some are wrong in every way there is
  expect([...codes.keys()]).toEqual(expect.arrayContaining(REACHED));
  expect(codes.get('none')).toBeGreaterThan(RIGHT);
  expect(grown).toBeLessThan(GROWTH_MIB);
  expect(service.said.filter((line) => line.includes('"level":50'))).toEqual([]);
}, 600_000);
