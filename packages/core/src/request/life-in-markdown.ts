import { GUARDS } from './guards.js';
import { type Bringers, REQUEST_EVENTS, type RequestEvent, TRANSITIONS, type Transition, UNDECIDED } from './transitions.js';

/** The life of a request as a page shows it: a drawing (Mermaid) and a table, from the one table that the code goes by. */
export function lifeInMarkdown(): string {
  return [drawing(), table(), guards()].join('\n\n');
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
