import { describe, expect, it } from '@jest/globals';
import { drift, driftTexts, foundTable, mappedSource } from '../../testing/drift-texts.js';
import { activityWith, type Draft, SOUND_REGISTER } from '../../testing/sound-register.js';
import type { Activity } from '../activity.js';
import type { Register } from '../register.js';
import type { ComparedSource } from './compared-source.js';

const assumed = { assumed: true, reason: 'likely' } as const;

const member = (fields: string): ComparedSource =>
  mappedSource(
    `  member:\n    activity: membership\n    fields: { email: { identifier: email }, name: { category: 'pd:Name' }, ${fields} }`,
  );
const TAGGED = member('remark: { special: true }');

const special = (change: (activity: Draft<Activity>) => void = () => undefined): Register =>
  activityWith((activity) => {
    activity.fields!['name']!.special = ['religion'];
    change(activity);
  });
const denying = (register: Register = SOUND_REGISTER): Register => ({ ...register, declares: { noSpecialCategories: {} } });

describe('special categories that the register does not tell (SPC-02)', () => {
  it('are fields tagged as such under an activity that declares none', () => {
    expect(drift(SOUND_REGISTER, TAGGED)).toEqual(['SPECIAL_UNDECLARED crm member.remark membership']);
  });

  it('are fields tagged as such under an activity without a stated condition', () => {
    const path = ['SPECIAL_NO_CONDITION crm member.remark membership'];
    expect(drift(special(), TAGGED)).toEqual(path);
    expect(
      drift(
        special((activity) => (activity.article9 = [{ condition: 'a', ...assumed }])),
        TAGGED,
      ),
    ).toEqual(path);
  });

  it('are none where the register tells them and the condition, nor of what a processor holds for others', () => {
    expect(
      drift(
        special((activity) => (activity.article9 = [{ condition: 'a' }])),
        TAGGED,
      ),
    ).toEqual([]);
    expect(
      drift(
        activityWith((activity) => (activity.role = { is: 'processor' })),
        TAGGED,
      ),
    ).toEqual([]);
  });
});

describe('special categories that no field is tagged with (SPC-01)', () => {
  const diet = "diet_note: { category: 'pd:DietaryPreferences' }";

  it('are told by the category of a field, also indirectly', () => {
    expect(drift(SOUND_REGISTER, member(diet))).toEqual([
      'CATEGORY_UNDECLARED crm member.diet_note membership',
      'SPECIAL_UNTAGGED crm member.diet_note membership',
    ]);
    expect(driftTexts(SOUND_REGISTER, member(diet))[1]).toBe(
      'Data of the category pd:DietaryPreferences tell of health and religion, and the data map does not tag the field as special.',
    );
  });

  it('may be told by a word of a field, of a column or of a table that nobody has described', () => {
    const described = [foundTable('member', ['id', 'email', 'name', 'syndicat']), foundTable('allergies', ['id', 'halal'])];
    const source = { ...member('name2: { title: { en: Other, fr: Handicap } }'), found: { health: [], described } };
    expect(drift(SOUND_REGISTER, source).filter((text) => text.startsWith('SPECIAL'))).toEqual([
      'SPECIAL_UNTAGGED crm member.name2 membership',
      'SPECIAL_UNTAGGED crm member.syndicat membership',
      'SPECIAL_UNTAGGED crm allergies',
      'SPECIAL_UNTAGGED crm allergies.halal',
    ]);
    expect(driftTexts(SOUND_REGISTER, source)).toContain(
      'The word "allergy" in a name hints at health, and nothing tags the field as special.',
    );
  });

  it('may be told by the name of a column that has another name in the data map', () => {
    expect(drift(SOUND_REGISTER, member('remark: { column: regime_alimentaire }'))).toEqual([
      'SPECIAL_UNTAGGED crm member.remark membership',
    ]);
  });

  it('are not asked of tables that nobody is in', () => {
    const list =
      mappedSource(`  member:\n    activity: membership\n    fields: { email: { identifier: email }, name: { category: 'pd:Name' } }
  diet: { personal: none, reason: The list of menus., fields: { allergy: {} } }`);
    expect(drift(SOUND_REGISTER, list)).toEqual([]);
  });
});

describe('special categories that the profile denies (SPC-04)', () => {
  it('are an alert where a field is tagged as such', () => {
    expect(drift(denying(special((activity) => (activity.article9 = [{ condition: 'a' }]))), TAGGED)).toEqual([
      'SPECIAL_DENIED crm member.remark membership',
    ]);
  });

  it('are an alert where its category or a word of its name tells of one, which is then said', () => {
    const source = member("health: { category: 'pd:Health' }, wishes: { description: { fr: Allergies éventuelles } }");
    expect(drift(denying(), source).filter((text) => text.startsWith('SPECIAL'))).toEqual([
      'SPECIAL_DENIED crm member.health membership',
      'SPECIAL_DENIED crm member.wishes membership',
    ]);
    expect(driftTexts(denying(), source).slice(1)).toEqual([
      expect.stringContaining('data of the category pd:Health tell of health'),
      expect.stringContaining('the word "allergy" in a name hints at health'),
    ]);
  });

  it('are no alert where there is no sign of any, or that it denies them is only assumed', () => {
    expect(drift(denying(), member('wishes: {}'))).toEqual([]);
    const doubtful = { ...SOUND_REGISTER, declares: { noSpecialCategories: assumed } };
    expect(drift(doubtful, member('diet: {}'))).toEqual(['SPECIAL_UNTAGGED crm member.diet membership']);
  });
});
