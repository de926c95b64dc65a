/** Legal bases of Art. 6(1) GDPR. `explicit_consent` is consent that also fulfils Art. 9(2)(a). */
export const BASES = [
  'consent',
  'explicit_consent',
  'contract',
  'legal_obligation',
  'vital',
  'public_task',
  'legitimate_interest',
] as const;

/** See {@link BASES}. */
export type Basis = (typeof BASES)[number];

/** Conditions of Art. 9(2) GDPR under which special categories may be processed, by their letter. */
export const ARTICLE_9_CONDITIONS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'] as const;

/** See {@link ARTICLE_9_CONDITIONS}. */
export type Article9Condition = (typeof ARTICLE_9_CONDITIONS)[number];

/** What a controller is to the data of an activity (Art. 4(7), 26, 28 GDPR). What a processor holds is answered by its controller. */
export const CONTROLLER_ROLES = ['controller', 'joint', 'processor'] as const;

/** See {@link CONTROLLER_ROLES}. */
export type ControllerRole = (typeof CONTROLLER_ROLES)[number];

/** What personal data of Art. 9 or 10 GDPR tells of a person, also where it does so indirectly (SPC-01). */
export const SPECIAL_CATEGORIES = [
  'health',
  'religion',
  'philosophy',
  'politics',
  'trade_union',
  'ethnic_origin',
  'genetic',
  'biometric',
  'sexual_life',
  'criminal_record',
] as const;

/** See {@link SPECIAL_CATEGORIES}. */
export type SpecialCategory = (typeof SPECIAL_CATEGORIES)[number];

/** The rights of a person that a controller has to tell of (Art. 13(2)(b)-(c) GDPR). */
export const POLICY_RIGHTS = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'objection',
  'portability',
  'withdraw_consent',
] as const;

/** See {@link POLICY_RIGHTS}. */
export type PolicyRight = (typeof POLICY_RIGHTS)[number];

/**
 * What a recipient is (Art. 4(9)-(10) GDPR). `internal` is staff, which is no recipient; `authority` is one that asks in a particular
 * inquiry, which is none either; `subjects` are other people of the controller, such as members who see a directory.
 */
export const RECIPIENT_ROLES = ['internal', 'processor', 'group', 'third_party', 'subjects', 'authority'] as const;

/** See {@link RECIPIENT_ROLES}. */
export type RecipientRole = (typeof RECIPIENT_ROLES)[number];

/** Why a recipient may be told by category and not by name: the two grounds of C-154/21. */
export const UNNAMED_REASONS = ['not_identifiable', 'manifestly_unfounded_or_excessive'] as const;

/** See {@link UNNAMED_REASONS}. */
export type UnnamedReason = (typeof UNNAMED_REASONS)[number];

/** What lets data go to a third country (Art. 45, 46, 47, 49 GDPR). */
export const SAFEGUARDS = ['adequacy', 'standard_clauses', 'binding_rules', 'derogation'] as const;

/** See {@link SAFEGUARDS}. */
export type SafeguardKind = (typeof SAFEGUARDS)[number];

/** How far an activity decides by itself (Art. 22 GDPR; C-634/21). */
export const ADM_LEVELS = ['none', 'profiling', 'decision_support', 'solely_automated'] as const;

/** See {@link ADM_LEVELS}. */
export type AdmLevel = (typeof ADM_LEVELS)[number];

/** What a policy demands of everybody who exercises a right. It never switches on what Art. 12(6) GDPR allows in doubt only. */
export const IDENTITY_DEMANDS = ['none', 'proof', 'id_copy'] as const;

/** See {@link IDENTITY_DEMANDS}. */
export type IdentityDemand = (typeof IDENTITY_DEMANDS)[number];

/** Where a person can send a request. */
export const CHANNEL_TYPES = ['email', 'portal', 'post', 'phone'] as const;

/** See {@link CHANNEL_TYPES}. */
export type ChannelType = (typeof CHANNEL_TYPES)[number];
