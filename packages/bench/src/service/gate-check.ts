import type { RequestState, ResultOf, ServiceClient } from '@habeas/api/testing';
import type { PersonOfInterest } from '@habeas/example-worlds';

/** What became of a request, compared with its gate. */
export interface GateCheck {
  readonly state: RequestState;
  /** It was released though something had to be decided, is missing, or is doubtful in truth. */
  readonly isAgainstGate: boolean;
  /** It waits though nothing has to be decided: nobody would have had to touch it. */
  readonly isHeldBack: boolean;
}

/** Compares them as an officer can, by GraphQL, and with what is known to be true of the person. */
export async function checkGate(officer: ServiceClient, id: string, { truth }: PersonOfInterest): Promise<GateCheck> {
  const { request } = await officer.run('requestGate', { id });
  const isOpen = request?.gate != null && isOpenGate(request.gate) && (await isWhole(officer, id));
  const state = request?.state ?? 'received';
  return {
    state,
    isAgainstGate: state === 'released' && !(isOpen && truth.queued.length === 0),
    isHeldBack: state === 'awaiting_release' && isOpen,
  };
}

type Gate = NonNullable<NonNullable<ResultOf<'requestGate'>['request']>['gate']>;

function isOpenGate({ release, answer, reasons }: Gate): boolean {
  return release === 'automatic' && answer === 'copy' && reasons.length === 0;
}

/** Whether every source has answered, and nothing is doubtful. */
async function isWhole(officer: ServiceClient, id: string): Promise<boolean> {
  const { request } = await officer.run('request', { id });
  return request?.complete === true && request.queued === 0 && !request.ledger.some(({ blocking }) => blocking);
}
