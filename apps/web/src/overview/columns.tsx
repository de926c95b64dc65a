import type { ReactElement } from 'react';

/** What a part of a column stands for: over, under way, late. */
export type Kind = 'decided' | 'open' | 'late';

interface ColumnsProps {
  readonly label: string;
  readonly kinds: readonly { readonly kind: Kind; readonly text: string }[];
  readonly columns: readonly {
    readonly key: string;
    readonly name: string;
    /** From the ground up. */
    readonly parts: readonly (readonly [kind: Kind, count: number])[];
  }[];
  /** A line across, at what is not to be passed. */
  readonly mark?: { readonly at: number; readonly text: string };
}

const WIDTH = 760;
const HEIGHT = 150;
const [TOP, FOOT] = [22, 26];

/** Columns over months. It is for the eye: a table beside it says the same. */
export function Columns({ label, kinds, columns, mark }: ColumnsProps): ReactElement {
  const highest = Math.max(1, mark?.at ?? 0, ...columns.map(({ parts }) => parts.reduce((sum, [, count]) => sum + count, 0)));
  const step = WIDTH / columns.length;
  const scale = HEIGHT / highest;
  return (
    <figure className="columns-picture">
      <div className="scroll" role="group" aria-label={label} tabIndex={0}>
        <svg viewBox={`0 0 ${String(WIDTH)} ${String(TOP + HEIGHT + FOOT)}`} role="img" aria-label={label}>
          {columns.map(({ key, name, parts }, index) => (
            <g key={key}>
              {piled(parts).map(({ kind, from, to }) => (
                <rect
                  key={kind}
                  className={kind}
                  x={index * step + step * 0.15}
                  width={step * 0.7}
                  y={TOP + HEIGHT - to * scale}
                  height={(to - from) * scale}
                />
              ))}
              {columns.length > 12 && index % 3 > 0 ? null : (
                <text x={index * step + step * 0.15} y={TOP + HEIGHT + 18}>
                  {name}
                </text>
              )}
            </g>
          ))}
          <line x1={0} x2={WIDTH} y1={TOP + HEIGHT} y2={TOP + HEIGHT} />
          {mark === undefined ? null : (
            <g className="mark">
              <line x1={0} x2={WIDTH} y1={TOP + HEIGHT - mark.at * scale} y2={TOP + HEIGHT - mark.at * scale} />
              <text x={4} y={TOP + HEIGHT - mark.at * scale - 6}>
                {mark.text}
              </text>
            </g>
          )}
        </svg>
      </div>
      <figcaption>
        {kinds.map(({ kind, text }) => (
          <span key={kind} className={`key ${kind}`}>
            {text}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

interface Piece {
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
}

function piled(parts: ColumnsProps['columns'][number]['parts']): readonly Piece[] {
  return parts.reduce<readonly Piece[]>((pile, [kind, count]) => {
    const from = pile.at(-1)?.to ?? 0;
    return [...pile, { kind, from, to: from + count }];
  }, []);
}
