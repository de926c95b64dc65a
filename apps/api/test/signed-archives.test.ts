import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateSigningKey, verifyArchive } from '@habeas/archive';
import { accepted, type ServiceClient } from '../src/client/service-client.js';
import { unpack } from '../src/demo/unpack.js';
import { startService } from '../src/start.js';
import { serviceLog } from './house.js';
import { MEMBER, people, type SmallHouse, smallFolder } from './small-house.js';

const HABEAS = `habeas: 1
controller:
  name: Example
  contact: dpo@club.example
  officer: Dana
  authority: { name: CNIL, website: 'https://cnil.example' }
signing: { keyFile: ./key.pem }
sources:
  members: { connector: sqlite, dataMap: ./members.map.yaml, config: { file: ./members.sqlite } }
`;
const { privateKey, publicKey } = generateSigningKey();

describe('an archive of a controller that signs', () => {
  let house: SmallHouse;
  let file: string;
  let staff: ServiceClient;
  beforeAll(async () => {
    const folder = smallFolder('worker: { idleSeconds: 0.02 }\n');
    folder.write('habeas.yaml', HABEAS);
    folder.write('key.pem', privateKey);
    const log: string[] = [];
    const started = await startService({ config: folder.configFile, role: 'all' }, serviceLog(log));
    const stop = async (): Promise<void> => {
      await started.stop();
      folder.remove();
    };
    house = { ...folder, started, service: started.service, url: started.url ?? '', log, stop };
    file = await archiveOf(house);
  }, 60_000);
  afterAll(() => house.stop());

  it('has the signature of its controller, and of nobody else', async () => {
    expect(await verifyArchive(file, { publicKey })).toMatchObject({ ok: true, problems: [], complete: true });
    expect(await verifyArchive(file, { publicKey: generateSigningKey().publicKey })).toMatchObject({ ok: false });
  });

  it('says whom to turn to, and which authority to complain to (GDPR Art. 13–15)', async () => {
    const page = readFileSync(join(await unpack(file), 'README.html'), 'utf8');
    for (const text of ['dpo@club.example', 'Dana', 'CNIL', 'https://cnil.example']) expect(page).toContain(text);
  });

  it('is told to staff as what signs', async () => {
    const { settings } = await staff.run('settings');
    expect(settings).toMatchObject({
      name: 'Example',
      contact: 'dpo@club.example',
      officer: 'Dana',
      authority: 'CNIL',
      signs: true,
    });
    expect(settings.yaml).toBe(/^controller:\n(?: .*\n)+/mu.exec(HABEAS)?.[0]);
  });

  async function archiveOf(of: SmallHouse): Promise<string> {
    const { club, officer } = await people(of);
    staff = officer.client;
    const identifiers = [{ kind: 'email', value: MEMBER, provedBy: 'answered a mail' }] as const;
    const input = { clientKey: 'signed-archive', identifiers, rights: ['access'] as const };
    const openRequest = accepted((await club.run('openRequest', { input })).openRequest);
    await club.run('startRequest', { id: openRequest.id });
    for await (const { state } of club.events<{ state: string }>(openRequest.id, new AbortController().signal)) {
      if (state === 'awaiting_release') break;
    }
    await officer.client.run('releaseRequest', { id: openRequest.id, release: { days: 7 } });
    const response = await club.send(`/archives/${openRequest.id}`);
    const path = join(of.folder, 'archive.zip');
    writeFileSync(path, Buffer.from(await response.arrayBuffer()));
    return path;
  }
});
