import { describe, expect, it } from '@jest/globals';
import { activityWith, recipientWith } from '../../testing/sound-register.js';
import { lints, texts } from '../../testing/lint-texts.js';

const assumed = { assumed: true, reason: 'likely' } as const;

describe('REP-03: RECIPIENT_UNNAMED', () => {
  it('is a recipient without a name and without a reason, and one that is only assumed', () => {
    expect(lints(recipientWith((host) => delete host.name))).toEqual(['RECIPIENT_UNNAMED recipients.host']);
    expect(lints(recipientWith((host) => Object.assign(host, assumed)))).toEqual(['RECIPIENT_UNNAMED recipients.host']);
  });

  it('is an activity that does not tell its recipients, and not one that says there are none', () => {
    expect(lints(activityWith((activity) => delete activity.recipients))).toEqual([
      'RECIPIENT_UNNAMED activities.membership.recipients',
    ]);
    expect(lints(activityWith((activity) => (activity.recipients = [])))).toEqual([]);
  });

  it.each(['not_identifiable', 'manifestly_unfounded_or_excessive'] as const)('is not a category because of %s', (reason) => {
    const register = recipientWith((host) => {
      delete host.name;
      host.unnamedBecause = reason;
    });
    expect(lints(register)).toEqual([]);
  });

  it.each(['internal', 'authority'] as const)('is not what is no recipient: %s', (role) => {
    const register = recipientWith((host) => {
      delete host.name;
      host.role = role;
    });
    expect(lints(register)).toEqual([]);
  });
});

describe('REP-04: TRANSFER_NO_SAFEGUARD', () => {
  it('is a recipient in a third country whose safeguard is not stated', () => {
    const register = recipientWith((host) => (host.location = { in: ['FR', 'MA'] }));
    expect(lints(register)).toEqual(['TRANSFER_NO_SAFEGUARD recipients.host']);
    expect(texts(register)).toContain('Data go to MA, to "Example Hosting"');
    const likely = recipientWith((host) =>
      Object.assign(host, { location: { in: ['MA'] }, safeguard: { type: 'adequacy', ...assumed } }),
    );
    expect(lints(likely)).toEqual(['TRANSFER_NO_SAFEGUARD recipients.host']);
  });

  it('is anywhere in the world, also where that is assumed, and says so', () => {
    const register = recipientWith((host) => {
      delete host.name;
      host.unnamedBecause = 'not_identifiable';
      host.location = { in: 'worldwide', ...assumed };
    });
    expect(texts(register)).toContain('Data go to any country (assumed), to "Members"');
  });

  it('is neither a stated safeguard, nor the Economic Area, nor a place that is not known, nor staff abroad', () => {
    const safe = recipientWith((host) =>
      Object.assign(host, { location: { in: ['US'] }, safeguard: { type: 'standard_clauses' } }),
    );
    const staff = recipientWith((host) => Object.assign(host, { location: { in: ['US'] }, role: 'internal' }));
    expect(lints(safe)).toEqual([]);
    expect(lints(recipientWith((host) => delete host.location))).toEqual([]);
    expect(lints(staff)).toEqual([]);
  });
});
