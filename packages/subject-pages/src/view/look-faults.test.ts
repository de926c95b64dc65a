import { describe, expect, it } from '@jest/globals';
import { HOSTELS, PLAIN } from '../../test/sample-look.js';
import { lookFaults } from './look-faults.js';
import type { SubjectLook } from './subject-look.js';

const faultOf = (change: Partial<SubjectLook>): readonly string[] => lookFaults({ ...HOSTELS, ...change });

describe('the look of a controller', () => {
  it('is sound with everything, and with no more than a name and a contact', () => {
    expect([lookFaults(HOSTELS), lookFaults(PLAIN), faultOf({ home: '/' })]).toEqual([[], [], []]);
  });

  it.each<[string, Partial<SubjectLook>]>([
    ['controllerName', { controllerName: ' ' }],
    ['colour', { colour: 'red' }],
    ['colour', { colour: '#12345' }],
    ['contact', { contact: { officer: 'Maud Petit' } }],
    ['contact.email', { contact: { email: 'nobody' } }],
    ['contact.email', { contact: { email: 'a@b.example?cc=c@d.example' } }],
    ['home', { home: '' }],
    ['home', { home: 'ask' }],
    ['home', { home: '/ask/' }],
    ['home', { home: '//other.example' }],
    ['home', { home: '/a"b' }],
    ['legal.notice.fr', { legal: { notice: { en: 'x', fr: '' } } }],
  ])('has a fault in %s: %j', (place, change) => {
    expect(faultOf(change)).toEqual([expect.stringMatching(new RegExp(`^${place}: `, 'u'))]);
  });

  it.each([
    'javascript:alert(1)',
    'http://a.example',
    '//a.example',
    '/\\a.example',
    'data:text/html,x',
    'https://',
    'a.html',
    '/ a',
  ])('has no link that leads astray: %s', (url) => {
    expect(faultOf({ legal: { privacy: url } })).toHaveLength(1);
    expect(faultOf({ legal: { authority: { name: 'x', url } } })).toHaveLength(1);
  });
});
