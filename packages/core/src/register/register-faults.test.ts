import { describe, expect, it } from '@jest/globals';
import { activityWith, recipientWith, registerWith, SOUND_REGISTER } from '../testing/sound-register.js';
import { assumptionsOf } from './assumptions.js';
import { registerFaults } from './register-faults.js';
import type { Register } from './register.js';

const faults = (register: Register): readonly string[] =>
  registerFaults(register).map(({ path, what, remedy }) => `${path.join('.')}: ${what} (${remedy})`);

describe('PRF-01: what a register has to tell', () => {
  it('is all there in a register without a fault', () => {
    expect(faults(SOUND_REGISTER)).toEqual([]);
  });

  it.each<[string, Register]>([
    ['controller.legalForm', registerWith(({ controller }) => delete controller.legalForm)],
    ['controller.address', registerWith(({ controller }) => delete controller.address)],
    ['controller.representative', registerWith(({ controller }) => (controller.country = 'US'))],
    ['contacts.dpo', registerWith(({ contacts }) => delete contacts.dpo)],
    ['contacts.rightsChannels', registerWith(({ contacts }) => delete contacts.rightsChannels)],
    ['supervisoryAuthority', registerWith((register) => delete register.supervisoryAuthority)],
    ['supervisoryAuthority.contact', registerWith(({ supervisoryAuthority }) => delete supervisoryAuthority!.contact)],
    ['supervisoryAuthority.complaint', registerWith(({ supervisoryAuthority }) => delete supervisoryAuthority!.complaint)],
    ['rights', registerWith((register) => delete register.rights)],
    ['provision', registerWith((register) => delete register.provision)],
    ['security', registerWith((register) => delete register.security)],
    ['recipients.host.name', recipientWith((host) => delete host.name)],
    ['recipients.host.location', recipientWith((host) => delete host.location)],
    ['recipients.host.safeguard', recipientWith((host) => (host.location = { in: ['MA'] }))],
    ['activities.membership.subjects', withoutSubjects()],
    ['activities.membership.purposes', activityWith((activity) => delete activity.purposes)],
    ['activities.membership.purposes.administration.bases', baseless()],
    ['activities.membership.purposes.administration.bases.0.interest', withInterest()],
    ['activities.membership.fields', activityWith((activity) => delete activity.fields)],
    ['activities.membership.article9', activityWith(({ fields }) => (fields!['name']!.special = ['religion']))],
    ['activities.membership.collectedFrom', activityWith((activity) => delete activity.collectedFrom)],
    ['activities.membership.retention', activityWith((activity) => delete activity.retention)],
    ['activities.membership.retention.0.anchor', activityWith(({ retention }) => delete retention![0]!.anchor)],
    ['activities.membership.retention.0.period', activityWith(({ retention }) => delete retention![0]!.period)],
    ['activities.membership.adm', activityWith((activity) => delete activity.adm)],
    ['activities.membership.onBehalfOf', activityWith(({ role }) => (role.is = 'processor'))],
  ])('%s is a fault where it is missing, until it is listed as unstated', (item, register) => {
    expect(faults(register)).toEqual([
      expect.stringMatching(new RegExp(`^${item}: "${item}" is missing, which Art\\. .*unstated`, 'u')),
    ]);
    expect(faults({ ...register, unstated: [{ item }] })).toEqual([]);
  });

  it('a star in unstated stands for one step, and not for several', () => {
    const register = activityWith((activity) => delete activity.adm);
    expect(faults({ ...register, unstated: [{ item: 'activities.*.adm' }] })).toEqual([]);
    expect(faults({ ...register, unstated: [{ item: 'activities.*' }] })).toHaveLength(2);
  });

  it('a decision by a machine has to tell its logic and consequences', () => {
    expect(faults(activityWith((activity) => (activity.adm = { level: 'profiling' })))).toEqual([
      expect.stringContaining('membership.adm.logic'),
      expect.stringContaining('membership.adm.consequences'),
    ]);
  });

  it('without recipients, only a declaration tells that nothing leaves the Union', () => {
    const alone = registerWith((register) => {
      register.recipients = {};
      register.activities['membership']!.recipients = [];
    });
    expect(faults(alone)).toEqual([expect.stringContaining('"transfers" is missing')]);
    expect(faults({ ...alone, declares: { noThirdCountryTransfer: {} } })).toEqual([]);
  });

  it('asks of staff neither a name nor a place', () => {
    const staff = recipientWith((host) => {
      host.role = 'internal';
      delete host.name;
      delete host.location;
    });
    expect(faults(staff)).toEqual([]);
  });

  it('takes a reason for the name, and a mere possibility or a declaration for the place', () => {
    const buyer = recipientWith((host) => {
      delete host.name;
      delete host.location;
      host.unnamedBecause = 'not_identifiable';
      host.onlyIf = { en: 'it is sold', fr: 'elle est cédée' };
    });
    expect(faults(buyer)).toEqual([]);
    const promised = recipientWith((host) => delete host.location);
    expect(faults({ ...promised, declares: { noThirdCountryTransfer: {} } })).toEqual([]);
  });

  it('takes a reason why no officer is needed, and a criterion in place of a period', () => {
    const register = registerWith(({ contacts, activities }) => {
      delete contacts.dpo;
      contacts.dpoNotRequired = 'No large scale, no special categories.';
      const [rule] = activities['membership']!.retention!;
      delete rule!.period;
      rule!.criterion = { text: { en: 'until the appeal ends', fr: 'jusqu’à la fin du recours' } };
    });
    expect(faults(register)).toEqual([]);
  });
});

describe('PRF-03: what is not stated', () => {
  it('is not listed where it is told, unless it is told in part', () => {
    const listed = registerWith(({ unstated }) => unstated.push({ item: 'activities.membership.purposes' }));
    expect(faults(listed)).toEqual([
      'unstated.0: "activities.membership.purposes" is told (remove it here, or say in partly what of it is missing)',
    ]);
    const partly = registerWith(({ unstated }) =>
      unstated.push({ item: 'activities.membership.purposes', partly: 'a list is lost' }),
    );
    expect(faults(partly)).toEqual([]);
  });

  it('is not told in part where nothing of it is told', () => {
    const register = registerWith((draft) => {
      delete draft.security;
      draft.unstated.push({ item: 'security', partly: 'a list is lost' });
    });
    expect(faults(register)).toEqual(['unstated.0: "security" is not told at all (remove partly)']);
  });

  it('has a place that is known, by its name or nearly', () => {
    const near = registerWith(({ unstated }) => unstated.push({ item: 'contacts.dpq' }));
    expect(faults(near)).toEqual([
      'unstated.0: "contacts.dpq" is nothing that has to be told here (did you mean "contacts.dpo"?)',
    ]);
    const far = registerWith(({ unstated }) => unstated.push({ item: 'weather' }));
    expect(faults(far)).toEqual([expect.stringContaining('correct its spelling')]);
  });

  it('and is assumed all the same has a reason', () => {
    expect(faults(recipientWith((host) => (host.assumed = true)))).toEqual([
      'recipients.host: it is assumed, and no reason says why (add reason, or state it without assumed)',
    ]);
    expect(faults(recipientWith((host) => (host.reason = 'a guess')))).toEqual([
      'recipients.host.reason: reason is for what is assumed (add assumed: true, or remove it)',
    ]);
  });

  it('and is assumed is listed for the officer, with its place and reason, in the order of the file', () => {
    const register = registerWith(({ recipients, activities }) => {
      Object.assign(recipients['host']!, { assumed: true, reason: 'its name stands on the site' });
      activities['membership']!.retention![0]!.period = { length: 'P2Y', assumed: true };
    });
    expect(assumptionsOf(register)).toEqual([
      { path: ['recipients', 'host'], reason: 'its name stands on the site' },
      { path: ['activities', 'membership', 'retention', 0, 'period'], reason: '' },
    ]);
    expect(assumptionsOf(SOUND_REGISTER)).toEqual([]);
  });

  it('a field may be called reason or assumed', () => {
    const register = activityWith(({ fields }) => {
      fields!['reason'] = fields!['name']!;
      fields!['assumed'] = fields!['name']!;
    });
    expect(faults(register)).toEqual([]);
    expect(assumptionsOf(register)).toEqual([]);
  });
});

describe('INT-07, REP-03: names in a register', () => {
  it.each<[string, Register]>([
    [
      'activities.membership.subjects.0: there is no group of subjects in this register called "member" (did you mean "members"?)',
      activityWith((activity) => (activity.subjects = ['member', 'members', 'prospects'])),
    ],
    [
      'activities.membership.recipients.1: there is no recipient in this register called "constructor" (add it, or name one of host)',
      activityWith(({ recipients }) => recipients!.push('constructor')),
    ],
    [
      'activities.membership.retention.0.subjects.0: there is no group of subjects in this activity called "guests" (add it, or name one of members, prospects)',
      activityWith(({ retention }) => (retention![0]!.subjects = ['guests'])),
    ],
    [
      'activities.membership.retention.0.fields.0: there is no field in this activity called "names" (did you mean "name"?)',
      activityWith(({ retention }) => (retention![0]!.fields = ['names'])),
    ],
    [
      'activities.membership.retention.0.anchor: it runs from several moments (say in combine which one counts)',
      activityWith(({ retention }) => retention![0]!.anchor!.push('member.diedAt')),
    ],
    [
      'recipients.printer: no activity names "printer" in its recipients (name it there, or remove it)',
      registerWith(({ recipients }) => (recipients['printer'] = recipients['host']!)),
    ],
    [
      'subjects.guests: no activity names "guests" in its subjects (name it there, or remove it)',
      registerWith(({ subjects }) => (subjects['guests'] = subjects['members']!)),
    ],
  ])('%s', (fault, register) => {
    expect(faults(register)).toEqual([fault]);
  });

  it('several moments are no fault where it is said which one counts', () => {
    const register = activityWith(({ retention }) => {
      retention![0]!.anchor!.push('member.lastSeenAt');
      retention![0]!.combine = 'later_of';
    });
    expect(faults(register)).toEqual([]);
  });

  it('of what a processor does, only for whom is asked', () => {
    const register = registerWith(({ activities }) => {
      const activity = activities['membership']!;
      activities['forwarded'] = { title: activity.title, role: { is: 'processor' }, onBehalfOf: activity.title };
      delete activity.purposes;
      delete activity.retention;
      activity.role.is = 'processor';
      activity.onBehalfOf = { en: 'the client', fr: 'le client' };
    });
    expect(faults(register)).toEqual([]);
  });
});

function withoutSubjects(): Register {
  return registerWith((register) => {
    delete register.activities['membership']!.subjects;
    register.subjects = {};
  });
}

function baseless(): Register {
  return activityWith(({ purposes }) => delete purposes!['administration']!.bases);
}

function withInterest(): Register {
  return activityWith(({ purposes }) => (purposes!['administration']!.bases = [{ basis: 'legitimate_interest' }]));
}
