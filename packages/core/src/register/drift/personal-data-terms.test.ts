import { describe, expect, it } from '@jest/globals';
import { covers, withBroader } from './personal-data-terms.js';

describe('categories of personal data (PRF-02)', () => {
  it.each([
    ['pd:Contact', 'pd:EmailAddress'],
    ['pd:Tracking', 'pd:EmailAddress'],
    ['pd:EmailAddress', 'pd:EmailAddress'],
    ['pd:Name', 'pd:FamilyName'],
    ['pd:Identifying', 'pd:UniqueIdentifier'],
    ['pd:Location', 'pd:PostalCode'],
    ['x:EventAttendance', 'x:EventAttendance'],
  ])('has %s cover %s', (declared, held) => {
    expect(covers(declared, held)).toBe(true);
  });

  it.each([
    ['pd:EmailAddress', 'pd:Contact'],
    ['pd:Job', 'pd:CurrentEmployment'],
    ['pd:Name', 'pd:NameOfNothing'],
    ['x:EventAttendance', 'pd:EmailAddress'],
  ])('does not have %s cover %s', (declared, held) => {
    expect(covers(declared, held)).toBe(false);
  });

  it('reads both spellings of a word as one', () => {
    expect(covers('pd:BrowsingBehaviour', 'pd:BrowserHistory')).toBe(true);
    expect(covers('pd:Behavior', 'pd:ServiceConsumptionBehaviour')).toBe(true);
  });

  it('knows a category under each of the broader ones that it stands under', () => {
    expect(withBroader('pd:PaymentCardNumber')).toEqual([
      'pd:PaymentCardNumber',
      'pd:AccountIdentifier',
      'pd:PaymentCard',
      'pd:FinancialAccount',
      'pd:Financial',
    ]);
  });

  it('knows nothing of a term that nobody has defined, nor of names that every object has', () => {
    expect(withBroader('pd:constructor')).toEqual(['pd:constructor']);
    expect(withBroader('diet')).toEqual(['diet']);
  });
});
