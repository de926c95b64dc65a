import { describe, expect, it } from '@jest/globals';
import { hintJob, hintSchema } from './hint.js';

describe('a hint', () => {
  it('holds the id of a step and the number of its format, and no more', () => {
    const step = { id: 'stp_1', fence: 3, inMs: 0, request: 'req_1', controller: 'club' };
    expect(hintJob(step)).toEqual({
      name: 'step',
      data: { stepId: 'stp_1', v: 1 },
      opts: { attempts: 1, removeOnComplete: true, removeOnFail: true, jobId: 'stp_1.3' },
    });
  });

  it.each([{}, null, 'stp_1', { stepId: 'stp_1' }, { stepId: 'stp_1', v: 2 }, { stepId: '', v: 1 }, { stepId: 1, v: 1 }])(
    'is not what somebody else has put there (%j)',
    (data) => {
      expect(hintSchema.safeParse(data).success).toBe(false);
    },
  );
});
