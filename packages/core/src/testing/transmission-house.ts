import { ConnectorError } from '@habeas/connector-sdk';
import { expect } from '@jest/globals';
import type { DisclosureSummary } from '../disclosure/disclosure-summary.js';
import { subjectViewer } from '../identity/ask-for-data.js';
import type { SentTransmission } from '../ports/transmission-ports.js';
import { lockRequest } from '../request/change-request.js';
import type { DataRequest } from '../request/data-request.js';
import type { NewRequest } from '../request/open-request.js';
import { failTransmission, type NamedController, orderOwnTransmission } from '../transmission/order-transmission.js';
import type { Receiver, Transmission, TransmissionReceipt } from '../transmission/transmission.js';
import { deliveryHouse, type DeliveryHouseSetting } from './delivery-house.js';
import type { Step } from '../work/step.js';
import { OFFICER } from './request-house.js';
import { until } from './working.js';

/** An answer that goes out by itself. */
export const OPEN: DisclosureSummary = { gate: { release: 'automatic', answer: 'copy' }, retention: [] };
/** Two that data may be sent to: one by this service, one on paper only. */
export const RECEIVERS: readonly Receiver[] = [
  { id: 'union', name: 'Sports union', takesData: true },
  { id: 'paper', name: 'Paper only', takesData: false },
];
/** Somebody whom no source knows. */
export const NOBODY: Partial<NewRequest> = {
  identifiers: [{ kind: 'email', value: 'nobody@example.org', provedBy: 'signed in' }],
};
/** Another side that does not answer. */
export const down = (): never => {
  throw new ConnectorError('transient', 'The other side is down.', { retryAfterMs: 1 });
};

/** One try to send, and what would have gone over the wire. */
interface SendingTry {
  readonly sent: SentTransmission;
  readonly text: string;
}

/** What a test of transmissions does and sees, beside what a house of deliveries gives. */
export interface SendingHouse extends DeliveryHouseSetting {
  readonly request: DataRequest;
  readonly tries: readonly SendingTry[];
  /** Orders one as the subject does. */
  readonly own: (named: NamedController) => Promise<DataRequest>;
  /** All of the request, oldest first. */
  readonly all: () => Promise<readonly Transmission[]>;
  /** The last one, once none waits any more. */
  readonly ended: () => Promise<Transmission>;
  /** Ends the last one as somebody else would, and shows that a second end changes nothing. */
  readonly end: () => Promise<void>;
  /** The steps that send. */
  readonly steps: () => Promise<readonly Step[]>;
  /** True once a message of this kind went out. */
  readonly told: (kind: string) => Promise<boolean>;
}

/** A request that was answered, and another controller that does with each try what it is told to. */
export async function sending(
  send: (sent: SentTransmission, text: string) => TransmissionReceipt | Promise<TransmissionReceipt> = ({ bytes, sha256 }) => ({
    bytes,
    sha256,
  }),
  disclosed: (request: DataRequest) => DisclosureSummary | undefined = () => OPEN,
  given: Partial<NewRequest> = {},
): Promise<SendingHouse> {
  const tries: SendingTry[] = [];
  const sender = {
    send: async (sent: SentTransmission) => {
      const parts: Uint8Array[] = [];
      for await (const part of sent.content) parts.push(part);
      const text = Buffer.concat(parts).toString();
      tries.push({ sent, text });
      return send(sent, text);
    },
  };
  const house = deliveryHouse({
    disclosed: disclosed as () => DisclosureSummary,
    transmissions: { receivers: RECEIVERS, sender },
  });
  const { request } = await house.handOver(given);
  await house.club.workUntil(request.id, 'released');
  const { club } = house;
  const own = (named: NamedController) => orderOwnTransmission(club.desk, subjectViewer('club'), request.id, named);
  const all = async (): Promise<readonly Transmission[]> => (await club.get(request.id)).transmissions!;
  const ended = async (): Promise<Transmission> => {
    await until(async () => (await all()).every(({ state }) => state !== 'waiting'));
    return (await all()).at(-1)!;
  };
  const told = async (kind: string): Promise<boolean> => {
    await until(() => Promise.resolve(house.sent.some((message) => message.kind === kind)));
    return true;
  };
  const end = () =>
    club.store.transact(async (transaction) => {
      const current = await lockRequest(transaction, OFFICER, request.id);
      const { id } = current.transmissions!.at(-1)!;
      const stopped = { transmission: id, reason: 'stopped' } as const;
      const telling = { desk: club.desk, viewer: OFFICER };
      const failed = await failTransmission(transaction, current, stopped, telling);
      expect(await failTransmission(transaction, failed, stopped, telling)).toBe(failed);
    });
  const steps = () =>
    club.store.transact(async (transaction) =>
      (await transaction.steps.of('club', request.id)).filter(({ kind }) => kind === 'transmit'),
    );
  return { ...house, request, own, all, ended, end, steps, told, tries };
}
