import type { GroundedRefusalInput, RefusalGround } from '../api/operations.generated.js';
import type { Service } from '../api/service.js';
import type { SayKey } from '../words/words.js';

/** What a ground needs, beside the reason. */
export type GroundField = 'evidence' | 'intent' | 'lawRef' | 'repeats';

/** A refusal as it is typed. What one ground needs is kept while another is chosen. */
export type RefusalDraft = Readonly<Record<GroundField | 'reason', string>> & {
  /** Empty until something is chosen; `unproved` where it stayed unproved who asks. */
  readonly ground: RefusalGround | 'unproved' | '';
};

export const NOTHING_TYPED: RefusalDraft = { reason: '', ground: '', evidence: '', intent: '', lawRef: '', repeats: '' };

/** What each ground needs (OUT-03 to OUT-05, OUT-07), in the order in which it is asked for. */
export const FIELDS_OF: Readonly<Record<RefusalGround, readonly GroundField[]>> = {
  manifestly_unfounded: ['evidence'],
  excessive: ['repeats', 'evidence'],
  abuse: ['evidence', 'intent'],
  legal_restriction: ['lawRef', 'evidence'],
};

/** The ground of the law that is chosen, if one is. */
export function groundOf({ ground }: RefusalDraft): RefusalGround | undefined {
  return ground === '' || ground === 'unproved' ? undefined : ground;
}

/** What a field lacks before the service is asked. */
export function lackOf(draft: RefusalDraft, field: GroundField): SayKey | undefined {
  if (draft[field].trim() === '') return 'refuse.needed';
  return field === 'lawRef' && !/\d/u.test(draft.lawRef) ? 'refuse.noLaw' : undefined;
}

/** Whether everything that the choice needs is typed. */
export function isWhole(draft: RefusalDraft): boolean {
  const ground = groundOf(draft);
  const fields = ground === undefined ? [] : FIELDS_OF[ground];
  return draft.reason.trim() !== '' && draft.ground !== '' && fields.every((field) => lackOf(draft, field) === undefined);
}

/** What a refusal of the service has to do with a field, as far as its code tells. */
export function refusalOf(code: string | undefined, field: GroundField): SayKey | undefined {
  if (code === 'INVALID_INPUT') return 'refuse.showsNothing';
  return field === 'repeats' && (code === 'WRONG_STATE' || code === 'NOT_FOUND') ? 'refuse.notRepeated' : undefined;
}

/** More requests cannot begin with a whole reference. */
const ALIKE = 20;

/** The refusal as the service takes it. The earlier request may be typed by its reference or its id. */
export async function groundedRefusal(
  service: Service,
  draft: RefusalDraft,
  ground: RefusalGround,
): Promise<GroundedRefusalInput> {
  const typed = FIELDS_OF[ground].map((field) => [field, draft[field].trim()] as const);
  const given: GroundedRefusalInput = { reason: draft.reason.trim(), ground, ...Object.fromEntries(typed) };
  return ground === 'excessive' ? { ...given, repeats: await idOf(service, draft.repeats.trim()) } : given;
}

/** The request of this reference; what was typed, where none has it. */
export async function idOf(service: Service, typed: string): Promise<string> {
  const { requests } = await service.run('inbox', { first: ALIKE, reference: typed });
  const named = requests.edges.find(({ node }) => node.reference.toLowerCase() === typed.toLowerCase());
  return named?.node.id ?? typed;
}
