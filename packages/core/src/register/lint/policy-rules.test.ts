import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { registerWith } from '../../testing/sound-register.js';
import { BASES, POLICY_RIGHTS, type PolicyRight } from '../vocabulary.js';
import { lints, texts } from '../../testing/lint-texts.js';

const assumed = { assumed: true, reason: 'likely' } as const;

describe('IDV-01: ID_SYSTEMATIC', () => {
  it('is a copy of an identity document demanded of everybody', () => {
    expect(lints(registerWith(({ identity }) => (identity.policyRequires = 'id_copy')))).toEqual([
      'ID_SYSTEMATIC identity.policyRequires',
    ]);
  });

  it('is not some proof of identity, which the least check may give', () => {
    expect(lints(registerWith(({ identity }) => (identity.policyRequires = 'proof')))).toEqual([]);
  });
});

describe('PER-04: PROXY_EXCLUDED', () => {
  it('is a policy that takes requests from the person alone', () => {
    expect(lints(registerWith(({ identity }) => (identity.inPersonOnly = {})))).toEqual(['PROXY_EXCLUDED identity.inPersonOnly']);
  });
});

describe('INT-06: NO_ECHANNEL', () => {
  it.each([['post'], ['phone']] as const)('is requests by %s only', (type) => {
    const register = registerWith(({ contacts }) => (contacts.rightsChannels = [{ type, value: 'somewhere' }]));
    expect(lints(register)).toEqual(['NO_ECHANNEL contacts.rightsChannels']);
  });

  it('is no channel at all, or one that is only assumed', () => {
    expect(lints(registerWith(({ contacts }) => delete contacts.rightsChannels))).toHaveLength(1);
    expect(lints(registerWith(({ contacts }) => Object.assign(contacts.rightsChannels![0]!, assumed)))).toHaveLength(1);
  });

  it('is not a portal beside the post', () => {
    const register = registerWith(({ contacts }) => {
      contacts.rightsChannels = [
        { type: 'post', value: 'somewhere' },
        { type: 'portal', value: 'https://association.example/' },
      ];
    });
    expect(lints(register)).toEqual([]);
  });
});

describe('DPO_MISSING', () => {
  it('is no officer, or one that is only assumed', () => {
    expect(lints(registerWith(({ contacts }) => delete contacts.dpo))).toEqual(['DPO_MISSING contacts.dpo']);
    expect(lints(registerWith(({ contacts }) => (contacts.dpo = { email: 'dpo@association.example', ...assumed })))).toHaveLength(
      1,
    );
  });

  it('is not where it is said why none is needed', () => {
    const register = registerWith(({ contacts }) => {
      delete contacts.dpo;
      contacts.dpoNotRequired = 'No large scale, no special categories.';
    });
    expect(lints(register)).toEqual([]);
  });
});

describe('RIGHT_OMITTED', () => {
  it.each(POLICY_RIGHTS.filter((right) => right !== 'withdraw_consent'))('is a list of rights without %s', (right) => {
    const register = registerWith((draft) => (draft.rights = withoutRight(right)));
    expect(lints(register)).toEqual(['RIGHT_OMITTED rights']);
    expect(texts(register)).toContain(right);
  });

  it('is a right that is denied, and one that is only assumed to be told', () => {
    expect(lints(registerWith(({ rights }) => (rights!.restriction = { denied: true })))).toEqual([
      'RIGHT_OMITTED rights.restriction',
    ]);
    expect(lints(registerWith(({ rights }) => (rights!.access = assumed)))).toEqual(['RIGHT_OMITTED rights']);
  });

  it.each(['consent', 'explicit_consent'] as const)('is the withdrawal of consent where something rests on %s', (basis) => {
    const register = registerWith(({ rights, activities }) => {
      delete rights!.withdraw_consent;
      activities['membership']!.purposes!['administration']!.bases = [{ basis }];
    });
    expect(lints(register)).toEqual(['RIGHT_OMITTED rights']);
  });

  it('is not the withdrawal of consent where nothing rests on it', () => {
    const register = registerWith(({ rights, activities }) => {
      delete rights!.withdraw_consent;
      activities['other'] = { title: { en: 'Other', fr: 'Autre' }, role: { is: 'processor' } };
      activities['more'] = { ...activities['membership']!, purposes: { none: { title: { en: 'None', fr: 'Aucune' } } } };
    });
    expect(lints(register).filter((lint) => lint.startsWith('RIGHT'))).toEqual([]);
  });

  it('is not a list that nobody knows', () => {
    expect(lints(registerWith((register) => delete register.rights))).toEqual([]);
  });
});

describe('PRT-03: PORT_NARROW', () => {
  it.each([
    [['consent'], 'contract'],
    [['explicit_consent'], 'contract'],
    [['contract'], 'consent'],
    [['legal_obligation'], 'consent and contract'],
  ] as const)('is portability of what rests on %s: it leaves out %s', (bases, lost) => {
    const register = registerWith((draft) => (draft.portability!.policyScope.bases = [...bases]));
    expect(lints(register)).toEqual(['PORT_NARROW portability.policyScope.bases']);
    expect(texts(register)).toContain(`rest on ${lost}.`);
  });

  it('is portability of what came by one way only', () => {
    const register = registerWith(
      (draft) => (draft.portability!.policyScope.onlyThrough = { en: 'the app', fr: 'l’application' }),
    );
    expect(lints(register)).toEqual(['PORT_NARROW portability.policyScope.onlyThrough']);
  });

  it('is for every list of bases exactly what Art. 20 grants and the list does not', () => {
    fc.assert(
      fc.property(fc.subarray([...BASES], { minLength: 1 }), (bases) => {
        const grantsBoth = bases.includes('contract') && (bases.includes('consent') || bases.includes('explicit_consent'));
        expect(lints(registerWith((draft) => (draft.portability!.policyScope.bases = bases)))).toHaveLength(grantsBoth ? 0 : 1);
      }),
    );
  });

  it('is neither all that the person gave nor a policy that says nothing', () => {
    expect(lints(registerWith((draft) => (draft.portability!.policyScope = {})))).toEqual([]);
    expect(lints(registerWith((draft) => delete draft.portability))).toEqual([]);
  });
});

describe('REGISTER_DENIED', () => {
  it('is a policy that says no register is needed, and not one of which that is assumed', () => {
    expect(lints(registerWith(({ declares }) => (declares.noRegister = {})))).toEqual(['REGISTER_DENIED declares.noRegister']);
    expect(lints(registerWith(({ declares }) => (declares.noRegister = assumed)))).toEqual([]);
  });
});

function withoutRight(omitted: PolicyRight): Partial<Record<PolicyRight, object>> {
  return Object.fromEntries(POLICY_RIGHTS.filter((right) => right !== omitted).map((right) => [right, {}]));
}
