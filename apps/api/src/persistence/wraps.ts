import type { KeyOwner } from '@habeas/vault';
import { IsNull, MoreThan, Not } from 'typeorm';
import { wrapOf } from '../staff/key-sealing.js';
import type { Session } from './session.js';

/** One wrapped data key as the store holds it. */
export interface StoredWrap {
  /** In which table. */
  readonly table: WrapTable;
  /** The id of its row. */
  readonly row: string;
  /** Whose it is. */
  readonly owner: KeyOwner;
  readonly wrapped: string;
}

/** The tables that hold wrapped data keys. A new one gets its line in {@link PLACES}: what is not there is lost at a retirement. */
export type WrapTable = 'request' | 'staff' | 'delivery' | 'address_proof';

interface Place {
  /** The next wraps after a row, in the order of ids. */
  page(session: Session, after: string, take: number): Promise<readonly StoredWrap[]>;
  /** Puts another wrap into a row that still holds this one; says whether it did. */
  replace(session: Session, wrap: StoredWrap, by: string): Promise<boolean>;
}

const PLACES: Readonly<Record<WrapTable, Place>> = {
  request: {
    async page(session, after, take) {
      const where = { id: MoreThan(after), dataKey: Not(IsNull()) };
      const select = { id: true, controller: true, dataKey: true };
      const rows = await session.table('request').find({ where, select, order: { id: 'ASC' }, take });
      return rows.map(({ id, controller, dataKey }) => ({
        table: 'request',
        row: id,
        owner: { controller, id },
        wrapped: dataKey ?? '',
      }));
    },
    async replace(session, { row, wrapped }, by) {
      // The version stays: nothing of the request has changed, and whoever changes it holds its row meanwhile.
      const { affected } = await session.table('request').update({ id: row, dataKey: wrapped }, { dataKey: by });
      return affected === 1;
    },
  },
  staff: {
    async page(session, after, take) {
      const where = { id: MoreThan(after), totpSecret: Not(IsNull()) };
      const rows = await session
        .table('staff')
        .find({ where, select: { id: true, totpSecret: true }, order: { id: 'ASC' }, take });
      return rows.map(({ id, totpSecret }) => ({ table: 'staff', row: id, ...wrapOf(totpSecret ?? '') }));
    },
    async replace(session, { row, wrapped }, by) {
      const staff = session.table('staff');
      const found = await staff.findOne({ where: { id: row }, ...session.locked });
      const secret = found?.totpSecret ?? '';
      if (wrapOf(secret).wrapped !== wrapped) return false;
      await staff.update({ id: row }, { totpSecret: `${by}${secret.slice(wrapped.length)}` });
      return true;
    },
  },
  delivery: {
    async page(session, after, take) {
      const where = { request: MoreThan(after) };
      const rows = await session
        .table('delivery')
        .find({ where, select: { request: true, claim: true }, order: { request: 'ASC' }, take });
      return rows.map(({ request, claim }) => ({ table: 'delivery', row: request, ...wrapOf(claim) }));
    },
    async replace(session, { row, wrapped }, by) {
      const deliveries = session.table('delivery');
      const claim = (await deliveries.findOne({ where: { request: row }, ...session.locked }))?.claim ?? '';
      if (wrapOf(claim).wrapped !== wrapped) return false;
      await deliveries.update({ request: row }, { claim: `${by}${claim.slice(wrapped.length)}` });
      return true;
    },
  },
  address_proof: {
    async page(session, after, take) {
      const where = { request: MoreThan(after) };
      const rows = await session
        .table('address_proof')
        .find({ where, select: { request: true, code: true }, order: { request: 'ASC' }, take });
      return rows.map(({ request, code }) => ({ table: 'address_proof', row: request, ...wrapOf(code) }));
    },
    async replace(session, { row, wrapped }, by) {
      const proofs = session.table('address_proof');
      const code = (await proofs.findOne({ where: { request: row }, ...session.locked }))?.code ?? '';
      if (wrapOf(code).wrapped !== wrapped) return false;
      await proofs.update({ request: row }, { code: `${by}${code.slice(wrapped.length)}` });
      return true;
    },
  },
};

const PAGE = 250;

/** Every wrapped data key of a store, over all controllers. For whoever runs it: no use case reads other controllers' rows. */
export class Wraps {
  constructor(private readonly transact: <T>(work: (session: Session) => Promise<T>) => Promise<T>) {}

  /** All of them, in pages: what comes meanwhile may be in it or not. */
  async *pages(): AsyncIterable<readonly StoredWrap[]> {
    for (const place of Object.values(PLACES)) {
      for (let after = ''; ;) {
        const last = after;
        const page = await this.transact((session) => place.page(session, last, PAGE));
        if (page.length > 0) yield page;
        after = page.at(-1)?.row ?? after;
        if (page.length < PAGE) break;
      }
    }
  }

  /** Puts other wraps of the same keys in their places, in one short transaction; says how many still were as they had been read. */
  replace(changes: readonly { readonly wrap: StoredWrap; readonly by: string }[]): Promise<number> {
    return this.transact(async (session) => {
      let replaced = 0;
      for (const { wrap, by } of changes) if (await PLACES[wrap.table].replace(session, wrap, by)) replaced += 1;
      return replaced;
    });
  }
}
