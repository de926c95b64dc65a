/** The languages of the pages. Another one is a catalogue more, and its name here. */
export const SUBJECT_LANGUAGES = ['en', 'fr'] as const;

/** See {@link SUBJECT_LANGUAGES}. */
export type SubjectLanguage = (typeof SUBJECT_LANGUAGES)[number];

/** A text of the controller's own, in each language of the pages. */
export type OwnTexts = Readonly<Record<SubjectLanguage, string>>;

/** In whose name the pages speak: from the controller's profile, never from the subject. {@link lookFaults} says what is wrong in one. */
export interface SubjectLook {
  readonly controllerName: string;
  /** `#rrggbb`: made darker or lighter until it can be read ({@link accentOf}). */
  readonly colour?: string;
  readonly contact: ControllerContact;
  readonly legal?: LegalTexts;
  /** The path that the controller's pages lie under, such as `/ask/hostels`; `/` where there is one controller. */
  readonly home: string;
}

/** Where people reach the controller without these pages (DEL-06). */
export interface ControllerContact {
  readonly email?: string;
  readonly phone?: string;
  /** The lines of an address. */
  readonly post?: readonly string[];
  /** Who looks after data protection there. */
  readonly officer?: string;
}

/** What the law, or the controller, wants on the pages. */
export interface LegalTexts {
  /** Its own words above the button that sends a request. */
  readonly notice?: OwnTexts;
  /** Where it tells how it uses personal data: `https:`, or a path. */
  readonly privacy?: string;
  readonly imprint?: string;
  /** Where to complain (Art. 77 GDPR; REP-07). */
  readonly authority?: {
    readonly name: string;
    readonly url?: string;
    readonly phone?: string;
    readonly post?: readonly string[];
  };
}
