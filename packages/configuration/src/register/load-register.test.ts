import { describe, expect, it } from '@jest/globals';
import { InvalidInputError } from '@habeas/connector-sdk';
import { SOUND_REGISTER } from '../testing/sound-register.js';
import { loadRegister, parseRegister } from './load-register.js';

const line = (text: string, of: string): number => text.slice(0, text.indexOf(of)).split('\n').length;

function faultsOf(text: string): readonly string[] {
  try {
    parseRegister(text, 'a.register.yaml');
  } catch (error) {
    if (error instanceof InvalidInputError) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('parseRegister', () => {
  it('reads a register in short forms, and it has no lint', () => {
    const { register, file, lints } = parseRegister(SOUND_REGISTER, 'a.register.yaml');
    expect({ file, lints }).toEqual({ file: 'a.register.yaml', lints: [] });
    expect(register).not.toHaveProperty('register');
    expect(register.declares).toEqual({ noAdm: {}, noRegister: { assumed: true, reason: 'a guess' } });
    expect(register.unstated).toEqual([{ item: 'provision' }, { item: 'security' }, { item: 'activities.*.adm' }]);
    expect(register.activities['membership']).toMatchObject({
      role: { is: 'controller' },
      retention: [{ anchor: ['membership.endedAt'], period: { length: 'P2Y' } }],
    });
  });

  it('PRF-03: takes the long forms, in which what is assumed says so', () => {
    const text = SOUND_REGISTER.replace('role: controller', 'role: { is: joint, assumed: true, reason: likely }').replace(
      'anchor: membership.endedAt, period: P2Y',
      'anchor: [a.at, b.at], combine: later_of, period: { length: P2Y, assumed: true, reason: likely }',
    );
    const { register, lints } = parseRegister(text, 'a.register.yaml');
    expect(register.activities['membership']!.role).toEqual({ is: 'joint', assumed: true, reason: 'likely' });
    expect(lints.map(({ id }) => id)).toEqual(['RET_VAGUE']);
  });

  it('PRF-04: places each lint on its line, or on that of what it is missing from', () => {
    const text = SOUND_REGISTER.replace('policyRequires: none', 'policyRequires: id_copy')
      .replace('  dpo: { email: dpo@association.example }\n', '')
      .replace('unstated: [', 'unstated: [contacts.dpo, ');
    const { lints } = parseRegister(text, 'a.register.yaml');
    expect(lints.map(({ id, place }) => [id, place.file, place.line])).toEqual([
      ['ID_SYSTEMATIC', 'a.register.yaml', line(text, 'identity:')],
      ['DPO_MISSING', 'a.register.yaml', line(text, 'contacts:')],
    ]);
  });

  it('PRF-01: says of everything that is missing and not unstated where and what to do, in the order of the file', () => {
    const text = SOUND_REGISTER.replace(', address: 1 Example Street', '')
      .replace(', location: { in: [FR] }', '')
      .replace('security, activities.*.adm', 'weather');
    expect(faultsOf(text)).toEqual([
      expect.stringMatching(
        /^a\.register\.yaml:\d+:\d+: security: "security" is missing, which Art\. 30\(1\)\(g\) GDPR wants told/u,
      ),
      expect.stringMatching(/^a\.register\.yaml:4:1: controller\.address: .*Art\. 13\(1\)\(a\), 30\(1\)\(a\)/u),
      expect.stringContaining('recipients.host.location'),
      expect.stringContaining('activities.membership.adm'),
      expect.stringContaining('unstated.1: "weather" is nothing that has to be told here'),
    ]);
  });

  it.each<[string, string, string, string]>([
    [
      'an unknown key',
      'jurisdiction: FR',
      'jurisdictoin: FR',
      'jurisdictoin: the key "jurisdictoin" is not known here (did you mean "jurisdiction"?)',
    ],
    ['an unknown right', 'objection: {}', 'opposition: {}', 'rights.opposition: the key "opposition" is not known here'],
    ['a basis that is none', 'basis: contract', 'basis: contrat', 'bases.0.basis: expected one of consent,'],
    [
      'a role that is none',
      'role: controller',
      'role: controler',
      'activities.membership.role: expected one of controller, joint, processor',
    ],
    [
      'a text in one language',
      'title: { en: Members, fr: Membres }',
      'title: { en: Members }',
      'subjects.members.title: "fr" is missing',
    ],
    ['a country in words', 'in: [FR]', 'in: [France]', 'expected a country as two capital letters, such as FR'],
    ['a period in words', 'period: P2Y', 'period: two years', 'expected a period such as P2Y, P18M or P30D'],
    [
      'a moment in words',
      'anchor: membership.endedAt',
      'anchor: end of membership',
      'expected a moment such as membership.endedAt',
    ],
    ['a time zone that is none', 'Europe/Paris', 'Europe/Pariss', 'timeZone: expected a time zone such as Europe/Paris'],
    ['an acronym in capitals as id', 'id: example_association', 'id: IMA', 'id: an id has lower-case letters, digits, - and _'],
    ['a name with a space', 'members: {', 'all members: {', 'this key: a name has lower-case letters, digits and _'],
    [
      'a quote without its line',
      'complaint: {}',
      'complaint: { quote: { text: a } }',
      'supervisoryAuthority.complaint.quote: "line" is missing',
    ],
    ['an assumption that is denied', 'complaint: {}', 'complaint: { assumed: false }', 'complaint.assumed: expected true'],
    [
      'an assumption without a reason',
      'complaint: {}',
      'complaint: { assumed: true }',
      'complaint: it is assumed, and no reason says why',
    ],
    ['a declaration that is denied', 'noAdm: true', 'noAdm: false', 'declares.noAdm: expected true'],
    [
      'a recipient nobody knows',
      'recipients: [host]',
      'recipients: [host, hots]',
      'recipients.1: there is no recipient in this register called "hots" (did you mean "host"?)',
    ],
    [
      'a backup that holds more, and nobody says what (SCP-04)',
      'caseRetention:',
      'backups: [{ title: { en: Tapes, fr: Bandes }, holdsMore: true }]\ncaseRetention:',
      'backups.0.limits: it holds more than the systems, and nobody says what and why it is not searched',
    ],
    ['a second key of the same name', 'jurisdiction: FR', 'id: other', 'this key stands here already'],
  ])('has one clear problem with %s', (_title, right, wrong, fault) => {
    const found = faultsOf(SOUND_REGISTER.replace(right, wrong)).filter((text) => text.includes(fault));
    expect(found).toEqual([expect.stringMatching(/^a\.register\.yaml:\d+:\d+: /u)]);
  });

  it('wants at least one activity', () => {
    const [head = ''] = SOUND_REGISTER.split('activities:\n');
    expect(faultsOf(`${head}activities: {}\n`)).toEqual([expect.stringContaining('activities: name at least one activity')]);
  });
});

describe('loadRegister', () => {
  it('says which file is not there', () => {
    expect(() => loadRegister('./nowhere.register.yaml')).toThrow(
      './nowhere.register.yaml: there is no such file (check the path)',
    );
  });
});
