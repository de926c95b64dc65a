import { describe, expect, it } from '@jest/globals';
import { table } from './table.js';

describe('table', () => {
  it('aligns columns by their widest cell and leaves no trailing spaces', () => {
    const lines = table(
      [{ title: 'name' }, { title: 'n', align: 'right' }],
      [
        ['orders', '12'],
        ['x', '3'],
      ],
    );
    expect(lines).toEqual(['name     n', '──────  ──', 'orders  12', 'x        3']);
  });

  it('shows its heading without rows', () => {
    expect(table([{ title: 'a' }], [])).toEqual(['a', '─']);
  });
});
