import { afterEach, describe, expect, it } from '@jest/globals';
import { localDate } from '../../calendar/local-date.js';
import { contactOf } from '../../mail/tell-subject.js';
import { attestIdentity, cancelRequest, releaseRequest, startSearch } from '../../request/decide-request.js';
import { openCaseFile } from '../../request/sealed-files.js';
import { askingHouse } from '../../testing/asking-house.js';
import { stopHouses } from '../../testing/delivery-house.js';
import { OFFICER } from '../../testing/request-house.js';
import type { OnBehalf } from '../proof-facts.js';
import { type Authority, type AuthorityTerms, requireAuthority, type RepresentationDecision } from './authority.js';
import { decideRepresentation } from './decide-representation.js';

afterEach(stopHouses);

const TERMS: AuthorityTerms = { today: localDate('2026-03-01'), rights: ['access'], jurisdiction: 'FR' };
const MANDATE: Authority = { evidence: 'mandate', signedOn: localDate('2026-01-02'), covers: ['access'], isConfirmed: true };
const PARENT: Authority = { evidence: 'family_record', bornOn: localDate('2016-03-02'), childInterest: 'For its school.' };
const HEIR: Authority = {
  evidence: 'deed_of_inheritance',
  diedOn: localDate('2025-12-24'),
  purpose: 'estate_settlement',
  isForbidden: false,
};

describe('the authority of somebody who acts for another (PER-03 to PER-05)', () => {
  it.each<[string, OnBehalf, Authority, Partial<AuthorityTerms>]>([
    ['a mandate that covers what is asked', 'proxy', MANDATE, {}],
    ['a mandate on its last day', 'proxy', { ...MANDATE, goodUntil: TERMS.today }, {}],
    ['a guardian by order of a court', 'guardian', { evidence: 'court_order' }, {}],
    ['a parent of a child', 'parental_authority', PARENT, {}],
    [
      'a parent of a child of fifteen that was heard',
      'parental_authority',
      { ...PARENT, bornOn: localDate('2011-03-01'), isChildHeard: true },
      {},
    ],
    [
      'a child on the day before it is of age',
      'parental_authority',
      { ...PARENT, bornOn: localDate('2008-03-02'), isChildHeard: true },
      {},
    ],
    ['an heir in France', 'heir', HEIR, {}],
    [
      'an heir elsewhere, by a law that is named',
      'heir',
      { ...HEIR, nationalLawRef: 'Código civil, art. 7' },
      { jurisdiction: 'ES' },
    ],
  ])('is given by %s', (_what, onBehalf, authority, terms) => {
    expect(() => {
      requireAuthority(onBehalf, authority, { ...TERMS, ...terms });
    }).not.toThrow();
  });

  it.each<[string, OnBehalf, Authority, Partial<AuthorityTerms>]>([
    ['no mandate', 'proxy', { ...MANDATE, evidence: 'family_record' }, {}],
    ['a mandate without a date', 'proxy', { evidence: 'mandate', covers: ['access'], isConfirmed: true }, {}],
    ['a mandate from the future', 'proxy', { ...MANDATE, signedOn: localDate('2026-03-02') }, {}],
    ['a mandate that is over', 'proxy', { ...MANDATE, goodUntil: localDate('2026-02-28') }, {}],
    ['a mandate that covers less', 'proxy', MANDATE, { rights: ['access', 'portability'] }],
    [
      'a mandate that says nothing of what it covers',
      'proxy',
      { evidence: 'mandate', signedOn: TERMS.today, isConfirmed: true },
      {},
    ],
    ['a mandate that the person has not confirmed', 'proxy', { ...MANDATE, isConfirmed: false }, {}],
    ['a guardian by a paper of their own', 'guardian', { evidence: 'mandate' }, {}],
    ['a parent of an adult', 'parental_authority', { ...PARENT, bornOn: localDate('2008-03-01'), isChildHeard: true }, {}],
    [
      'a parent of a child of fifteen that was not heard',
      'parental_authority',
      { ...PARENT, bornOn: localDate('2011-03-01') },
      {},
    ],
    ['a parent of nobody', 'parental_authority', { evidence: 'family_record', childInterest: 'Some.' }, {}],
    ['a parent of a child that is not born', 'parental_authority', { ...PARENT, bornOn: localDate('2027-01-01') }, {}],
    [
      'a parent whose child’s interest is not weighed',
      'parental_authority',
      { evidence: 'family_record', bornOn: localDate('2016-03-02') },
      {},
    ],
    ['an heir of a living person', 'heir', { evidence: 'will', purpose: 'digital_goods', isForbidden: false }, {}],
    ['an heir of somebody who is still to die', 'heir', { ...HEIR, diedOn: localDate('2026-03-02') }, {}],
    ['an heir without a purpose', 'heir', { evidence: 'will', diedOn: localDate('2025-12-24'), isForbidden: false }, {}],
    ['an heir against what the deceased has directed', 'heir', { ...HEIR, isForbidden: true }, {}],
    [
      'an heir where nobody has looked for directions',
      'heir',
      { evidence: 'will', diedOn: HEIR.diedOn!, purpose: 'digital_goods' },
      {},
    ],
    ['an heir where no law gives them a right', 'heir', HEIR, { jurisdiction: 'DE' }],
  ])('is not given by %s', (_what, onBehalf, authority, terms) => {
    expect(() => {
      requireAuthority(onBehalf, authority, { ...TERMS, ...terms });
    }).toThrow('This gives no authority');
  });
});

const ACCEPTED: RepresentationDecision = {
  outcome: 'accepted',
  authority: { ...MANDATE, signedOn: localDate('2020-01-02'), covers: ['access', 'portability'] },
  reason: 'Rang her on the number on record.',
  answerTo: 'representative',
  sendTo: 'lawyer@example.test',
};

async function asked(onBehalf: OnBehalf = 'proxy') {
  const house = askingHouse();
  const { club, officer } = house;
  const { own } = await house.ask({ isForOther: true, onBehalf });
  await attestIdentity(club.desk, officer(), own.id, [{ identifier: 2, provedBy: 'rang her' }]);
  await startSearch(club.desk, officer(), own.id);
  await club.workUntil(own.id, 'awaiting_release');
  const decide = (decision: Partial<RepresentationDecision> = {}) =>
    decideRepresentation(club.desk, officer(), own.id, { decision: { ...ACCEPTED, ...decision }, jurisdiction: 'FR' });
  const release = () => releaseRequest(club.desk, officer(), own.id, { days: 7, reason: 'Decided.' });
  return { ...house, id: own.id, decide, release };
}

describe('the answer to somebody who acts for another', () => {
  it('goes out when an officer has decided that they may, with a reason, and to whom the decision names', async () => {
    const { club, id, decide, release, message, entries } = await asked();
    await expect(release()).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await decide({ outcome: 'rejected', reason: 'The paper is a copy of a copy.' });
    await expect(release()).rejects.toMatchObject({ code: 'WRONG_STATE' });
    const decided = await decide();
    expect(decided.proof?.representation).toMatchObject({ outcome: 'accepted', evidence: 'mandate', answerTo: 'representative' });
    await release();
    expect((await message(1)).to.reveal()).toBe('lawyer@example.test');
    const { representations } = await openCaseFile(club.vault, await club.get(id));
    expect(representations).toHaveLength(2);
    const trail = JSON.stringify(await entries());
    expect(trail).toContain('identity.representation');
    expect(trail).not.toContain('lawyer');
  });

  it('goes to the person where the decision says so, whatever address was named before', async () => {
    const { club, id, decide, release, message } = await asked();
    await decide();
    await decide({ answerTo: 'person' });
    await release();
    expect((await message(1)).to.reveal()).toBe('ann@example.org');
    await expect(contactOf(club.desk, await club.get(id))).resolves.toBeDefined();
  });

  it('needs no address where it goes to the person, and has none once its personal data are gone', async () => {
    const { club, officer, id, decide } = await asked();
    const { sendTo: _, ...unaddressed } = ACCEPTED;
    const decideTo = (answerTo: RepresentationDecision['answerTo']) =>
      decideRepresentation(club.desk, officer(), id, { decision: { ...unaddressed, answerTo }, jurisdiction: 'FR' });
    await expect(decideTo('representative')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await decideTo('person');
    const { caseFile: _sealed, ...shredded } = await decide();
    await expect(contactOf(club.desk, shredded)).resolves.toBeUndefined();
  });

  it('is for a purpose where an heir asks, by what the deceased has directed, and never goes to the dead (PER-05)', async () => {
    const { club, id, decide, release } = await asked('heir');
    const directives = [{ kind: 'specific', directs: 'close', givenOn: HEIR.diedOn!, consentOn: HEIR.diedOn! }] as const;
    const authority = { ...HEIR, directives };
    await expect(decide({ authority })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(decide({ authority: HEIR, answerTo: 'person' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const decided = await decide({ authority: { ...authority, purpose: 'account_closure' } });
    const directive = { kind: 'specific', directs: 'close' };
    expect(decided.proof?.representation).toMatchObject({ purpose: 'account_closure', directive });
    expect(decided.proof?.representation?.directive).toEqual(directive);
    expect(decided.duties).toMatchObject([{ id: 'd1', kind: 'after_death' }]); // PER-06
    const { representations } = await openCaseFile(club.vault, await club.get(id));
    expect(representations?.[0]?.authority.directives).toEqual(directives);
    await expect(release()).rejects.toMatchObject({ code: 'WRONG_STATE', message: expect.stringContaining('heir') });
  });

  it('is decided with a reason and an address, by who has just proved that it is them, while it can be', async () => {
    const { club, id, decide } = await asked();
    await expect(decide({ reason: ' ' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(decide({ sendTo: 'no address' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(decide({ authority: { evidence: 'will' } })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const terms = { decision: ACCEPTED, jurisdiction: 'FR' };
    await expect(decideRepresentation(club.desk, OFFICER, id, terms)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
    const own = await club.open();
    const officer = { ...OFFICER, steppedUpAt: club.desk.clock.now() };
    await expect(decideRepresentation(club.desk, officer, own.id, terms)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await cancelRequest(club.desk, OFFICER, id, 'Withdrawn.');
    await expect(decide()).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });
});
