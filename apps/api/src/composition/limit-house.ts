import { type LimitHouse, limitTerms } from '@habeas/core';
import type { KeyService } from '@habeas/vault';
import type { ServiceConfig } from '../config/service-config.js';

/** What limits are kept with: what they are counted under is a blind index, so that the store alone tells nobody's address. */
export function limitHouse(keys: Pick<KeyService, 'blindIndexKey'>, limits: ServiceConfig['limits']): LimitHouse {
  return {
    terms: limitTerms(limits),
    entryOf: async (controller, kind, exact) => {
      const key = await keys.blindIndexKey(controller);
      return key.entryOf({ kind: 'id', namespace: `limit.${kind}`, value: exact, exact, shared: false });
    },
  };
}
