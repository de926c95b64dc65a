import { useQueryClient } from '@tanstack/react-query';
import type { AcceptedOf, DocumentName, VariablesOf } from '../api/service.js';
import { Cancelled } from '../api/service.js';
import { useService } from '../api/use-service.js';
import { refresh } from './use-news.js';

/** The documents that change a request. */
export type Act = Extract<
  DocumentName,
  | 'attest'
  | 'start'
  | 'pause'
  | 'resume'
  | 'retry'
  | 'retrySource'
  | 'review'
  | 'rule'
  | 'ruleField'
  | 'refuseUnproved'
  | 'refuseOnGround'
  | 'answerWrongController'
  | 'refuseUnidentifiable'
  | 'cancel'
  | 'release'
  | 'extend'
  | 'ask'
  | 'answer'
  | 'noteOtherRights'
  | 'endOtherRight'
  | 'endTask'
  | 'renewLink'
  | 'revokeLink'
  | 'noteBreach'
  | 'endBreach'
  | 'chooseChannel'
  | 'noteDeath'
  | 'endDuty'
  | 'writeLetter'
  | 'announceFee'
  | 'noteFee'
  | 'waiveFee'
  | 'ruleForPurpose'
  | 'noteDoubt'
  | 'decideRepresentation'
  | 'demandDocument'
  | 'decideDocument'
  | 'correctReceipt'
  | 'linkReminder'
  | 'recordBounce'
  | 'shred'
  | 'orderTransmission'
>;

/**
 * Runs what has to do with a request, and has the page look at it anew, whatever came of it. Resolves to what was answered, and to nothing
 * where the person would rather not prove that it is them. Rejects with what the service refused it for.
 */
export function useAnswered(
  request: string,
): <Name extends DocumentName>(name: Name, variables: VariablesOf<Name>) => Promise<AcceptedOf<Name> | undefined> {
  const service = useService();
  const client = useQueryClient();
  return async (name, variables) => {
    try {
      return await service.run(name, variables);
    } catch (error) {
      if (error instanceof Cancelled) return undefined;
      throw error;
    } finally {
      await refresh(client, service.controller, request).catch(() => undefined);
    }
  };
}

/** Changes a request, as {@link useAnswered} does. Resolves to whether it was done. */
export function useAct(request: string): <Name extends Act>(name: Name, variables: VariablesOf<Name>) => Promise<boolean> {
  const answered = useAnswered(request);
  return async (name, variables) => (await answered(name, variables)) !== undefined;
}
