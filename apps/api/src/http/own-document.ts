import { Readable } from 'node:stream';
import { type DataRequest, handInOwnDocument, LARGEST_DOCUMENT, Refused, subjectViewer } from '@habeas/core';
import type { SubjectView } from '@habeas/subject-pages';
import type { Request } from 'express';
import { type FollowHouse, followView } from '../subjects/follow-view.js';
import { postedFile } from './posted-file.js';

const NOT_TAKEN = { state: 'wanted', isRefused: true } as const;

/** Takes a copy of a document from who follows a request, where one is asked for; else the page says how the request stands. */
export async function takeOwnDocument(house: FollowHouse, request: DataRequest, http: Request): Promise<SubjectView> {
  const { desk } = house;
  const { id, reference, controller } = request;
  const view = await followView(house, request);
  if (view.document?.state !== 'wanted') return view;
  const file = await postedFile(http, 'document', LARGEST_DOCUMENT);
  if (file === undefined) return { ...view, document: NOT_TAKEN };
  try {
    await handInOwnDocument(desk, subjectViewer(controller), id, Readable.from([file]));
    return { page: 'done', what: 'document', reference, request: id };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const current = await desk.store.transact(({ requests }) => requests.get(controller, id));
    const now = await followView(house, current ?? request);
    return error.code === 'INVALID_INPUT' ? { ...now, document: NOT_TAKEN } : now;
  }
}
