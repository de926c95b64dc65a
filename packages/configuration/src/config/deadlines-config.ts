import type { InputFault, YamlFile } from '@habeas/connector-sdk';
import { FRENCH_HEALTH_TERMS } from '@habeas/core/law';
import { z } from 'zod';
import type { RegisterFile } from '../register/load-register.js';

const { days, notBeforeHours } = FRENCH_HEALTH_TERMS;

const health = z
  .strictObject({
    days: z.int().min(1).max(30).default(days).describe('After receipt, not moved to a working day.'),
    notBeforeHours: z
      .int()
      .min(0)
      .max(168)
      .default(notBeforeHours)
      .describe('So many hours after receipt nothing is handed out.'),
  })
  .refine((terms) => terms.notBeforeHours < terms.days * 24, {
    path: ['notBeforeHours'],
    message: 'it has to be over before the days are: else nothing could be handed out in time',
  })
  .describe(
    'The terms of activities whose register says healthFastTrack: true (DLN-10); by default those of the French health code (CSP L1111-7).',
  );

/** `deadlines:` of a controller in `habeas.yaml`: by which rules it counts, where that is not as usual. */
export const deadlinesSchema = z
  .strictObject({
    pack: z
      .enum(['eu', 'uk'])
      .default('eu')
      .describe(
        'uk: as the ICO counts, the clock starts when identity, authority or fee that was asked for has come (DLN-09). Only for a controller under the law of GB.',
      ),
    health: health.optional(),
  })
  .describe('By which rules the deadlines are counted, where that is not as usual.');

/** See {@link deadlinesSchema}. */
export type DeadlinesConfig = z.output<typeof deadlinesSchema>;

const GB = 'GB';

/** The UK pack is the law of GB alone: elsewhere it would make requests late, so it is refused (DLN-09). */
export function packFaults(
  pack: DeadlinesConfig['pack'] | undefined,
  register: RegisterFile | undefined,
  faultAt: YamlFile<unknown>['faultAt'],
): readonly InputFault[] {
  const jurisdiction = register?.register.jurisdiction;
  if (pack !== 'uk' || jurisdiction === GB) return [];
  const whose =
    jurisdiction === undefined
      ? 'the controller has no register that says under whose law it is'
      : `the controller is under the law of ${jurisdiction}, as its register says (jurisdiction)`;
  const what = `the UK pack is for controllers under the law of GB, and ${whose}`;
  return [faultAt(['controller', 'deadlines', 'pack'], what, 'leave it out: the rules of the GDPR hold')];
}
