import type {
  AuthorityEvidence,
  Directed,
  DirectiveInput,
  DirectiveKind,
  HeirPurpose,
  OnBehalf,
  RepresentationInput,
  Right,
} from '../api/operations.generated.js';

/** What shows that somebody may act for another: of each kind what the law knows (PER-03 to PER-05). */
export const EVIDENCE: Readonly<Record<OnBehalf, readonly [AuthorityEvidence, ...AuthorityEvidence[]]>> = {
  proxy: ['mandate'],
  guardian: ['court_order'],
  parental_authority: ['family_record', 'court_order'],
  heir: ['deed_of_inheritance', 'will'],
};

/** A decision about who acts for another, as it is being typed. */
export interface RepresentationDraft {
  readonly outcome: RepresentationInput['outcome'];
  readonly evidence: AuthorityEvidence;
  readonly answerTo: RepresentationInput['answerTo'];
  readonly sendTo: string;
  readonly reason: string;
  readonly signedOn: string;
  readonly goodUntil: string;
  readonly covers: readonly Right[];
  readonly isConfirmed: boolean;
  readonly bornOn: string;
  readonly isChildHeard: boolean;
  readonly childInterest: string;
  readonly diedOn: string;
  readonly purpose: HeirPurpose;
  readonly nationalLawRef: string;
  /** None was found: nothing stands against heirs. */
  readonly directive: DirectiveKind | 'none';
  readonly directs: Directed;
  readonly givenOn: string;
  readonly consentOn: string;
  readonly register: string;
  readonly recipients: string;
  readonly executor: string;
  readonly isNamed: boolean;
}

/** What lacks of a draft, by the field that is to be filled in. */
export type RepresentationLack = 'reason' | 'sendTo' | 'signedOn' | 'bornOn' | 'childInterest' | 'diedOn' | 'givenOn';

/** A form in which nothing was typed yet. */
export function newDraft(onBehalf: OnBehalf): RepresentationDraft {
  return {
    ...{ outcome: 'accepted', evidence: EVIDENCE[onBehalf][0], answerTo: 'representative', sendTo: '', reason: '' },
    ...{ signedOn: '', goodUntil: '', covers: [], isConfirmed: false, bornOn: '', isChildHeard: false, childInterest: '' },
    ...{ diedOn: '', purpose: 'estate_settlement', nationalLawRef: '', directive: 'none', directs: 'nothing', givenOn: '' },
    ...{ consentOn: '', register: '', recipients: '', executor: '', isNamed: false },
  };
}

/** The fields that have to be filled in for an authority of a kind; the service says what speaks against it. */
const NEEDED: Readonly<Record<OnBehalf, readonly RepresentationLack[]>> = {
  proxy: ['signedOn'],
  guardian: [],
  parental_authority: ['bornOn', 'childInterest'],
  heir: ['diedOn'],
};

/** What lacks. A refusal needs its reason alone. */
export function lacksOf(draft: RepresentationDraft, onBehalf: OnBehalf): readonly RepresentationLack[] {
  const { outcome, answerTo, directive } = draft;
  const own: readonly RepresentationLack[] = [
    ...NEEDED[onBehalf],
    ...(answerTo === 'representative' ? (['sendTo'] as const) : []),
    ...(onBehalf === 'heir' && directive !== 'none' ? (['givenOn'] as const) : []),
  ];
  const needed: readonly RepresentationLack[] = outcome === 'accepted' ? ['reason', ...own] : ['reason'];
  return needed.filter((field) => draft[field].trim() === '');
}

/** What is sent: of each kind what belongs to it, and nothing that was left empty. */
export function representationOf(draft: RepresentationDraft, onBehalf: OnBehalf): RepresentationInput {
  const { outcome, evidence, reason, answerTo, sendTo } = draft;
  const common = { outcome, evidence, reason: reason.trim() };
  if (outcome === 'rejected') return { ...common, answerTo: 'person' };
  return { ...common, answerTo, ...(answerTo === 'person' ? {} : told({ sendTo })), ...AUTHORITY[onBehalf](draft) };
}

const AUTHORITY: Readonly<Record<OnBehalf, (draft: RepresentationDraft) => Partial<RepresentationInput>>> = {
  proxy: ({ signedOn, goodUntil, covers, isConfirmed }) => ({ ...told({ signedOn, goodUntil }), covers, isConfirmed }),
  guardian: () => ({}),
  parental_authority: ({ bornOn, childInterest, isChildHeard }) => ({ ...told({ bornOn, childInterest }), isChildHeard }),
  heir: ({ diedOn, nationalLawRef, purpose, isNamed, ...draft }) => ({
    ...told({ diedOn, nationalLawRef }),
    ...{ purpose, isForbidden: counts(draft) && draft.directs === 'nothing', isNamed },
    directives: directivesOf(draft),
  }),
};

type DirectiveDraft = Pick<
  RepresentationDraft,
  'directive' | 'directs' | 'givenOn' | 'consentOn' | 'register' | 'recipients' | 'executor'
>;

/** A specific directive that nobody consented to by itself is noted, and stands against nobody. */
function counts({ directive, consentOn }: DirectiveDraft): boolean {
  return directive === 'general' || (directive === 'specific' && consentOn.trim() !== '');
}

function directivesOf({
  directive: kind,
  directs,
  givenOn,
  consentOn,
  register,
  recipients,
  executor,
}: DirectiveDraft): DirectiveInput[] {
  if (kind === 'none') return [];
  const own = kind === 'general' ? told({ register }) : told({ consentOn });
  return [{ kind, directs, givenOn, ...own, ...told({ executor, ...(directs === 'recipients' ? { recipients } : {}) }) }];
}

/** Without what was left empty. */
function told<Fields extends Readonly<Record<string, string>>>(fields: Fields): Partial<Fields> {
  const said = Object.entries(fields).flatMap(([name, text]) => (text.trim() === '' ? [] : [[name, text.trim()]]));
  return Object.fromEntries(said) as Partial<Fields>;
}
