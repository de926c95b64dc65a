import type { RenderKey } from '../catalogue/render.en.js';
import type { Figure } from '../document/document.js';
import type { Phrasebook } from '../language/phrasebook.js';
import { drawFlow } from './draw-flow.js';
import { drawTimeline } from './draw-timeline.js';
import type { Drawing, DrawingShape } from './drawing.js';

/** A picture, for screens and paper or for a telephone. */
export function drawPicture(picture: Figure['picture'], shape: DrawingShape, words: Phrasebook<RenderKey>): Drawing {
  if (picture.kind === 'flow') return drawFlow(picture, shape);
  return drawTimeline(picture, shape, { language: words.language, today: words.say('today') });
}
