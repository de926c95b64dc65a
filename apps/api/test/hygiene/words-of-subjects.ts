import { accepted } from '../../src/client/service-client.js';
import { SubjectBrowser } from '../subject-browser.js';
import { following, type HandedOver, type Stage } from './stage.js';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Who asks answers a question on the page. */
export async function answerItself(stage: Stage, handed: HandedOver): Promise<void> {
  const { officer, canaries } = stage;
  const { id } = handed;
  const question = { kind: 'identity' as const, doubt: 'unknown_sender' as const, text: 'Which room was it?' };
  accepted((await officer.client.run('askQuestion', { id, question })).askQuestion);
  const browser = await following(stage, handed);
  await browser.post(`/ask/hostel/requests/${id}/answer`, { answer: `In ${canaries.word('/answer.answer')}.` });
  const { request } = await officer.client.run('clockWords', { id });
  if (request?.questions.at(-1)?.answer == null) throw new Error('The question was not answered.');
}

async function demandDocument({ officer, canaries }: Stage, id: string): Promise<void> {
  const word = (name: string): string => canaries.word(`demandDocument.why.${name}`);
  const why = {
    ...{ dataTypes: word('dataTypes'), isSpecial: false, nature: word('nature'), context: word('context') },
    ...{ harm: word('harm'), harmLevel: 'high' as const, nothingLess: word('nothingLess') },
  };
  accepted((await officer.client.run('demandDocument', { id, why })).demandDocument);
}

function copyOf(word: string): Buffer<ArrayBuffer> {
  return Buffer.concat([Buffer.from(PNG), Buffer.from(word)]);
}

/** A passport that staff was shown, and never decides about. */
export async function showDocument(stage: Stage, id: string): Promise<void> {
  await demandDocument(stage, id);
  const body = copyOf(stage.canaries.word('document.body'));
  await stage.officer.client.send(`/requests/${id}/document`, { method: 'POST', body });
}

/** A passport that who asks hands in on the page, under a name of its own. */
export async function showOwnDocument(stage: Stage, id: string, browser: SubjectBrowser): Promise<void> {
  await demandDocument(stage, id);
  const body = new FormData();
  const copy = new Blob([copyOf(stage.canaries.word('/document.document'))]);
  body.set('document', copy, `${stage.canaries.word('/document.filename')}.png`);
  const response = await browser.send(`/ask/hostel/requests/${id}/document`, { method: 'POST', body });
  if (!(await response.text()).includes('data-page="done"')) throw new Error('The copy was not taken.');
}

/** Who asks comes by the link, and fetches what there is. */
export async function fetchAnswer({ house, catcher, officer }: Stage, { claimCode }: HandedOver): Promise<void> {
  for (let count = 1; ; count += 1) {
    const text = (await catcher.caught(count))[count - 1]?.text ?? '';
    const [, address = '', secret = ''] = /(https?:\/\/\S+)#(\S+)/u.exec(text) ?? [];
    if (address === '') continue;
    const { pathname: path } = new URL(address);
    const browser = new SubjectBrowser(house.url);
    await browser.post(path, { secret, claimCode });
    const response = await browser.send(`${path}/archive`);
    await response.arrayBuffer();
    await officer.stepUp();
    return;
  }
}

/** Who asks has an answer sent to somebody, and says what is missing in it. */
export async function tellWhatIsMissing(stage: Stage, handed: HandedOver): Promise<void> {
  const { canaries } = stage;
  const page = `/ask/hostel/requests/${handed.id}`;
  const browser = await following(stage, handed);
  const posted = [
    await browser.post(`${page}/transmit`, { receiver: '', other: canaries.word('/transmit.other') }),
    await browser.post(`${page}/missing`, { what: `I miss ${canaries.word('/missing.what')}.` }),
  ];
  if (posted.some(({ html }) => !html.includes('data-page="done"'))) throw new Error('The page took nothing.');
}
