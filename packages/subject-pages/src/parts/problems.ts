import { type Html, markup } from '@habeas/report';
import { fieldId } from './field.js';
import type { Scene } from './scene.js';
import { NOTHING } from './told.js';

/** Something to mend, and the field that it is about where it is about one. */
export interface Problem {
  readonly text: string;
  readonly field?: string;
}

/** What has to be mended, before everything else: it has the focus when the page opens, and leads to each field. Nothing without any. */
export function problems({ words }: Scene, found: readonly Problem[]): Html {
  if (found.length === 0) return NOTHING;
  const items = found.map(({ text, field }) =>
    field === undefined ? markup`<li>${text}</li>\n` : markup`<li><a href="#${fieldId(field)}">${text}</a></li>\n`,
  );
  return markup`<div class="problems" role="group" tabindex="-1" autofocus aria-labelledby="problems">
<h2 id="problems">${words.say('form.faults', { count: found.length })}</h2>
<ul>
${items}</ul>
</div>
`;
}
