import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactElement, useEffect, useRef } from 'react';
import { useSpeech } from '../words/use-speech.js';
import { type CardActs, RecordCard } from './record-card.js';
import type { Records } from './use-records.js';

/** How tall a record is before it was seen. */
const USUAL_HEIGHT = 220;
const BESIDE = 3;

interface RecordListProps extends CardActs {
  readonly label: string;
  readonly records: Records;
  readonly total: number;
}

/** The records, of which only those are laid out that are seen: a hundred thousand scroll as a hundred do. */
export function RecordList({ label, records, total, ...acts }: RecordListProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => USUAL_HEIGHT,
    overscan: BESIDE,
  });
  const items = list.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  const { see } = records;
  useEffect(() => {
    see(first, last);
  }, [see, first, last]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { PageDown: 1, PageUp: -1, j: 1, k: -1 }[event.key];
    const at = (event.target as HTMLElement).closest('[aria-posinset]')?.getAttribute('aria-posinset');
    if (by === undefined || at === null || at === undefined) return;
    event.preventDefault();
    const to = Math.min(total - 1, Math.max(0, Number(at) - 1 + by));
    list.scrollToIndex(to, { align: 'start' });
    requestAnimationFrame(() => {
      box.current?.querySelector<HTMLElement>(`[aria-posinset="${String(to + 1)}"]`)?.focus();
    });
  };
  return (
    <div ref={box} className="records" role="feed" aria-label={label} tabIndex={0} onKeyDown={onKeyDown}>
      <div className="records-inner" style={{ height: list.getTotalSize() }}>
        {items.map(({ index, key, start }) => (
          <div
            key={key}
            ref={list.measureElement}
            data-index={index}
            className="record-place"
            style={{ transform: `translateY(${String(start)}px)` }}
          >
            <RecordCard record={records.recordAt(index)} position={index + 1} total={total} {...acts} />
          </div>
        ))}
      </div>
    </div>
  );
}

/** Said below the list: how many there are. */
export function RecordCount({ total }: { readonly total: number }): ReactElement {
  const { say } = useSpeech();
  return (
    <p className="soft" role="status">
      {say('search.total', { count: total })} · {say('records.keys')}
    </p>
  );
}
