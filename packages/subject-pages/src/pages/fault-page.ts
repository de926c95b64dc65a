import { markup } from '@habeas/report';
import type { Page } from '../parts/page.js';
import type { Scene } from '../parts/scene.js';
import { NOTHING, paragraph } from '../parts/told.js';
import { inMinutes } from '../parts/waiting.js';
import type { FaultView } from '../view/subject-view.js';

/** Something cannot be shown: what it means for the person, and nothing of what went wrong inside. */
export function faultPage({ status, retrySeconds, incident }: FaultView, scene: Scene): Page {
  const title = scene.words.say(`fault.${status}`);
  const wait = retrySeconds === undefined ? NOTHING : waiting(retrySeconds, scene);
  const named = incident === undefined ? NOTHING : paragraph(scene, 'fault.incident', { incident: markup`<code translate="no">${incident}</code>` }); // prettier-ignore
  const content = markup`<h1>${title}</h1>
<p class="lead">${scene.words.say(`fault.${status}.text`)}</p>
${wait}${named}`;
  return { title, content, address: '' };
}

function waiting(seconds: number, scene: Scene): ReturnType<typeof paragraph> {
  return seconds < 60
    ? paragraph(scene, 'fault.wait.seconds', { count: Math.max(1, Math.ceil(seconds)) })
    : paragraph(scene, 'fault.wait.minutes', { count: inMinutes(seconds) });
}
