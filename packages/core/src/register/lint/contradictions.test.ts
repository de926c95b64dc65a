import { describe, expect, it } from '@jest/globals';
import { activityWith, recipientWith, SOUND_REGISTER } from '../../testing/sound-register.js';
import { lints } from '../../testing/lint-texts.js';

const assumed = { assumed: true, reason: 'likely' } as const;

describe('CONTRADICTION', () => {
  const third = recipientWith((host) => (host.role = 'third_party'));

  it.each(['third_party', 'group', 'subjects'] as const)(
    'is to share nothing, and to have a recipient of the kind %s',
    (role) => {
      const register = recipientWith((host) => (host.role = role));
      expect(lints({ ...register, declares: { noSaleOrSharing: {} } })).toEqual(['CONTRADICTION declares.noSaleOrSharing']);
    },
  );

  it.each(['internal', 'processor', 'authority'] as const)(
    'is not to share nothing, and to have a recipient of the kind %s',
    (role) => {
      const register = recipientWith((host) => (host.role = role));
      expect(lints({ ...register, declares: { noSaleOrSharing: {} } })).toEqual([]);
    },
  );

  it('is not a buyer that may come one day, nor a declaration that is only assumed', () => {
    const buyer = recipientWith((host) =>
      Object.assign(host, { role: 'third_party', onlyIf: { en: 'a sale', fr: 'une cession' } }),
    );
    expect(lints({ ...buyer, declares: { noSaleOrSharing: {} } })).toEqual([]);
    expect(lints({ ...third, declares: { noSaleOrSharing: assumed } })).toEqual([]);
  });

  it('is to let nothing leave the Union, and to have a recipient outside', () => {
    const safe = { in: ['US'], safeguard: { type: 'adequacy' } } as const;
    const outside = recipientWith((host) =>
      Object.assign(host, { location: { in: [...safe.in] }, safeguard: { ...safe.safeguard } }),
    );
    expect(lints({ ...outside, declares: { noThirdCountryTransfer: {} } })).toEqual([
      'CONTRADICTION declares.noThirdCountryTransfer',
    ]);
    expect(lints({ ...SOUND_REGISTER, declares: { noThirdCountryTransfer: {} } })).toEqual([]);
  });

  it('is to hold nothing sensitive, and to have a field that tells of health', () => {
    const register = activityWith((activity) => {
      activity.fields!['name']!.special = ['health'];
      activity.healthFastTrack = false;
      activity.article9 = [{ condition: 'a' }];
    });
    expect(lints({ ...register, declares: { noSpecialCategories: {} } })).toEqual(['CONTRADICTION declares.noSpecialCategories']);
  });

  it('is to let no machine decide, and to have one that does; to be helped by one is none', () => {
    const decides = activityWith((activity) => (activity.adm = { level: 'solely_automated' }));
    const helps = activityWith((activity) => (activity.adm = { level: 'decision_support' }));
    expect(lints({ ...decides, declares: { noAdm: {} } })).toEqual(['CONTRADICTION declares.noAdm']);
    expect(lints({ ...helps, declares: { noAdm: {} } })).toEqual([]);
    expect(lints({ ...activityWith((activity) => delete activity.adm), declares: { noAdm: {} } })).toEqual([]);
  });
});
