import { describe, expect, it } from '@jest/globals';
import { problemOf } from './fault-problem.js';

describe('a fault of a data map', () => {
  const fault = { file: 'shop.map.yaml', what: 'there is no table "x"' };

  it.each([
    [{ line: 4, column: 3 }, 'shop.map.yaml:4:3: there is no table "x"'],
    [{ line: 4 }, 'shop.map.yaml:4: there is no table "x"'],
    [{}, 'shop.map.yaml: there is no table "x"'],
  ])('is told with the place that is known of it: %j', (place, message) => {
    expect(problemOf({ ...fault, ...place }, 'contract')).toEqual({ errorClass: 'contract', message });
  });

  it('keeps its remedy', () => {
    expect(problemOf({ ...fault, remedy: 'did you mean "y"?' }, 'not-found')).toMatchObject({ remedy: 'did you mean "y"?' });
  });
});
