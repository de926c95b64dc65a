import { describe, expect, it } from '@jest/globals';
import type { JsonObject, JsonValue } from '@habeas/connector-sdk';
import type { Register } from '@habeas/core/law';
import { articleOf, disclosedIn } from '../../../test/sample-article.js';
import { membershipWith, recipientWith, SAMPLE_REGISTER } from '../../../test/sample-register.js';
import { MEMBER } from '../../../test/sample-report.js';

const title = { en: 'Anything', fr: 'Quelque chose' };
const client = { en: 'Client Ltd', fr: 'Société cliente' };

describe('what is not stated (PRF-03)', () => {
  async function unstated(register: Register): Promise<JsonValue | undefined> {
    return (await articleOf([MEMBER], { register }))['unstated'];
  }

  it('is nothing, of a controller that has stated everything', async () => {
    expect(await unstated(SAMPLE_REGISTER)).toEqual([]);
  });

  it('is listed by activity, and absent elsewhere', async () => {
    const { supervisoryAuthority: _, ...rest } = SAMPLE_REGISTER;
    const register: Register = { ...rest, contacts: {}, activities: { membership: { title, role: { is: 'controller' } } } };
    const items = ['purposes', 'recipients', 'storage', 'sources', 'automatedDecisionMaking'];
    expect(await unstated(register)).toEqual([
      { item: 'dataProtectionOfficer' },
      { item: 'supervisoryAuthority' },
      ...items.map((item) => ({ activity: 'membership', item })),
    ]);
    expect(disclosedIn(await articleOf([MEMBER], { register }))[0]).not.toHaveProperty('recipients');
  });

  it('includes an officer, and ways to write, that are only assumed', async () => {
    const contacts = {
      dpo: { email: 'dpo@association.example', assumed: true },
      rightsChannels: [{ type: 'email', value: 'dpo@association.example', assumed: true }],
    } as const;
    const document = await articleOf([MEMBER], { register: { ...SAMPLE_REGISTER, contacts } });
    expect(document).toMatchObject({ dataProtectionOfficer: {}, unstated: [{ item: 'dataProtectionOfficer' }] });
    expect(JSON.stringify(document)).not.toContain('dpo@association.example');
  });

  it('includes bases, a moment a period runs from, and the period of an archive', async () => {
    const item = (name: string): JsonObject => ({ activity: 'membership', item: name });
    expect(await unstated(membershipWith({ purposes: { one: { title } } }))).toEqual([item('legalBases')]);
    expect(await unstated(membershipWith({ retention: [{ period: { length: 'P2Y' } }] }))).toEqual([item('storage')]);
    const archived = [{ anchor: ['membership.endedAt'], period: { length: 'P2Y' }, then: 'archive' }] as const;
    expect(await unstated(membershipWith({ retention: archived }))).toEqual([item('storage')]);
  });

  it('includes who a recipient is, where, and what protects data there (REP-03, REP-04)', async () => {
    const item = (name: string): JsonObject => ({ activity: 'membership', recipient: 'only', item: name });
    expect(await unstated(recipientWith({}))).toEqual([item('name'), item('country')]);
    expect(await unstated(recipientWith({ name: 'X', location: { in: ['US'] } }))).toEqual([item('safeguard')]);
    expect(await unstated(recipientWith({ unnamedBecause: 'not_identifiable', location: { in: ['FR'] } }))).toEqual([]);
  });

  it('includes for whom data are held, and nothing else of them (INT-07)', async () => {
    expect(await unstated(membershipWith({ role: { is: 'processor' }, purposes: undefined }))).toEqual([
      { activity: 'membership', item: 'heldFor' },
    ]);
    expect(await unstated(membershipWith({ role: { is: 'processor' }, onBehalfOf: client, purposes: undefined }))).toEqual([]);
  });
});
