/** How long the personal data of a request that came to nothing is kept: for a complaint, or a second thought. */
export const KEPT_AFTER_END_DAYS = 30;
