import { describe, expect, it } from '@jest/globals';
import { configuredLook, pagesSchema } from './pages-config.js';

const WHOLE = {
  colour: '#B3541e',
  privacy: 'https://hostels.example/privacy',
  imprint: '/imprint',
  notice: { en: 'We read it.', fr: 'Nous le lisons.' },
};

describe('the settings of the pages', () => {
  it('are a colour, links and own words, none of which has to be there', () => {
    const { colour, ...legal } = WHOLE;
    expect(configuredLook(pagesSchema.parse({ hostel: WHOLE })['hostel'])).toEqual({ colour, legal });
    expect(configuredLook(pagesSchema.parse({ hostel: {} })['hostel'])).toEqual({ legal: {} });
    expect(configuredLook(undefined)).toEqual({});
  });

  it.each([
    ['a colour by its name', { colour: 'red' }],
    ['a link without TLS', { privacy: 'http://hostels.example' }],
    ['a link to another host in disguise', { imprint: '//hostels.example' }],
    ['a link that runs', { privacy: 'javascript:alert(1)' }],
    ['words in one language', { notice: { en: 'We read it.' } }],
    ['words that are none', { notice: { en: ' ', fr: ' ' } }],
    ['something else', { font: 'Comic Sans' }],
  ])('are refused with %s', (_what, settings) => {
    expect(pagesSchema.safeParse({ hostel: settings }).success).toBe(false);
  });
});
