import type { KeyOwner } from '@habeas/vault';
import { IsNull, MoreThan, Not, type Repository } from 'typeorm';
import { wrapOf } from '../staff/key-sealing.js';
import type { RequestRow } from './rows/request.row.js';
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
export type WrapTable = 'request' | 'received_transmission' | 'staff' | 'delivery' | 'address_proof';

interface Place {
  /** The next wraps after a row, in the order of ids. */
  page(session: Session, after: string, take: number): Promise<readonly StoredWrap[]>;
  /** Puts another wrap into a row that still holds this one; says whether it did. */
  replace(session: Session, wrap: StoredWrap, by: string): Promise<boolean>;
}

const PLACES: Readonly<Record<WrapTable, Place>> = {
  request: keyedIn('request'),
  received_transmission: keyedIn('received_transmission'),
  staff: sealedIn('staff', 'id', 'totpSecret'),
  delivery: sealedIn('delivery', 'request', 'claim'),
  address_proof: sealedIn('address_proof', 'request', 'code'),
};

/** Data keys of what lies in the vault under the id of its row. */
function keyedIn(table: 'request' | 'received_transmission'): Place {
  // Both have these columns; TypeORM would have to know of each by itself
  const rowsOf = (session: Session): Repository<RequestRow> => session.table(table) as unknown as Repository<RequestRow>;
  return {
    async page(session, after, take) {
      const where = { id: MoreThan(after), dataKey: Not(IsNull()) };
      const select = { id: true, controller: true, dataKey: true };
      const rows = await rowsOf(session).find({ where, select, order: { id: 'ASC' }, take });
      return rows.map(({ id, controller, dataKey }) => ({ table, row: id, owner: { controller, id }, wrapped: dataKey ?? '' }));
    },
    async replace(session, { row, wrapped }, by) {
      // The version stays: nothing of the request has changed, and whoever changes it holds its row meanwhile.
      const { affected } = await rowsOf(session).update({ id: row, dataKey: wrapped }, { dataKey: by });
      return affected === 1;
    },
  };
}

/** Texts that are sealed under a key of the installation, each of which carries its wrap. */
function sealedIn(table: Exclude<WrapTable, 'request' | 'received_transmission'>, id: string, column: string): Place {
  const rowsOf = (session: Session): Repository<Readonly<Record<string, string>>> =>
    session.table(table) as unknown as Repository<Readonly<Record<string, string>>>;
  return {
    async page(session, after, take) {
      const where = { [id]: MoreThan(after), [column]: Not(IsNull()) };
      const rows = await rowsOf(session).find({ where, select: { [id]: true, [column]: true }, order: { [id]: 'ASC' }, take });
      return rows.map((row) => ({ table, row: String(row[id]), ...wrapOf(String(row[column])) }));
    },
    async replace(session, { row, wrapped }, by) {
      const rows = rowsOf(session);
      const found = await rows.findOne({ where: { [id]: row }, ...session.locked });
      const sealed = String(found?.[column]);
      if (wrapOf(sealed).wrapped !== wrapped) return false;
      await rows.update({ [id]: row }, { [column]: `${by}${sealed.slice(wrapped.length)}` });
      return true;
    },
  };
}

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
