import { describe, expect, it } from '@jest/globals';
import type { Contacts, Register, SupervisoryAuthority } from '@habeas/core/law';
import { membershipWith, SAMPLE_REGISTER } from '../../../test/sample-register.js';
import { documentOf, MEMBER, sectionIn, SUBSCRIPTION, wordsIn } from '../../../test/sample-report.js';
import type { Section, Span } from '../../document/document.js';
import { spansOf } from '../../document/text.js';
import { collectionOf, type FoundCollection } from '../../testing/report-world.js';

const title = { en: 'Anything', fr: 'Quelque chose' };

async function rights(register: Register = SAMPLE_REGISTER, found: readonly FoundCollection[] = [MEMBER]): Promise<Section> {
  return sectionIn(await documentOf(found, { register }), 'rights');
}

/** The links in lists and lines of a section. */
function links(section: Section): readonly Span[] {
  const texts = section.blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items;
    if (block.kind === 'lines') return block.lines;
    return block.kind === 'section' ? block.blocks.flatMap((each) => (each.kind === 'lines' ? each.lines : [])) : [];
  });
  return texts.flatMap(spansOf).filter(({ href }) => href !== undefined);
}

describe('the rights that a report tells (REP-07)', () => {
  it('are those that always apply, and those that follow from the bases, with the activities', async () => {
    const lines = wordsIn(...(await rights(SAMPLE_REGISTER, [MEMBER, SUBSCRIPTION])).blocks);
    expect(lines[0]).toBe('You can do any of this, free of charge:');
    expect(lines.slice(1, 8).map((line) => /\(Art\. (\d+)/u.exec(line)?.[1])).toEqual(['16', '17', '18', '21', '21', '7', '20']);
    expect(lines[4]).toMatch(/Art\. 21\(1\) GDPR\)\. This applies to: Membership\.$/u);
    expect(lines[5]).toMatch(/Art\. 21\(2\) GDPR\)\. This applies to: Newsletter\.$/u);
    expect(lines[7]).toMatch(/This applies to: Membership and Newsletter\.$/u);
    expect(lines.join(' ')).not.toContain('Art. 22');
  });

  it('are told also where nothing is held', async () => {
    const nothing = collectionOf({ name: 'member', activity: 'membership' }, []);
    const lines = wordsIn(...(await rights(SAMPLE_REGISTER, [nothing])).blocks);
    expect(lines.filter((line) => line.includes('(Art. 1'))).toHaveLength(3);
  });

  it('say where a basis is not stated that more may apply; not of what another controller answers for', async () => {
    const bare = { purposes: { one: { title } } };
    const more = 'Other rights depend on the legal basis, which is not stated for all of this: Membership.';
    expect(wordsIn(await rights(membershipWith(bare))).join(' ')).toContain(more);
    expect(wordsIn(await rights(membershipWith({ ...bare, role: { is: 'processor' } }))).join(' ')).not.toContain('Other rights');
    expect(wordsIn(await rights()).join(' ')).not.toContain('Other rights');
  });
});

describe('where rights are exercised', () => {
  it('is with the officer or the controller: each way once, as a link where it can be one', async () => {
    const section = await rights();
    expect(wordsIn(section)).toContain('You can reach our data protection officer or us here:');
    expect(links(section).slice(0, 3)).toEqual([
      { text: 'dpo@association.example', href: 'mailto:dpo@association.example' },
      { text: '+33 1 99 00 00 00', href: 'tel:+33199000000' },
      { text: 'https://association.example/rights', href: 'https://association.example/rights' },
    ]);
    expect(wordsIn(section).filter((line) => line === 'dpo@association.example')).toHaveLength(1);
    expect(wordsIn(section)).toContain('DPO, 1 Example Street');
  });

  it('is with the controller alone, by the ways that it states', async () => {
    const contacts: Contacts = {
      dpo: { name: 'Ada Example', email: 'ada@association.example', assumed: true },
      rightsChannels: [
        { type: 'post', value: '1 Example Street' },
        { type: 'portal', value: 'association.example/rights' },
        { type: 'portal', value: 'the members’ desk' },
        { type: 'phone', value: '+33 1 99 00 00 09', assumed: true },
      ],
    };
    const section = await rights({ ...SAMPLE_REGISTER, contacts });
    const lines = wordsIn(section);
    expect(lines).toContain('You can reach us here:');
    expect(lines).toContain('the members’ desk');
    expect(links(section)[0]).toEqual({ text: 'association.example/rights', href: 'https://association.example/rights' });
    expect(lines.join(' ')).not.toMatch(/ada@association|\+33 1 99 00 00 09/u);
  });

  it('is not told where no way is stated', async () => {
    const contacts: Contacts = { dpo: { name: 'Ada Example' } };
    expect(wordsIn(await rights({ ...SAMPLE_REGISTER, contacts })).join(' ')).not.toContain('reach');
    expect(wordsIn(await rights({ ...SAMPLE_REGISTER, contacts: {} })).join(' ')).not.toContain('reach');
  });
});

describe('whom the person can complain to (REP-07, Art. 15(1)(f))', () => {
  async function complaint(supervisoryAuthority: SupervisoryAuthority | undefined): Promise<Section> {
    const { supervisoryAuthority: _, ...rest } = SAMPLE_REGISTER;
    const register = supervisoryAuthority === undefined ? rest : { ...rest, supervisoryAuthority };
    return sectionIn(await documentOf([MEMBER], { register }), 'complaint');
  }

  it('is the authority, how it is reached, that of the person’s own country, and a court', async () => {
    expect(wordsIn(...(await complaint(SAMPLE_REGISTER.supervisoryAuthority)).blocks)).toEqual([
      'You can complain to the supervisory authority, free of charge and without writing to us first (Art. 77 GDPR):',
      'Example Authority',
      '2 Example Square',
      '+33 1 99 00 00 01',
      'https://authority.example/complaints',
      'If you live or work in another country of the European Economic Area, you can also turn to the authority there.',
      'You can also go to court (Art. 79 GDPR), where we are established or where you live.',
    ]);
  });

  it('is the authority by its name where nothing else is known of it', async () => {
    expect(wordsIn(...(await complaint({ name: 'Example Authority' })).blocks)).toHaveLength(4);
    expect(wordsIn(...(await complaint({ name: 'Example Authority', contact: {} })).blocks)[1]).toBe('Example Authority');
  });

  it('is an authority and a court also where the controller names none', async () => {
    const lines = wordsIn(...(await complaint(undefined)).blocks);
    expect(lines[0]).toContain('You can complain to the supervisory authority of your country (Art. 77 GDPR).');
    expect(lines[1]).toContain('Art. 79 GDPR');
  });
});
