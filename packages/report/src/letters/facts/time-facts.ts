import { EXTENSION_REASONS, type LocalDate } from '@habeas/core/law';
import { z } from 'zod';
import { ADDRESSED_HEAD, afterReceipt, count, day, group, HEAD, need, oneOf, stillToCome, yesOrNo } from './fact.js';
import { groundText } from './ground-text.js';

const dueDate = (what: string): z.ZodObject<{ date: z.ZodCustom<LocalDate, LocalDate> }> =>
  z.object(
    { date: day(what, 'take the deadlines that the request has') },
    { error: `${what} (take the deadlines that the request has)` },
  );

/** Of the deadlines that core computes, those that a notice depends on; more may be given. */
const deadlines = z.object(
  {
    received: day('the deadlines have no day of receipt', 'take the deadlines that the request has'),
    dueSafe: dueDate('the end of the first month is missing'),
    dueLegal: dueDate('the last day of the first month is missing'),
    dueExtLegal: dueDate('the last day of the third month is missing'),
  },
  { error: 'the deadlines are missing (take those that the request has)' },
);

/** Facts of a notice that the answer takes longer (Art. 12(3) GDPR; DLN-05, DLN-11). */
export const extensionFacts = group({
  ...ADDRESSED_HEAD,
  reason: oneOf(EXTENSION_REASONS, 'this is no reason to take longer: neither much effort nor many customers is (DLN-05)'),
  explanation: groundText('the reason is not explained', 'say what takes longer here, and why'),
  newDueOn: day('the day by which the answer comes is missing'),
  deadlines,
}).superRefine((facts, context) => {
  const { date, newDueOn, receivedOn } = facts;
  const { received, dueSafe, dueLegal, dueExtLegal } = facts.deadlines;
  afterReceipt(facts, context);
  need(context, receivedOn === received, 'deadlines.received', 'the deadlines are of another day of receipt (compute them anew)');
  need(
    context,
    date <= dueLegal.date,
    'date',
    'the first month is over: nothing is extended now (answer without delay, Art. 12(3))',
  );
  need(context, newDueOn > dueSafe.date, 'newDueOn', 'the day lies within the first month (then no extension is needed)');
  need(
    context,
    newDueOn <= dueExtLegal.date,
    'newDueOn',
    'the law leaves two months more at most (give an earlier day, Art. 12(3))',
  );
});

/** Facts of the notice that an archive can soon be downloaded no more: no name, since it goes by plain e-mail (DEL-01). */
export const archiveExpiryFacts = group({
  ...HEAD,
  availableUntil: day('the last day of the download is missing'),
  downloadsLeft: count(0, 'the downloads that are left are no number', 'leave it out where there is no limit').exactOptional(),
  isRenewable: yesOrNo('it is not said whether the time can be made longer'),
}).superRefine((facts, context) => {
  afterReceipt(facts, context);
  stillToCome(facts, 'availableUntil', facts.availableUntil, context);
});
