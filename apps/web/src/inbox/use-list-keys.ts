import { type RefObject, useEffect } from 'react';

/** j and k move between the rows of a list, / goes to its search; never while somebody types. Enter opens: each row is a link. */
export function useListKeys(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { current } = page;
      if (current === null || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const moved = { j: 1, k: -1 }[event.key];
      if (moved !== undefined) move(current, moved);
      else if (event.key === '/') current.querySelector<HTMLElement>('[data-search]')?.focus();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, [page]);
}

function move(page: HTMLElement, by: number): void {
  const rows = [...page.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [role=dialog]') !== null;
}
