import type { AuditEntry, AuditFilter, AuditRows, NewAuditEntry, Page, PageQuery } from '@habeas/core';
import { pageOf } from './page.js';
import { auditFromRow, auditToRow } from './rows/audit.row.js';
import type { Session } from './session.js';
import { canonicalJson } from '@habeas/vault';

/** The trail in SQL. Its triggers refuse to change or remove an entry. */
export class SqlAuditRows implements AuditRows {
  constructor(private readonly session: Session) {}

  async add(entry: NewAuditEntry): Promise<void> {
    // What has no canonical form is refused here: later it would stand in the way of the whole chain.
    canonicalJson(entry.details);
    await this.session.table('audit_entry').insert(auditToRow(entry, this.session.now));
  }

  async page(controller: string, { object, action }: AuditFilter, page: PageQuery): Promise<Page<AuditEntry>> {
    const query = this.session.table('audit_entry').createQueryBuilder('a').where('a.controller = :controller', { controller });
    if (object !== undefined) query.andWhere('a.objectType = :type AND a.objectId = :id', object);
    if (action !== undefined) query.andWhere('a.action = :action', { action });
    query.orderBy('a.number', 'DESC');
    return pageOf(query, page, {
      parts: ['number'],
      toCursor: ({ number }) => [number],
      toItem: auditFromRow,
      follow: ([number]) => {
        query.andWhere('a.number < :number', { number });
      },
    });
  }
}
