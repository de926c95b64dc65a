import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectToServer, startPrivateServer } from '@habeas/test-servers';
import S3rver from 's3rver';
import { typicalDataMap, typicalSchema } from '../benches/typical-search.js';
import { slowProxy } from './slow-proxy.js';

const BUCKET = 'habeas-bench';
/** The account that this S3 server knows. */
const S3_ACCOUNT = 'S3RVER';
/** What a store has to have; the tests' servers never wait for their disk. */
const DURABLE = ['--innodb-flush-method=fsync', '--innodb-flush-log-at-trx-commit=1'];

/** An installation of several processes: a store on MariaDB, blobs in S3, and one source that is far away. */
export interface SharedHouse {
  readonly configFile: string;
  remove(): Promise<void>;
}

/** Makes one, with a source whose every answer takes so long. */
export async function sharedHouse(latencyMs: number): Promise<SharedHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'habeas-bench-'));
  const closers: (() => unknown)[] = [
    () => {
      rmSync(folder, { recursive: true });
    },
  ];
  const remove = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const mariadb = await startPrivateServer('mariadb', { arguments: () => DURABLE });
    closers.push(() => mariadb.stop());
    const server = connectToServer('mariadb', mariadb.url);
    const [source, store] = [await server.createDatabase('source'), await server.createDatabase('store')];
    await source.run(typicalSchema());
    const { hostname: host, port } = new URL(source.url);
    const proxy = await slowProxy({ host, port: Number(port) }, latencyMs);
    closers.push(() => proxy.close());
    const s3 = new S3rver({ ...S3_OPTIONS, directory: join(folder, 's3') });
    const s3Port = (await s3.run()).port;
    closers.push(() => s3.close());
    writeFileSync(join(folder, 'typical.map.yaml'), typicalDataMap());
    writeFileSync(join(folder, 'club.yaml'), controllerYaml(source.url, proxy.port));
    const configFile = join(folder, 'service.yaml');
    writeFileSync(configFile, serviceYaml(store.url, s3Port));
    return { configFile, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

const S3_OPTIONS = { address: '127.0.0.1', port: 0, silent: true, configureBuckets: [{ name: BUCKET, configs: [] as const }] };

function controllerYaml(url: string, port: number): string {
  const { username, password, pathname } = new URL(url);
  const config = { host: '127.0.0.1', port, database: pathname.slice(1), user: username, password };
  return [
    'habeas: 1',
    'controller: { name: The club, contact: privacy@club.example, language: en }',
    'sources:',
    '  crm:',
    '    title: The CRM',
    '    connector: mysql',
    '    dataMap: ./typical.map.yaml',
    `    config: ${JSON.stringify(config)}`,
    '',
  ].join('\n');
}

function serviceYaml(store: string, s3Port: number): string {
  const s3 = {
    ...{ bucket: BUCKET, region: 'eu-west-3', endpoint: `http://127.0.0.1:${String(s3Port)}`, pathStyle: true },
    ...{ accessKeyId: S3_ACCOUNT, secretAccessKey: S3_ACCOUNT },
  };
  return [
    'service: 1',
    'controllers: { club: ./club.yaml }',
    `store: ${JSON.stringify(store)}`,
    `s3: ${JSON.stringify(s3)}`,
    'listen: { port: 0 }',
    'operations: { port: 0 }',
    'worker: { concurrency: 4, idleSeconds: 0.1 }',
    '',
  ].join('\n');
}
