import { GUARDS } from './guards.js';
import { EVENT_WORDS, type OutsideWords, REFUSAL_WORDS, STATE_WORDS } from './outside-words.js';
import { type Bringers, REQUEST_EVENTS, type RequestEvent, TRANSITIONS, type Transition, UNDECIDED } from './transitions.js';

/** The life of a request as a page shows it: a drawing (Mermaid) and a table, from the one table that the code goes by. */
export function lifeInMarkdown(): string {
  return [drawing(), table(), guards()].join('\n\n');
}

/** What every state, event and refusal is called in the vocabularies of others, as a page shows it. */
export function outsideInMarkdown(): string {
  const head = ['| here | DPV | Data Rights Protocol | OpenDSR |', '| --- | --- | --- | --- |'];
  const rows = (words: Readonly<Record<string, OutsideWords>>): readonly string[] =>
    Object.entries(words).map(([name, { dpv, drp, openDsr }]) => {
      const reason = drp.reason === undefined ? '' : ` / ${drp.reason}`;
      return `| ${name} | dpv:${dpv} | ${drp.status}${reason} | ${openDsr} |`;
    });
  const refusals = Object.entries(REFUSAL_WORDS).map(([code, { status }]) => `| ${code} | ${String(status)} |`);
  return [
    [...head, ...rows(STATE_WORDS)].join('\n'),
    'As entries of a log outside, the events:',
    [...head, ...rows(EVENT_WORDS)].join('\n'),
    'A call that is refused is answered with an HTTP status, which the Data Rights Protocol repeats as `code`; none is `fatal`:',
    ['| refusal | status |', '| --- | --- |', ...refusals].join('\n'),
  ].join('\n\n');
}

/** What can happen in every state that is not decided is drawn once, or nobody could see anything. */
const ANYWHERE = 'undecided';

function drawing(): string {
  const arrows = REQUEST_EVENTS.flatMap((event) => arrowsOf(event, TRANSITIONS[event]));
  return [
    '```mermaid',
    'stateDiagram-v2',
    `  state "every state that is not decided" as ${ANYWHERE}`,
    '  [*] --> received',
    '  [*] --> ready: with a proof',
    ...arrows,
    '  shredded --> [*]',
    '```',
  ].join('\n');
}

function arrowsOf(event: RequestEvent, { from, to }: Transition): readonly string[] {
  if (from === UNDECIDED) return [`  ${ANYWHERE} --> ${to}: ${event}`];
  if (to === 'resumes') return from.flatMap((state) => TRANSITIONS.pause.from.map((back) => `  ${state} --> ${back}: ${event}`));
  return from.map((state) => `  ${state} --> ${to}: ${event}`);
}

function table(): string {
  const rows = REQUEST_EVENTS.map((event) => {
    const { from, to, by, guards: needed } = TRANSITIONS[event];
    const states = from === UNDECIDED ? 'everything that is not decided' : from.join(', ');
    return `| ${event} | ${states} | ${to === 'resumes' ? 'where it was' : to} | ${inWords(by)} | ${needed.join(', ')} |`;
  });
  return ['| event | from | to | by | needs |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}

function inWords({ permissions = [], subject, work }: Bringers): string {
  return [
    ...permissions.map((permission) => `\`${permission}\``),
    ...(subject === true ? ['the person who asked'] : []),
    ...(work === true ? ['the work'] : []),
  ].join(', ');
}

function guards(): string {
  const rows = Object.entries(GUARDS).map(([guard, { says }]) => `| ${guard} | ${says} |`);
  return ['| needs | that |', '| --- | --- |', ...rows].join('\n');
}
