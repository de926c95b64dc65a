import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drift, driftTexts, mappedSource } from '../../testing/drift-texts.js';
import { activityWith, registerWith, SOUND_REGISTER } from '../../testing/sound-register.js';
import type { Register } from '../register.js';
import type { ComparedSource } from './compared-source.js';

const title = { en: 'Letters', fr: 'Lettres' };
const PROBLEM = { errorClass: 'transient', message: 'It does not answer.' } as const;

const member = (fields: string, activity = 'activity: membership'): ComparedSource =>
  mappedSource(`  member:\n    ${activity}\n    fields: { email: { identifier: email }, ${fields} }`);
const NAMED = member("name: { category: 'pd:FamilyName' }");

const declaring = (...categories: readonly string[]): Register =>
  activityWith((activity) => {
    activity.fields = Object.fromEntries(
      categories.map((category, index) => [`f${String(index)}`, { title, category, origin: 'provided' as const }]),
    );
  });

describe('drift between activities and collections (PRF-02)', () => {
  it('is none where each activity has a collection and each category is declared, by itself or by a broader one', () => {
    expect(drift(SOUND_REGISTER, NAMED)).toEqual([]);
  });

  it('is an activity that no collection serves: a source cannot be left out unsaid (SCP-03)', () => {
    const register = registerWith(({ activities }) => (activities['letters'] = { title, role: { is: 'controller' } }));
    expect(drift(register, NAMED)).toEqual(['ACTIVITY_NOWHERE letters']);
  });

  it('is no activity that the register has as kept by hand (SCP-07)', () => {
    const register = registerWith(
      ({ activities }) =>
        (activities['letters'] = { title, role: { is: 'controller' }, systems: [{ name: 'Cabinet', manual: true }] }),
    );
    expect(drift(register, NAMED)).toEqual([]);
    const electronic = registerWith(
      ({ activities }) => (activities['letters'] = { title, role: { is: 'controller' }, systems: [{ name: 'Mail' }] }),
    );
    expect(drift(electronic, NAMED)).toEqual(['ACTIVITY_NOWHERE letters']);
  });

  it('is not said of an activity while the collections of a source are not known', () => {
    const unknown: ComparedSource = { id: 'paper', collections: [], leftOut: [], found: { problem: PROBLEM } };
    const down: ComparedSource = { ...NAMED, found: { problem: PROBLEM } };
    const register = registerWith(({ activities }) => (activities['letters'] = { title, role: { is: 'controller' } }));
    expect(drift(register, NAMED, unknown)).toEqual(['SOURCE_UNREACHED paper']);
    expect(drift(register, down)).toEqual(['SOURCE_UNREACHED crm', 'ACTIVITY_NOWHERE letters']);
  });

  it('is a collection whose activity the register does not have', () => {
    const found = drift(SOUND_REGISTER, NAMED, { ...member('name: {}', 'activity: letters'), id: 'post' });
    expect(found).toEqual(['ACTIVITY_UNKNOWN post member letters']);
  });

  it('is a collection with people in it that names no activity', () => {
    expect(drift(SOUND_REGISTER, NAMED, { ...member('name: {}', 'title: Members'), id: 'post' })).toEqual([
      'ACTIVITY_UNKNOWN post member',
    ]);
    const register = { ...SOUND_REGISTER, activities: {} };
    expect(drift(register, mappedSource('  level: { personal: none, reason: A list., activity: list }'))).toEqual([]);
  });

  it('is a field of a category that the activity does not declare', () => {
    const source = member("name: { category: 'pd:Name' }, phone: { category: 'pd:TelephoneNumber' }, note: {}");
    expect(drift(SOUND_REGISTER, source)).toEqual(['CATEGORY_UNDECLARED crm member.phone membership']);
    expect(driftTexts(SOUND_REGISTER, source)).toEqual([
      'The activity "membership" does not declare data of the category pd:TelephoneNumber, and they are held.',
    ]);
  });

  it('is every category where the activity declares none', () => {
    expect(
      drift(
        activityWith((activity) => delete activity.fields),
        NAMED,
      ),
    ).toEqual(['CATEGORY_UNDECLARED crm member.name membership']);
  });

  it('is a category that is declared and that no field holds, once', () => {
    const register = declaring('pd:Name', 'pd:Gender', 'pd:Gender', 'x:Badge');
    expect(drift(register, NAMED)).toEqual(['CATEGORY_NOWHERE membership', 'CATEGORY_NOWHERE membership']);
    expect(driftTexts(register, NAMED).map((text) => /category (\S+),/u.exec(text)?.[1])).toEqual(['pd:Gender', 'x:Badge']);
  });

  it('is no category of what a processor holds for its controllers (INT-07)', () => {
    const register = activityWith((activity) => {
      activity.role = { is: 'processor' };
      delete activity.fields;
    });
    expect(drift(register, NAMED)).toEqual([]);
  });

  it('is for every choice of declared and held categories what one has and the other lacks', () => {
    const categories = fc.uniqueArray(fc.constantFrom('pd:EmailAddress', 'pd:Gender', 'pd:Picture', 'x:Badge'), { minLength: 1 });
    fc.assert(
      fc.property(categories, categories, (declared, held) => {
        const source = member(held.map((category, index) => `f${String(index)}: { category: '${category}' }`).join(', '));
        const both = declared.filter((category) => held.includes(category)).length;
        const codes = drift(declaring(...declared), source).map((text) => text.split(' ')[0]);
        expect(codes.filter((code) => code === 'CATEGORY_UNDECLARED')).toHaveLength(held.length - both);
        expect(codes.filter((code) => code === 'CATEGORY_NOWHERE')).toHaveLength(declared.length - both);
      }),
    );
  });
});
