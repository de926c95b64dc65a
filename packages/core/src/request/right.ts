/** The right that is exercised: access (GDPR Art. 15) or portability (Art. 20). */
export type Right = 'access' | 'portability';
