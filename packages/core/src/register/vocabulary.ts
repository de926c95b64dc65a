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
