import type { Actor } from '../../audit/audit-entry.js';
import type { RequestState } from '../../request/data-request.js';
import type { RequestEvent } from '../../request/transitions.js';

/** Written down a second time, by hand and in another form than the table, so that a change of the one is noticed by the other. */
const DRAWN = `
received         attest            ready             staff service nobody
ready            attest            ready             staff service nobody
ready            start             searching         staff service nobody
searching        matches-settled   gathering         system
searching        matches-doubtful  in_review         system
gathering        matches-doubtful  in_review         system
in_review        review            searching         staff
gathering        gathered          assembling        system
assembling       assembled         awaiting_release  system
awaiting_release rule              assembling        staff
searching        pause             paused            staff service
gathering        pause             paused            staff service
assembling       pause             paused            staff service
paused           resume            *                 staff service
searching        fail              needs_attention   system
gathering        fail              needs_attention   system
assembling       fail              needs_attention   system
in_review        retry             searching         staff service system
needs_attention  retry             searching         staff service system
awaiting_release retry             searching         staff service system
released         retry             searching         staff service system
awaiting_release confirm           searching         nobody
awaiting_release release           released          staff system
searching        settle            released          staff service nobody
in_review        settle            released          staff service nobody
gathering        settle            released          staff service nobody
assembling       settle            released          staff service nobody
awaiting_release settle            released          staff service nobody
paused           settle            released          staff service nobody
needs_attention  settle            released          staff service nobody
received         refuse            refused           staff
ready            refuse            refused           staff
searching        refuse            refused           staff
in_review        refuse            refused           staff
gathering        refuse            refused           staff
assembling       refuse            refused           staff
awaiting_release refuse            refused           staff
paused           refuse            refused           staff
needs_attention  refuse            refused           staff
received         lapse             refused           system
received         cancel            cancelled         staff service nobody
ready            cancel            cancelled         staff service nobody
searching        cancel            cancelled         staff service nobody
in_review        cancel            cancelled         staff service nobody
gathering        cancel            cancelled         staff service nobody
assembling       cancel            cancelled         staff service nobody
awaiting_release cancel            cancelled         staff service nobody
paused           cancel            cancelled         staff service nobody
needs_attention  cancel            cancelled         staff service nobody
released         shred             shredded          staff system
refused          shred             shredded          staff system
cancelled        shred             shredded          staff system
`;

/** One arrow of the drawing. */
export interface Arrow {
  /** `*` leads back to where the request was paused. */
  readonly to: RequestState | '*' | 'nowhere';
  readonly by: readonly Actor['kind'][];
}

/** Every arrow of the drawing, by where it begins and by its event. */
export const ARROWS: ReadonlyMap<string, Arrow> = new Map(
  DRAWN.trim()
    .split('\n')
    .map((line) => {
      const [from, event, to, ...by] = line.split(/\s+/u) as [string, string, Arrow['to'], ...Actor['kind'][]];
      return [`${from} ${event}`, { to, by }];
    }),
);

const NONE: Arrow = { to: 'nowhere', by: [] };

/** The arrow of an event in a state; one that nobody goes along where there is none. */
export function arrowOf(state: RequestState, event: RequestEvent): Arrow {
  return ARROWS.get(`${state} ${event}`) ?? NONE;
}
