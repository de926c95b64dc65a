import type { WebhookCall, WebhookRows, WebhookState, WebhookTally } from '@habeas/core';
import { webhookCallFromRow, webhookCallToRow } from './rows/webhook.row.js';
import type { Session } from './session.js';

const TALLY = `SELECT endpoint, state, COUNT(*) AS calls, MIN(happened_at) AS since, MAX(COALESCE(sent_at, failed_at)) AS last_end
  FROM webhook_call WHERE controller = ? GROUP BY endpoint, state ORDER BY endpoint, state`;

/** Calls of webhooks in SQL. */
export class SqlWebhookRows implements WebhookRows {
  constructor(private readonly session: Session) {}

  async add(call: WebhookCall): Promise<void> {
    await this.session.table('webhook_call').insert(webhookCallToRow(call));
  }

  async get(controller: string, id: string): Promise<WebhookCall | undefined> {
    const row = await this.session.table('webhook_call').findOneBy({ controller, id });
    return row === null ? undefined : webhookCallFromRow(row);
  }

  async change(call: WebhookCall): Promise<void> {
    const { controller, id } = call;
    await this.session.table('webhook_call').update({ controller, id }, webhookCallToRow(call));
  }

  async of(controller: string, request: string): Promise<readonly WebhookCall[]> {
    const rows = await this.session.table('webhook_call').find({ where: { controller, request }, order: { number: 'ASC' } });
    return rows.map(webhookCallFromRow);
  }

  async remove(controller: string, request: string): Promise<void> {
    await this.session.table('webhook_call').delete({ controller, request });
  }

  async failed(controller: string, most: number): Promise<readonly WebhookCall[]> {
    const order = { failedAt: 'DESC', number: 'DESC' } as const;
    const rows = await this.session.table('webhook_call').find({ where: { controller, state: 'failed' }, order, take: most });
    return rows.map(webhookCallFromRow);
  }

  async tally(controller: string): Promise<readonly WebhookTally[]> {
    const rows = await this.session.query<TallyRow>(TALLY, [controller]);
    return Array.from(rows, ({ endpoint, state, calls, since, last_end: last }) => ({
      ...{ endpoint, state, count: Number(calls), since: new Date(Number(since)) },
      ...(last === null ? {} : { last: new Date(Number(last)) }),
    }));
  }
}

/** Numbers come as texts from one of the drivers. */
interface TallyRow {
  readonly endpoint: string;
  readonly state: WebhookState;
  readonly calls: unknown;
  readonly since: unknown;
  readonly last_end: unknown;
}
