import { describe, expect, it } from '@jest/globals';
import { redactRecord } from './redact.js';
import { REDACTION_REASONS, type RedactionGrounds, requireGrounds } from './redaction-reason.js';

const dpo = { by: 'stf_1', isDpo: true, at: '2024-06-01T09:00:00Z' };
const handler = { ...dpo, by: 'stf_2', isDpo: false };
const secret = (interest: { readonly holder: string; readonly why: string }): RedactionGrounds => ({
  reason: 'trade_secret',
  interest,
});
const held = { holder: 'Acme Ltd', why: 'Its scoring could be rebuilt by a competitor.' };

describe('requireGrounds', () => {
  it('TPD-05 knows these reasons and no other; ownership is none of them', () => {
    expect(REDACTION_REASONS).toEqual([
      'third_party',
      'secrecy_of_correspondence',
      'trade_secret',
      'intellectual_property',
      'staff_identity',
    ]);
  });

  it('TPD-05 lets a data protection officer redact a trade secret whose holder is named', () => {
    expect(() => { requireGrounds(secret(held), dpo); }).not.toThrow(); // prettier-ignore
  });

  it.each(['trade_secret', 'intellectual_property'] as const)('TPD-05 refuses %s by anybody else', (reason) => {
    expect(() => { requireGrounds({ reason, interest: held }, handler); }).toThrow(/Only a data protection officer/u); // prettier-ignore
  });

  it('TPD-05 refuses a secret without a holder', () => {
    expect(() => { requireGrounds(secret({ ...held, holder: ' ' }), dpo); }).toThrow(/Name the holder/u); // prettier-ignore
  });

  it.each([
    '',
    ' ',
    'property of the controller',
    'It is the exclusive property of Acme Ltd.',
    'Propriété exclusive de la société Acme',
    'data owned by us',
  ])('TPD-05 does not take "%s" for a reason', (why) => {
    expect(() => { requireGrounds(secret({ ...held, why }), dpo); }).toThrow(/is no ground/u); // prettier-ignore
  });

  it('SCP-05 lets anybody who may decide mask a member of staff, but not nobody', () => {
    expect(() => { requireGrounds({ reason: 'staff_identity' }, handler); }).not.toThrow(); // prettier-ignore
    expect(() => { requireGrounds({ reason: 'staff_identity' }, { ...handler, by: ' ' }); }).toThrow(/who decided/u); // prettier-ignore
  });

  it('TPD-05 shows the subject whose secret it is and why', () => {
    const record = { place: { source: 's', collection: 'c', recordId: '1' }, data: { score: 12 } };
    const { lines } = redactRecord(record, [{ field: 'score', grounds: secret(held), decider: dpo }], 'en');
    expect(lines[0]).toMatchObject({ reason: 'trade_secret', interest: held, extent: 'value' });
  });
});
