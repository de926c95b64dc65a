import type { Delivery, DeliveryRows, DownloadSession, DownloadSessionRows } from '@habeas/core';
import { LessThan } from 'typeorm';
import { deliveryFromRow, deliveryToRow, downloadSessionFromRow, downloadSessionToRow } from './rows/delivery.row.js';
import type { Session } from './session.js';

/** Deliveries in SQL. */
export class SqlDeliveryRows implements DeliveryRows {
  constructor(private readonly session: Session) {}

  async add(delivery: Delivery): Promise<void> {
    await this.session.table('delivery').insert(deliveryToRow(delivery));
  }

  async get(controller: string, request: string): Promise<Delivery | undefined> {
    const row = await this.session.table('delivery').findOneBy({ controller, request });
    return row === null ? undefined : deliveryFromRow(row);
  }

  async lock(controller: string, request: string): Promise<Delivery | undefined> {
    const row = await this.session.table('delivery').findOne({ where: { controller, request }, ...this.session.locked });
    return row === null ? undefined : deliveryFromRow(row);
  }

  async lockByLink(link: string): Promise<Delivery | undefined> {
    const row = await this.session.table('delivery').findOne({ where: { link }, ...this.session.locked });
    return row === null ? undefined : deliveryFromRow(row);
  }

  async change(delivery: Delivery): Promise<void> {
    const { controller, request } = delivery;
    await this.session.table('delivery').update({ controller, request }, deliveryToRow(delivery));
  }

  async remove(controller: string, request: string): Promise<void> {
    await this.session.table('delivery').delete({ controller, request });
    await this.session.table('download_session').delete({ controller, request });
  }
}

/** Sessions of downloads in SQL. */
export class SqlDownloadSessionRows implements DownloadSessionRows {
  constructor(private readonly session: Session) {}

  async add(session: DownloadSession): Promise<void> {
    await this.session.table('download_session').insert(downloadSessionToRow(session));
  }

  async lock(id: string): Promise<DownloadSession | undefined> {
    const row = await this.session.table('download_session').findOne({ where: { id }, ...this.session.locked });
    return row === null ? undefined : downloadSessionFromRow(row);
  }

  async change(session: DownloadSession): Promise<void> {
    await this.session.table('download_session').update({ id: session.id }, downloadSessionToRow(session));
  }

  async removeExpired(before: Date): Promise<void> {
    await this.session.table('download_session').delete({ expiresAt: LessThan(before.getTime()) });
  }
}
