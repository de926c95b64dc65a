import type { AddressProof, AddressProofRows, FollowSession, FollowSessionRows } from '@habeas/core';
import { LessThan } from 'typeorm';
import { addressProofFromRow, addressProofToRow, followSessionFromRow, followSessionToRow } from './rows/identity.row.js';
import type { Session } from './session.js';

/** Proofs of addresses in SQL. */
export class SqlAddressProofRows implements AddressProofRows {
  constructor(private readonly session: Session) {}

  async put(proof: AddressProof): Promise<void> {
    await this.remove(proof.controller, proof.request);
    await this.session.table('address_proof').insert(addressProofToRow(proof));
  }

  async lock(controller: string, request: string): Promise<AddressProof | undefined> {
    const row = await this.session.table('address_proof').findOne({ where: { controller, request }, ...this.session.locked });
    return row === null ? undefined : addressProofFromRow(row);
  }

  async remove(controller: string, request: string): Promise<void> {
    await this.session.table('address_proof').delete({ controller, request });
  }
}

/** Browsers that may follow a request, in SQL. */
export class SqlFollowSessionRows implements FollowSessionRows {
  constructor(private readonly session: Session) {}

  async add(session: FollowSession): Promise<void> {
    await this.session.table('follow_session').insert(followSessionToRow(session));
  }

  async get(id: string): Promise<FollowSession | undefined> {
    const row = await this.session.table('follow_session').findOneBy({ id });
    return row === null ? undefined : followSessionFromRow(row);
  }

  async removeOf(controller: string, request: string): Promise<void> {
    await this.session.table('follow_session').delete({ controller, request });
  }

  async removeExpired(before: Date): Promise<void> {
    await this.session.table('follow_session').delete({ expiresAt: LessThan(before.getTime()) });
  }
}
