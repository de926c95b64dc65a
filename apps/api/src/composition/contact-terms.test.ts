import { describe, expect, it } from '@jest/globals';
import type { ControllerConfig } from '../config/service-config.js';
import { coolOffMs, officerMailbox } from './contact-terms.js';

function config(controller: object, register?: object): ControllerConfig {
  return { controller, ...(register === undefined ? {} : { register: { register } }) } as unknown as ControllerConfig;
}

const registered = (contacts: object): object => ({ controller: { name: 'Club', country: 'FR' }, contacts });
const mailboxOf = (...given: Parameters<typeof config>): string | undefined => officerMailbox(config(...given))?.reveal();

describe('the mailbox of those who decide', () => {
  it('is the officer’s own in the register, or else what the configuration names', () => {
    const dpo = { dpo: { email: 'dpo@club.test' } };
    expect(mailboxOf({ contact: 'ask@club.test' }, registered(dpo))).toBe('dpo@club.test');
    expect(mailboxOf({ contact: 'ask@club.test' }, registered({}))).toBe('ask@club.test');
    expect(mailboxOf({ contact: 'ask@club.test' })).toBe('ask@club.test');
  });

  it('is missing where there is nothing but an address of paper, or no such controller', () => {
    expect(mailboxOf({ contact: '1 rue du Port, Lyon' })).toBeUndefined();
    expect(mailboxOf({})).toBeUndefined();
    expect(officerMailbox(undefined)).toBeUndefined();
  });
});

it('the contacts on record have a day to object, where nothing else is configured (R57)', () => {
  expect([coolOffMs(config({})), coolOffMs(undefined), coolOffMs(config({ coolOffHours: 2 }))]).toEqual([
    86_400_000, 86_400_000, 7_200_000,
  ]);
});
