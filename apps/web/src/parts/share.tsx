import type { ReactElement } from 'react';

/** How much of a whole, as a bar. The numbers stand beside it: it is for the eye alone. */
export function Share({ part, whole }: { readonly part: number; readonly whole: number }): ReactElement {
  const percent = whole === 0 ? 0 : Math.min(100, (100 * part) / whole);
  return (
    <svg className="share" aria-hidden="true" width="100%" height="10">
      <rect className="ground" width="100%" height="10" rx="5" />
      <rect className="part-of" width={`${String(percent)}%`} height="10" rx="5" />
    </svg>
  );
}
