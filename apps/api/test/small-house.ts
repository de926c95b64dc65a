import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataRequest } from '@habeas/core';
import { sampleRequest } from '@habeas/core/testing';
import Database from 'better-sqlite3';
import type { ServiceClient } from '../src/client/service-client.js';
import type { Service } from '../src/composition/service.js';
import { startService, type StartedService } from '../src/start.js';
import { serviceLog } from './house.js';
import { Officer } from '../src/demo/officer.js';
import { tokenOf } from './people.js';

/** One source with one table, for tests that are about the service and not about what is found. */
const MAP = `dataMap: 1
collections:
  member:
    fields:
      id: { origin: derived }
      email: { identifier: email, origin: provided }
`;

const HABEAS = `habeas: 1
controller: { name: Example }
sources:
  members: { connector: sqlite, dataMap: ./members.map.yaml, config: { file: ./members.sqlite } }
`;

/** Somebody whom the source of a small house knows. */
export const MEMBER = 'ann@example.org';

/** A folder with everything that a service needs to start; `settings` are further lines of its service.yaml. */
export interface SmallFolder {
  readonly folder: string;
  readonly configFile: string;
  /** Writes a file of it anew. */
  write(name: string, text: string): string;
  remove(): void;
}

/** See {@link SmallFolder}. */
export function smallFolder(settings = ''): SmallFolder {
  const folder = mkdtempSync(join(tmpdir(), 'habeas-small-'));
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const database = new Database(join(folder, 'members.sqlite'));
  database.exec(`CREATE TABLE member (id INTEGER PRIMARY KEY, email TEXT); CREATE INDEX member_email ON member (email)`);
  database.prepare('INSERT INTO member (email) VALUES (?)').run(MEMBER);
  database.close();
  write('members.map.yaml', MAP);
  write('habeas.yaml', HABEAS);
  const configFile = write(
    'service.yaml',
    `service: 1\ncontrollers: { club: ./habeas.yaml, hostel: ./habeas.yaml }\nlisten: { port: 0 }\noperations: { port: 0 }\n${settings}`,
  );
  return {
    folder,
    configFile,
    write,
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

/** A service in this process, with what it logs. */
export interface SmallHouse extends SmallFolder {
  readonly started: StartedService;
  readonly service: Service;
  readonly url: string;
  readonly log: readonly string[];
  stop(): Promise<void>;
}

/** Starts a service on a small folder. `stop` also removes the folder. */
export async function smallHouse(settings = 'worker: { idleSeconds: 0.02 }\n'): Promise<SmallHouse> {
  const folder = smallFolder(settings);
  const log: string[] = [];
  const started = await startService({ config: folder.configFile, role: 'all' }, serviceLog(log));
  const stop = async (): Promise<void> => {
    await started.stop();
    folder.remove();
  };
  return { ...folder, started, service: started.service, url: started.url ?? '', log, stop };
}

/** The first officer of a small house, acting for a controller. */
export function firstOfficer({ url, started }: SmallHouse, controller = 'club'): Promise<Officer> {
  return Officer.first({ url, setUpCode: started.setUpCode ?? '', controller });
}

/** The first officer, and a program that may do everything in each of the two controllers. */
export interface People {
  readonly officer: Officer;
  readonly club: ServiceClient;
  readonly hostel: ServiceClient;
  /** That of the club's program. */
  readonly token: string;
}

/** See {@link People}. */
export async function people(house: SmallHouse): Promise<People> {
  const officer = await firstOfficer(house);
  const [club, hostel] = [await tokenOf(officer), await tokenOf(officer.for('hostel'))];
  return { officer, club: club.client, hostel: hostel.client, token: club.token };
}

/** Puts a request of the club into the store as it stands, for states that take long to get to. */
export async function putRequest({ service }: SmallHouse, changes: Partial<DataRequest>): Promise<DataRequest> {
  const row = sampleRequest({ controller: 'club', ...changes });
  await service.store.transact(({ requests }) => requests.add(row));
  return row;
}

/** A request whose archive, of these bytes, can be fetched. */
export async function putArchive(house: SmallHouse, id: string, content: Buffer): Promise<DataRequest> {
  const { desk } = house.service;
  const keepUntil = new Date(Date.now() + 7 * 86_400_000);
  const dataKey = await desk.vault.createKey({ controller: 'club', request: id }, keepUntil);
  await desk.vault.put({ controller: 'club', request: id, dataKey }, 'archive', piecesOf(content));
  const sha256 = createHash('sha256').update(content).digest('hex');
  const archive = { blob: 'archive', bytes: content.length, sha256, records: 1, files: 0 };
  return putRequest(house, { id, reference: `2026-${id}`, state: 'released', dataKey, archive, expiresAt: keepUntil });
}

async function* piecesOf(content: Buffer): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < content.length; start += 65_536)
    yield await Promise.resolve(content.subarray(start, start + 65_536));
}

/** Puts another method in the place of an object's, its own or its class's, until the function that it returns is called. */
export function instead<T extends object, Name extends keyof T>(object: T, name: Name, method: T[Name]): () => void {
  const own = Object.getOwnPropertyDescriptor(object, name);
  Object.defineProperty(object, name, { value: method, configurable: true });
  return () => {
    if (own === undefined) Reflect.deleteProperty(object, name);
    else Object.defineProperty(object, name, own);
  };
}
