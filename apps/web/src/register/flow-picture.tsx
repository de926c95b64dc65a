import type { ReactElement } from 'react';

interface Place {
  readonly id: string;
  readonly title: string;
}

interface FlowPictureProps {
  readonly label: string;
  readonly from: readonly (Place & { readonly recipients: readonly string[] | null })[];
  readonly to: readonly Place[];
}

const ROW = 34;
const WIDTH = 760;
const BOX = 280;
const LONGEST = 36;

/** What goes from where to whom, as lines between two columns. The table beside it says the same. */
export function FlowPicture({ label, from, to }: FlowPictureProps): ReactElement {
  const height = Math.max(from.length, to.length) * ROW;
  const place = (index: number, count: number): number => (height / count) * (index + 0.5);
  const lines = from.flatMap(({ id, recipients }, index) =>
    (recipients ?? []).flatMap((recipient) => {
      const at = to.findIndex((each) => each.id === recipient);
      if (at < 0) return [];
      const [start, end] = [place(index, from.length), place(at, to.length)];
      return [{ key: `${id} ${recipient}`, path: curve(start, end) }];
    }),
  );
  return (
    <div className="scroll" role="group" aria-label={label} tabIndex={0}>
      <svg className="flow" viewBox={`0 0 ${String(WIDTH)} ${String(height)}`} role="img" aria-label={label}>
        {lines.map(({ key, path }) => (
          <path key={key} d={path} />
        ))}
        {from.map(({ id, title }, index) => (
          <Box key={id} title={title} x={0} y={place(index, from.length)} />
        ))}
        {to.map(({ id, title }, index) => (
          <Box key={id} title={title} x={WIDTH - BOX} y={place(index, to.length)} />
        ))}
      </svg>
    </div>
  );
}

function curve(start: number, end: number): string {
  const [left, right, middle] = [BOX, WIDTH - BOX, WIDTH / 2].map(String);
  return `M${left ?? ''} ${String(start)}C${middle ?? ''} ${String(start)} ${middle ?? ''} ${String(end)} ${right ?? ''} ${String(end)}`;
}

function Box({ title, x, y }: { readonly title: string; readonly x: number; readonly y: number }): ReactElement {
  const text = Array.from(title);
  return (
    <g>
      <title>{title}</title>
      <rect x={x + 1} y={y - 13} width={BOX - 2} height={26} rx={6} />
      <text x={x + 10} y={y + 5}>
        {text.length > LONGEST ? `${text.slice(0, LONGEST - 1).join('')}…` : title}
      </text>
    </g>
  );
}
