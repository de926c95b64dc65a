import { type Html, markup, trusted } from '@habeas/report';
import { fieldId, sendButton } from '../parts/field.js';
import type { Scene } from '../parts/scene.js';
import { list, NOTHING, paragraph, told } from '../parts/told.js';
import type { FollowView } from '../view/subject-view.js';

/** The field that takes the file. */
export const DOCUMENT_FIELD = 'document';

/** A document was asked for: what has to be blacked out on a copy, what becomes of it, and the place to hand it in (IDV-04). */
export function wantedDocument({ document, request }: FollowView, scene: Scene): Html {
  if (document === undefined) return NOTHING;
  const { words, paths } = scene;
  const title = markup`<h2 id="wanted">${words.say('follow.document.title')}</h2>\n`;
  if (document.state === 'held') {
    return markup`<section class="panel" aria-labelledby="wanted">\n${title}${paragraph(scene, 'follow.document.held')}</section>\n`;
  }
  const rules = (['black', 'copy', 'deleted'] as const).map((name) => told(scene, `follow.document.${name}`));
  return markup`<section class="panel" aria-labelledby="wanted">
${title}${paragraph(scene, 'follow.document.why')}${list('ul', rules)}<form method="post" action="${paths.request(request).document}" enctype="multipart/form-data">
${field(document.isRefused === true, scene)}<div class="actions">
${sendButton(words.say('follow.document.send'))}</div>
</form>
</section>
`;
}

function field(isRefused: boolean, { words }: Scene): Html {
  const id = fieldId(DOCUMENT_FIELD);
  const fault = isRefused ? markup`<p class="fault" id="${id}-fault">${words.say('follow.document.fault')}</p>\n` : NOTHING;
  const described = isRefused ? `${id}-hint ${id}-fault` : `${id}-hint`;
  return markup`<div class="field${isRefused ? ' faulty' : ''}">
<label for="${id}">${words.say('follow.document.file')}</label>
<p class="hint" id="${id}-hint">${words.say('follow.document.hint')}</p>
${fault}<input type="file" id="${id}" name="${DOCUMENT_FIELD}" autocomplete="off" accept=".pdf,.jpg,.jpeg,.png" aria-describedby="${described}"${isRefused ? trusted(' aria-invalid="true"') : NOTHING}>
</div>
`;
}
