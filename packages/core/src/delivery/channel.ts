/**
 * How an answer is given (Art. 12(1), 15(3) GDPR; DEL-02): by a link to download it, which is the rule for whoever asked electronically, or by a
 * person, on paper or a medium, in the way that its subject has asked for.
 */
export type AnswerChannel = 'download' | 'registered_post' | 'on_site' | 'orally';

/** How the answer to a request is given. */
export function channelOf({ channel = 'download' }: { readonly channel?: AnswerChannel }): AnswerChannel {
  return channel;
}
