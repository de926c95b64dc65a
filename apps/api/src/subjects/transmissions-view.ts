import { type DataRequest, type Desk, openCaseFile, type Transmission } from '@habeas/core';
import { dateIn } from '@habeas/core/law';
import type { FollowView, ToldTransmission, TransmitView } from '@habeas/subject-pages';

/** The page on which a subject says to whom their data is to be sent. */
export function transmitView(desk: Desk, { id, reference, controller }: DataRequest): TransmitView {
  const receivers = receiversOf(desk, controller).map(({ id: receiver, name }) => ({ id: receiver, name }));
  return { page: 'transmit', request: id, reference, receivers };
}

/** What became of what was to be sent on, as its subject is told. */
export async function transmissionsOf(desk: Desk, request: DataRequest): Promise<Pick<FollowView, 'transmissions'>> {
  const { transmissions = [] } = request;
  if (transmissions.length === 0) return {};
  const words = request.dataKey === undefined ? [] : ((await openCaseFile(desk.vault, request)).transmissionWords ?? []);
  const nameOf = ({ id, receiver }: Transmission): string =>
    receiversOf(desk, request.controller).find((each) => each.id === receiver)?.name ??
    words.find(({ transmission }) => transmission === id)?.name ??
    receiver ??
    '…';
  const { zone } = desk.clocks.settingsOf(request.controller);
  return { transmissions: transmissions.map((each) => toldOf(each, nameOf(each), zone)) };
}

function toldOf(
  { state, reason = 'fault', orderedAt, endedAt = orderedAt }: Transmission,
  to: string,
  zone: string,
): ToldTransmission {
  const on = dateIn(new Date(endedAt), zone);
  return state === 'failed' ? { to, on, state, reason } : { to, on, state };
}

/** To whom a controller can send data. */
export function receiversOf({ receivers }: Desk, controller: string): ReturnType<NonNullable<Desk['receivers']>['receiversOf']> {
  return receivers?.receiversOf(controller) ?? [];
}
