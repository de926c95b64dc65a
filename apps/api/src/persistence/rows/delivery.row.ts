import type { ChosenPacking, Delivery, DownloadLink, DownloadSession } from '@habeas/core';
import type { TableShape } from './entity.js';
import { fromJson, jsonOrNull, millisecondsOrNull, optional, time } from './values.js';

export interface DeliveryRow {
  controller: string;
  request: string;
  claim: string;
  isAutomatic: number;
  finds: number;
  findsWaitUntil: number | null;
  link: string | null;
  secretHash: string | null;
  issuedAt: number | null;
  expiresAt: number | null;
  isRevoked: number;
  completed: number;
  failures: number;
  waitUntil: number | null;
  packing: string | null;
}

export const deliveryTable: TableShape<DeliveryRow> = {
  name: 'delivery',
  columns: {
    controller: 'id',
    request: 'id',
    claim: 'text',
    isAutomatic: 'count',
    finds: 'count',
    findsWaitUntil: 'time?',
    link: 'id?',
    secretHash: 'id?',
    issuedAt: 'time?',
    expiresAt: 'time?',
    isRevoked: 'count',
    completed: 'count',
    failures: 'count',
    waitUntil: 'time?',
    packing: 'text?',
  },
  primary: ['controller', 'request'],
  indices: [{ name: 'delivery_link', columns: ['link'], unique: true }],
};

export function deliveryToRow(delivery: Delivery): DeliveryRow {
  const { controller, request, claim, isAutomatic, finds, findsWaitUntil, link, packing } = delivery;
  return {
    ...{ controller, request, claim, finds },
    isAutomatic: Number(isAutomatic),
    findsWaitUntil: millisecondsOrNull(findsWaitUntil),
    packing: jsonOrNull(packing),
    ...(link === undefined ? NO_LINK : linkToRow(link)),
  };
}

type LinkColumns = Pick<
  DeliveryRow,
  'link' | 'secretHash' | 'issuedAt' | 'expiresAt' | 'isRevoked' | 'completed' | 'failures' | 'waitUntil'
>;

const NO_LINK: LinkColumns = {
  ...{ link: null, secretHash: null, issuedAt: null, expiresAt: null, waitUntil: null },
  ...{ isRevoked: 0, completed: 0, failures: 0 },
};

function linkToRow(link: DownloadLink): LinkColumns {
  const { id, secretHash, completed, failures } = link;
  return {
    ...{ link: id, secretHash, completed, failures },
    issuedAt: link.issuedAt.getTime(),
    expiresAt: link.expiresAt.getTime(),
    isRevoked: Number(link.isRevoked),
    waitUntil: millisecondsOrNull(link.waitUntil),
  };
}

export function deliveryFromRow(row: DeliveryRow): Delivery {
  const { controller, request, claim, finds } = row;
  const link = linkFromRow(row);
  return {
    ...{ controller, request, claim, finds },
    isAutomatic: row.isAutomatic === 1,
    ...optional('findsWaitUntil', row.findsWaitUntil, time),
    ...(link === undefined ? {} : { link }),
    ...optional('packing', row.packing, (text) => fromJson<ChosenPacking>(text)),
  };
}

function linkFromRow(row: DeliveryRow): DownloadLink | undefined {
  const { link: id, secretHash, issuedAt, expiresAt, completed, failures } = row;
  if (id === null || secretHash === null || issuedAt === null || expiresAt === null) return undefined;
  return {
    ...{ id, secretHash, completed, failures },
    issuedAt: time(issuedAt),
    expiresAt: time(expiresAt),
    isRevoked: row.isRevoked === 1,
    ...optional('waitUntil', row.waitUntil, time),
  };
}

export interface DownloadSessionRow {
  id: string;
  controller: string;
  request: string;
  link: string;
  expiresAt: number;
  sent: string;
}

export const downloadSessionTable: TableShape<DownloadSessionRow> = {
  name: 'download_session',
  columns: { id: 'id', controller: 'id', request: 'id', link: 'id', expiresAt: 'time', sent: 'text' },
  primary: ['id'],
  indices: [
    { name: 'download_session_request', columns: ['controller', 'request'] },
    { name: 'download_session_expires', columns: ['expiresAt'] },
  ],
};

export function downloadSessionToRow({ id, controller, request, link, expiresAt, sent }: DownloadSession): DownloadSessionRow {
  return { id, controller, request, link, expiresAt: expiresAt.getTime(), sent: JSON.stringify(sent) };
}

export function downloadSessionFromRow({ id, controller, request, link, expiresAt, sent }: DownloadSessionRow): DownloadSession {
  return { id, controller, request, link, expiresAt: time(expiresAt), sent: fromJson(sent) };
}
