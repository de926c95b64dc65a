import type { ChallengeRows, Passkey, PasskeyChallenge, PasskeyRows } from '@habeas/core';
import { LessThan } from 'typeorm';
import { challengeFromRow, challengeToRow, passkeyFromRow, passkeyToRow } from './rows/passkey.row.js';
import type { Session } from './session.js';

/** Passkeys in SQL. */
export class SqlPasskeyRows implements PasskeyRows {
  constructor(private readonly session: Session) {}

  async add(passkey: Passkey): Promise<void> {
    await this.session.table('passkey').insert(passkeyToRow(passkey));
  }

  async get(id: string): Promise<Passkey | undefined> {
    const row = await this.session.table('passkey').findOneBy({ id });
    return row === null ? undefined : passkeyFromRow(row);
  }

  async change(passkey: Passkey): Promise<void> {
    await this.session.table('passkey').update({ id: passkey.id }, passkeyToRow(passkey));
  }

  async remove(id: string): Promise<void> {
    await this.session.table('passkey').delete({ id });
  }

  async of(staff: string): Promise<readonly Passkey[]> {
    const rows = await this.session.table('passkey').find({ where: { staff }, order: { createdAt: 'ASC', id: 'ASC' } });
    return rows.map(passkeyFromRow);
  }

  async removeOf(staff: string): Promise<void> {
    await this.session.table('passkey').delete({ staff });
  }
}

/** Challenges in SQL. */
export class SqlChallengeRows implements ChallengeRows {
  constructor(private readonly session: Session) {}

  async put(challenge: PasskeyChallenge): Promise<void> {
    await this.session.table('passkey_challenge').delete({ session: challenge.session });
    await this.session.table('passkey_challenge').insert(challengeToRow(challenge));
  }

  async take(session: string): Promise<PasskeyChallenge | undefined> {
    const row = await this.session.table('passkey_challenge').findOne({ where: { session }, ...this.session.locked });
    await this.session.table('passkey_challenge').delete({ session });
    return row === null ? undefined : challengeFromRow(row);
  }

  async removeExpired(before: Date): Promise<void> {
    await this.session.table('passkey_challenge').delete({ expiresAt: LessThan(before.getTime()) });
  }
}
