import { legible } from '../document/text.js';
import type { Drawing, DrawingShape, Shape } from '../picture/drawing.js';
import { type Html, markup } from './markup.js';

/** What a picture is called and says, to who does not see it. */
export interface SvgNames {
  readonly shape: DrawingShape;
  readonly id: string;
  readonly caption: string;
  readonly description: string;
}

/** A picture as SVG: one image with a name and a description. Its colours are the page's. */
export function svgPicture({ width, height, shapes }: Drawing, { shape, id, caption, description }: SvgNames): Html {
  return markup`<svg class="${shape}" role="img" aria-labelledby="${id}t" aria-describedby="${id}d" viewBox="0 0 ${round(width)} ${round(height)}" preserveAspectRatio="xMidYMid meet">
<title id="${id}t">${legible(caption)}</title>
<desc id="${id}d">${legible(description)}</desc>
${shapes.map(svgShape)}</svg>
`;
}

function svgShape(shape: Shape): Html {
  switch (shape.kind) {
    case 'box':
      return svgBox(shape);
    case 'line':
      return markup`<line class="${shape.look}" x1="${round(shape.x1)}" y1="${round(shape.y1)}" x2="${round(shape.x2)}" y2="${round(shape.y2)}"/>\n`;
    case 'arrow':
      return svgArrow(shape);
    case 'words':
      return markup`<text class="${shape.look}" x="${round(shape.x)}" y="${round(shape.y)}" font-size="${shape.size}" text-anchor="${shape.anchor}">${shape.text}</text>\n`;
  }
}

/** Half a unit inwards, so that its border is not cut off. */
function svgBox({ x, y, width, height, look }: Extract<Shape, { kind: 'box' }>): Html {
  const [w, h] = [Math.max(width - 1, 1), Math.max(height - 1, 1)];
  return markup`<rect class="${look}" x="${round(x + 0.5)}" y="${round(y + 0.5)}" width="${round(w)}" height="${round(h)}" rx="3"/>\n`;
}

function svgArrow({ x1, y1, x2, y2 }: Extract<Shape, { kind: 'arrow' }>): Html {
  const bend = (x1 + x2) / 2;
  const line = `M${round(x1)} ${round(y1)}C${round(bend)} ${round(y1)} ${round(bend)} ${round(y2)} ${round(x2 - 7)} ${round(y2)}`;
  const head = `M${round(x2 - 1)} ${round(y2)}l-9 -5v10z`;
  return markup`<path class="arrow" d="${line}"/>\n<path class="head" d="${head}"/>\n`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
