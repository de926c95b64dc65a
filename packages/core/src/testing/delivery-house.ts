import { Secret } from '@habeas/connector-sdk';
import type { AuditEntry } from '../audit/audit-entry.js';
import type { DownloadPass } from '../delivery/fetch-archive.js';
import { handOver } from '../delivery/hand-over.js';
import type { ClaimedRequest } from '../delivery/open-claimed.js';
import type { DownloadDoor } from '../delivery/link-tries.js';
import { openDownload } from '../delivery/open-download.js';
import type { SourceBinding } from '../discovery/source.js';
import type { DisclosureSummary } from '../disclosure/disclosure-summary.js';
import type { OutgoingMessage } from '../ports/mailer.js';
import type { DataRequest } from '../request/data-request.js';
import type { OnceKey, Viewer } from '../request/desk.js';
import type { NewRequest } from '../request/open-request.js';
import { ASSOCIATION } from './association.js';
import { fakeSource } from './fake-source.js';
import type { FakeStaffCrypto } from './fake-staff-crypto.js';
import { type HouseOptions, OFFICER, type RequestHouse, requestHouse } from './request-house.js';
import { ShiftedClock } from './shifted-clock.js';

const OPEN: DisclosureSummary = { gate: { release: 'automatic', answer: 'copy' }, retention: [] };
const PROVED: NewRequest = {
  identifiers: [
    { kind: 'id', namespace: 'crm.member', value: '1' },
    { kind: 'email', value: 'ann@example.org', provedBy: 'signed in' },
  ],
  rights: ['access'],
  format: 'csv',
  language: 'fr',
};
const KEY: OnceKey = { key: 'website-1', fingerprint: 'f' };

/** A link as it stands in a message. */
export interface LinkKeys {
  /** On whose pages it is shown: the club's, where nothing else is said. */
  readonly controller?: string;
  readonly link: string;
  readonly secret: Secret<string>;
}

/** A house whose answers go out by themselves where nothing else is said, with what it has sent. */
export interface DeliveryHouseSetting {
  readonly club: RequestHouse;
  readonly crypto: FakeStaffCrypto;
  readonly clock: ShiftedClock;
  readonly sent: readonly OutgoingMessage[];
  /** Somebody who has just proved that it is them. */
  readonly officer: () => Viewer;
  readonly handOver: (given?: Partial<NewRequest>, key?: OnceKey) => Promise<ClaimedRequest>;
  /** The link of the message of this number, from 1, once it was sent. */
  readonly linkOf: (number: number) => Promise<LinkKeys>;
  readonly enter: (keys: LinkKeys, code: string | Secret<string>) => Promise<DownloadDoor>;
  /** The trail, latest first. */
  readonly entries: () => Promise<readonly AuditEntry[]>;
}

const houses: RequestHouse[] = [];

/** Stops every house that was made here. */
export async function stopHouses(): Promise<void> {
  for (const house of houses.splice(0)) await house.stop();
}

/** See {@link DeliveryHouseSetting}. */
export function deliveryHouse(
  options: HouseOptions = { disclosed: () => OPEN },
  sources: readonly SourceBinding[] = [fakeSource(ASSOCIATION)],
): DeliveryHouseSetting {
  const clock = new ShiftedClock();
  const sent: OutgoingMessage[] = [];
  const send = (message: OutgoingMessage): Promise<{ readonly receipt: string }> => {
    sent.push(message);
    return Promise.resolve({ receipt: 'accepted' });
  };
  const club = requestHouse(sources, { clock, mailer: { send }, ...options });
  houses.push(club);
  return {
    club,
    crypto: club.crypto,
    clock,
    sent,
    officer: () => ({ ...OFFICER, steppedUpAt: clock.now() }),
    handOver: (given = {}, key = KEY) => handOver(club.desk, OFFICER, { ...PROVED, ...given }, key),
    linkOf: async (number) => {
      for (;;) {
        const message = sent[number - 1];
        if (message !== undefined) return keysIn(String(message.facts.link));
        await new Promise((wake) => setTimeout(wake, 2));
      }
    },
    enter: ({ controller = 'club', link, secret }, code) =>
      openDownload(club.desk, { controller, link, secret, claimCode: typeof code === 'string' ? new Secret(code) : code }),
    entries: async () => {
      const { items } = await club.store.transact(({ audit }) => audit.page('club', {}, { first: 100 }));
      return items.map(({ item }) => item);
    },
  };
}

/** A request that was answered by itself, with its link, its code, and a browser's way in. */
export interface AnsweredSetting extends DeliveryHouseSetting {
  readonly request: DataRequest;
  readonly bytes: number;
  readonly claimCode: Secret<string>;
  readonly keys: LinkKeys;
  readonly letIn: (keys?: LinkKeys) => Promise<DownloadPass>;
}

/** See {@link AnsweredSetting}. */
export async function answeredHouse(): Promise<AnsweredSetting> {
  const house = deliveryHouse();
  const { request: opened, claimCode } = await house.handOver();
  const request = await house.club.workUntil(opened.id, 'released');
  const own = await house.linkOf(1);
  const letIn = async (keys = own): Promise<DownloadPass> => {
    const door = (await house.enter(keys, claimCode)) as Extract<DownloadDoor, { readonly outcome: 'open' }>;
    return { controller: 'club', link: keys.link, cookie: door.cookie };
  };
  return { ...house, request, bytes: request.archive!.bytes, claimCode, keys: own, letIn };
}

function keysIn(address: string): LinkKeys {
  const end = address.indexOf('#');
  return { link: address.slice(address.lastIndexOf('/', end) + 1, end), secret: new Secret(address.slice(end + 1)) };
}
