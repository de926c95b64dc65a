import { type ReactElement, useId } from 'react';
import { keyText } from '../records/key-text.js';
import { useSpeech } from '../words/use-speech.js';
import { layoutOf, type Node, SIZES, type Trace } from './trace.js';

interface TracePictureProps {
  readonly trace: Trace;
  readonly values: ReadonlyMap<string, string>;
}

/** Letters that fit into a box. */
const FITS = 19;

/** From which record to which address. The table below it tells the same, so readers of screens are led there. */
export function TracePicture({ trace, values }: TracePictureProps): ReactElement {
  const { say } = useSpeech();
  const arrow = useId();
  const { width, height, identifiers, records, lines } = layoutOf(trace);
  const known = new Map(trace.identifiers.map((identifier) => [identifier.id, identifier]));
  const places = new Map(trace.records.map((record) => [record.match, record]));
  return (
    <div className="scroll trace" role="group" aria-label={say('trace.picture')} tabIndex={0}>
      <svg viewBox={`0 0 ${String(width)} ${String(height)}`} width={width} height={height} aria-hidden="true" focusable="false">
        <defs>
          <marker id={arrow} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0L8 4L0 8Z" className="trace-arrow" />
          </marker>
        </defs>
        {lines.map(({ from, to }) => (
          <path key={`${from.id}.${to.id}`} className="trace-line" d={curve(from, to)} markerEnd={`url(#${arrow})`} />
        ))}
        {identifiers.map((node) => {
          const identifier = known.get(node.id);
          const title = identifier === undefined ? node.id : say(`kind.${identifier.kind}`);
          return (
            <Box key={node.id} node={node} kind={identifier?.status ?? ''} title={title} text={values.get(node.id) ?? node.id} />
          );
        })}
        {records.map((node) => {
          const record = places.get(node.id);
          const title = record === undefined ? '' : `${record.source}.${record.collection}`;
          return <Box key={node.id} node={node} kind="record" title={title} text={keyText(record?.recordId ?? '')} />;
        })}
      </svg>
    </div>
  );
}

interface BoxProps {
  readonly node: Node;
  readonly kind: string;
  readonly title: string;
  readonly text: string;
}

function Box({ node: { x, y }, kind, title, text }: BoxProps): ReactElement {
  return (
    <g className="trace-box" data-kind={kind}>
      <rect x={x} y={y} width={SIZES.width} height={SIZES.height} rx={kind === 'record' ? 3 : 20} />
      <text x={x + 12} y={y + 18} className="trace-title">
        {short(title)}
      </text>
      <text x={x + 12} y={y + 35}>
        {short(text)}
      </text>
    </g>
  );
}

function short(text: string): string {
  const letters = Array.from(text);
  return letters.length <= FITS ? text : `${letters.slice(0, FITS - 1).join('')}…`;
}

function curve(from: Node, to: Node): string {
  const [x1, y1, x2, y2] = [from.x + SIZES.width, from.y + SIZES.height / 2, to.x, to.y + SIZES.height / 2];
  const middle = (x1 + x2) / 2;
  return `M${String(x1)} ${String(y1)}C${String(middle)} ${String(y1)} ${String(middle)} ${String(y2)} ${String(x2)} ${String(y2)}`;
}
