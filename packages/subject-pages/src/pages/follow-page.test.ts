import { describe, expect, it } from '@jest/globals';
import { followed, on, sample } from '../../test/sample-views.js';
import { named, shown, wordsOn } from '../../test/shown-page.js';

describe('the page of a request', () => {
  it('says when the answer comes, and in how many days (DLN-03)', () => {
    expect(wordsOn(followed('searching'))).toContain('On 5 April 2026 at the latest. That is in 16 days.');
    expect(wordsOn(followed('searching', { today: on('2026-04-04') }), 'fr')).toContain(
      'Le 5 avril 2026 au plus tard. C’est demain.',
    );
    expect(wordsOn(followed('searching', { today: on('2026-04-05') }))).toContain('That is today.');
  });

  it('says that an answer is late, and what can be done about it', () => {
    expect(wordsOn(sample('follow-late'))).toContain('You should have had our answer on 5 April 2026. We are sorry.');
  });

  it('is not late before the last day that the law gives (DLN-01, DLN-03)', () => {
    const between = { today: on('2026-04-06'), legalDueOn: on('2026-04-07') };
    expect(wordsOn(followed('searching', between))).toContain('On 7 April 2026 at the latest. That is tomorrow.');
    expect(wordsOn(followed('searching', { ...between, today: on('2026-04-08') }))).toContain(
      'our answer on 7 April 2026. We are sorry.',
    );
    expect(wordsOn(followed('searching', { legalDueOn: on('2026-04-07') }))).toContain('On 5 April 2026 at the latest.');
  });

  it('says why it takes longer, and what the first date was (DLN-05)', () => {
    expect(wordsOn(sample('follow-extended'))).toMatch(
      /On 5 June 2026[\s\S]*The first date was 5 April 2026\.[\s\S]*data about other people/u,
    );
  });

  it('says of other rights that people look after them, and by when (INT-11)', () => {
    const text = wordsOn(sample('follow-other-rights'));
    expect(text).toMatch(/Your data to be deleted\.\s+A person looks after that, and answers you by 5 April 2026\./u);
    expect(text).toMatch(/what you object to\.\s+A person has looked after that\./u);
    expect(wordsOn(followed('searching'))).not.toContain('You also asked for');
  });

  it('says how an answer comes that goes by no link (DEL-02)', () => {
    expect(wordsOn(sample('follow-by-post'))).toMatch(
      /in the way that you have asked for\.[\s\S]*By registered post, to the address/u,
    );
    expect(wordsOn(sample('follow-by-post'))).not.toContain('a message with a link');
    expect(wordsOn(followed('searching'))).not.toContain('How our answer comes');
  });

  it('says when it was passed on to whoever else answers for some of it (INT-07)', () => {
    expect(wordsOn(sample('follow-passed-on'))).toMatch(
      /On 9 March 2026 to another organisation[\s\S]*For that part they answer you/u,
    );
    expect(wordsOn(followed('released'))).not.toContain('another organisation');
  });

  it('says what could not be searched, that it is not tried again, and what can be done (SCP-09)', () => {
    expect(wordsOn(sample('follow-unsearched'))).toMatch(
      /Ticket shop\s+Paper files\s+We do not try again by ourselves\.[\s\S]*complain to the supervisory authority/u,
    );
    expect(wordsOn(followed('released'))).not.toContain('could not be searched');
  });

  it('says what it would cost before anything is due, and is accepted or withdrawn without a script (OUT-06)', () => {
    const text = wordsOn(sample('follow-fee-announced'));
    expect(text).toMatch(/first copy of your data is always free[\s\S]*copy on 20 February 2026[\s\S]*€12\.70 in all/u);
    expect(text).toMatch(/postage: €4\.20[\s\S]*by 27 March 2026[\s\S]*nothing happens by itself[\s\S]*complain/u);
    const elements = shown(sample('follow-fee-announced'));
    const form = elements.find(({ attributes }) => attributes['action']?.includes('/fee') === true);
    expect(form?.attributes['method']).toBe('post');
    expect(form?.text).toMatch(/I accept to pay €12\.70\s+Take my request back/u);
    expect(wordsOn(sample('follow-fee-repeated'))).toContain('repeats the one of 20 February 2026');
    expect(wordsOn(sample('follow-fee-unfounded'))).toContain('clearly no ground');
  });

  it.each([
    ['accepted', 'write to you how to pay'],
    ['paid', 'You have paid €12.70'],
    ['waived', 'You owe nothing'],
  ])('says that a fee is %s, and asks nothing more (OUT-06)', (standing, words) => {
    const text = wordsOn(sample(`follow-fee-${standing}`));
    expect(text).toContain(words);
    expect(text).not.toContain('I accept');
  });

  it('asks for no fee any more where the request has ended (OUT-06)', () => {
    expect(wordsOn(sample('follow-fee-ended'))).not.toContain('What it would cost');
  });

  it.each(['released', 'refused', 'cancelled', 'shredded'] as const)('owes no answer any more where it is %s', (state) => {
    expect(wordsOn(followed(state))).not.toContain('When you get our answer');
  });

  it('tells where to complain where it was refused (OUT-02)', () => {
    expect(wordsOn(followed('refused'))).toContain('a letter from us with the reasons. If you do not agree, you can complain');
  });

  it('gives the reasons of a refusal and its letters, each on a page of its own (OUT-02, IDV-08)', () => {
    const text = wordsOn(sample('follow-reasons'));
    expect(text).toMatch(/What we decided, and why[\s\S]*nothing has changed since\.[\s\S]*or ask a court/u);
    const links = shown(sample('follow-reasons')).filter(({ attributes }) => attributes['href']?.includes('/letters/'));
    expect(links.map(({ attributes }) => attributes['href'])).toEqual([
      '/ask/hostels/requests/r_7f3a/letters/1',
      '/ask/hostels/requests/r_7f3a/letters/2',
    ]);
    expect(wordsOn(sample('follow-letter'))).not.toContain('What we decided');
  });

  it('says that another organisation is meant, and that nothing was passed on (INT-10)', () => {
    expect(wordsOn(sample('follow-wrong-controller'))).toMatch(/not ours\.[\s\S]*not passed it on to anybody/u);
  });

  it('says with what to ask again where nobody could be identified (IDV-07)', () => {
    expect(wordsOn(sample('follow-unidentifiable'))).toMatch(
      /keep no names\.[\s\S]*with one of these:[\s\S]*a number that we gave you/u,
    );
    expect(wordsOn(followed('refused', { reason: 'It repeats one.' }))).not.toContain('ask again with');
  });

  it('says what would help, and that they can ask again, where it is not proved who asks or that they may (OUT-03, IDV-08)', () => {
    expect(wordsOn(sample('follow-unproved'))).toMatch(/not entered\.[\s\S]*ask again at any time\.[\s\S]*sign in to it/u);
    expect(wordsOn(sample('follow-no-authority'))).toMatch(/No mandate[\s\S]*ask again at any time\.[\s\S]*a court order/u);
  });

  it('shows how far it is, in words too', () => {
    const current = shown(followed('in_review')).find(({ attributes }) => attributes['aria-current'] === 'step');
    expect(current?.text).toBe('We check (now)');
    expect(shown(followed('refused')).some(({ attributes }) => attributes['class'] === 'steps')).toBe(false);
  });

  it('does nothing by a link: what changes something is posted, or asked once more', () => {
    const elements = shown(sample('follow-download'));
    expect(
      elements.filter(({ tag }) => tag === 'form').map(({ attributes }) => [attributes['method'], attributes['action']]),
    ).toEqual([['post', '/ask/hostels/requests/r_7f3a/link?language=en']]);
    expect(elements.find(({ text, tag }) => tag === 'a' && text === 'Download my data')?.attributes['href']).toBe(
      '/ask/hostels/d/k8Qw2LmZ?language=en',
    );
    expect(wordsOn(followed('released'))).not.toContain('Download my data');
  });

  it('says how often the archive can still be fetched', () => {
    expect(wordsOn(sample('follow-used-up'))).toContain('You can ask for a new link.');
    expect(wordsOn(sample('follow-download'), 'fr')).toContain('encore 5 fois');
  });

  it('asks its question in the asker’s words, with what becomes of silence (DLN-08)', () => {
    const text = wordsOn(sample('follow-question'));
    expect(text).toMatch(/the bookings only\?[\s\S]*If you do not answer, you get everything too\.[\s\S]*by 27 March 2026/u);
    expect(named(shown(sample('follow-question-fault')), 'answer')?.attributes['aria-invalid']).toBe('true');
  });
});
