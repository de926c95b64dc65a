import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACCOUNTS } from './accounts.js';
import { ACCOUNTS_AT_LINKS } from './accounts-at-links.js';
import { ACCOUNTS_ON_FORM } from './accounts-on-form.js';
import { ADDRESS_TWINS } from './address-twins.js';
import { BESIDE_OWN_ADDRESS } from './beside-own-address.js';
import { CODES } from './codes.js';
import { CONTACTS_ON_RECORD } from './contacts-on-record.js';
import { DOWNLOADS } from './downloads.js';
import { FOLLOWING } from './following.js';
import { LATER } from './later.js';
import { MARKUPS } from './markup.js';
import { NOTICES } from './notices.js';
import { PROOFS } from './proofs.js';
import { type Attack, Stage } from './stage.js';
import { WEBSITE } from './website.js';

const ATTACKS: readonly Attack[] = [
  ...BESIDE_OWN_ADDRESS,
  ...ADDRESS_TWINS,
  ...CODES,
  ...FOLLOWING,
  ...DOWNLOADS,
  ...WEBSITE,
  ...PROOFS,
  ...CONTACTS_ON_RECORD,
  ...NOTICES,
  ...MARKUPS,
  ...ACCOUNTS,
  ...ACCOUNTS_AT_LINKS,
  ...ACCOUNTS_ON_FORM,
  ...LATER,
];

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
}, 60_000);
afterAll(() => stage.close());

describe('somebody who wants the data of another person', () => {
  it.each(ATTACKS)(
    'is told nothing of them: $title',
    async ({ run, victimGets = [], endsAll = false }) => {
      if (!endsAll) await stage.prove();
      const impostor = stage.impostor();
      const before = await stage.standing();
      await run(stage, impostor);
      expect(impostor.disclosed()).toEqual([]);
      expect(impostor.victimsMails()).toEqual(victimGets);
      if (!endsAll) expect(await stage.standing()).toEqual(before);
    },
    30_000,
  );

  it('has this many ways to try it, each by its own name', () => {
    expect(new Set(ATTACKS.map(({ title }) => title)).size).toBe(ATTACKS.length);
    expect(ATTACKS).toHaveLength(263);
  });
});
