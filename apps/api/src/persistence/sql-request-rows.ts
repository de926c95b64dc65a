import { type DataRequest, type Page, type PageQuery, type RequestFilter, type RequestRows, StaleVersion } from '@habeas/core';
import { pageOf } from './page.js';
import { requestFromRow, requestToRow } from './rows/request.row.js';
import type { Session } from './session.js';

const COUNT_UP = {
  sqlite: 'ON CONFLICT (controller, year) DO UPDATE SET last_number = last_number + 1',
  mysql: 'ON DUPLICATE KEY UPDATE last_number = last_number + 1',
};

/** Requests in SQL. */
export class SqlRequestRows implements RequestRows {
  constructor(private readonly session: Session) {}

  async nextReference(controller: string, year: number): Promise<string> {
    const { product } = this.session;
    await this.session.query(`INSERT INTO reference (controller, year, last_number) VALUES (?, ?, 1) ${COUNT_UP[product]}`, [
      controller,
      year,
    ]);
    const { lastNumber } = await this.session.table('reference').findOneByOrFail({ controller, year });
    return `${year}-${String(lastNumber).padStart(4, '0')}`;
  }

  async add(request: DataRequest): Promise<void> {
    await this.session.table('request').insert(requestToRow(request));
  }

  async get(controller: string, id: string): Promise<DataRequest | undefined> {
    const row = await this.session.table('request').findOneBy({ controller, id });
    return row === null ? undefined : requestFromRow(row);
  }

  async byReference(controller: string, reference: string): Promise<DataRequest | undefined> {
    const row = await this.session.table('request').findOneBy({ controller, reference });
    return row === null ? undefined : requestFromRow(row);
  }

  async lock(controller: string, id: string): Promise<DataRequest | undefined> {
    const row = await this.session.table('request').findOne({ where: { controller, id }, ...this.session.locked });
    return row === null ? undefined : requestFromRow(row);
  }

  async change(request: DataRequest): Promise<void> {
    const { id, controller, version } = request;
    const { affected } = await this.session
      .table('request')
      .update({ id, controller, version: version - 1 }, requestToRow(request));
    if (affected !== 1) throw new StaleVersion();
  }

  async remove(controller: string, id: string): Promise<void> {
    await this.session.table('request').delete({ controller, id });
  }

  async page(
    controller: string,
    { states, dueBefore, received, hasOpenTask = false, referenceStart, latestFirst = false }: RequestFilter,
    page: PageQuery,
  ): Promise<Page<DataRequest>> {
    const query = this.session.table('request').createQueryBuilder('r').where('r.controller = :controller', { controller });
    if (states !== undefined) query.andWhere(states.length === 0 ? '1 = 0' : 'r.state IN (:...states)', { states });
    if (dueBefore !== undefined) query.andWhere('r.dueAt < :dueBefore', { dueBefore: dueBefore.getTime() });
    if (received !== undefined) {
      const [from, before] = [received.from.getTime(), received.before.getTime()];
      query.andWhere('r.receivedAt >= :from AND r.receivedAt < :before', { from, before });
    }
    if (hasOpenTask) query.andWhere('r.hasOpenTask = 1');
    if (referenceStart !== undefined) {
      const start = `${referenceStart.toLowerCase().replaceAll(/[!%_]/gu, '!$&')}%`;
      query.andWhere("LOWER(r.reference) LIKE :start ESCAPE '!'", { start });
    }
    const [order, beyond] = latestFirst ? (['DESC', '<'] as const) : (['ASC', '>'] as const);
    query.orderBy('r.dueAt', order).addOrderBy('r.id', order);
    return pageOf(query, page, {
      parts: ['number', 'string'],
      toCursor: ({ dueAt, id }) => [dueAt, id],
      toItem: requestFromRow,
      follow: ([dueAt, id]) => {
        query.andWhere(`(r.dueAt ${beyond} :dueAt OR (r.dueAt = :dueAt AND r.id ${beyond} :id))`, { dueAt, id });
      },
    });
  }
}
