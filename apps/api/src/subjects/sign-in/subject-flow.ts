import { SUBJECT_LANGUAGES } from '@habeas/subject-pages';
import { z } from 'zod';
import type { FlowKind, FlowOf } from '../../oidc/flow.js';

/** What every way of a subject through a provider holds: whose provider it is, and in which language the way back is answered. */
const common = { controller: z.string(), language: z.enum(SUBJECT_LANGUAGES) };

/** The cookie of a request does not come back from another site: the flow names the request, and who may follow it. */
export const REQUEST_FLOW = {
  place: 'oidc/subject-flow',
  shape: {
    ...common,
    request: z.string(),
    reference: z.string(),
    /** Of the browser that may follow the request, by its id: that opens nothing. */
    follower: z.string(),
  },
} as const satisfies FlowKind<z.ZodRawShape>;

/** A way that was begun for a request. */
export type RequestFlow = FlowOf<typeof REQUEST_FLOW>;

/** The secret of a link was shown before: its hash comes back, which opens nothing, and the secret itself goes nowhere. */
export const LINK_FLOW = {
  place: 'oidc/link-flow',
  shape: { ...common, link: z.string(), secretHash: z.string() },
} as const satisfies FlowKind<z.ZodRawShape>;

/** A way that was begun for a link. */
export type LinkFlow = FlowOf<typeof LINK_FLOW>;

/** Nothing was asked for yet: it is about nobody before it comes back. */
export const ASK_FLOW = { place: 'oidc/ask-flow', shape: common } as const satisfies FlowKind<z.ZodRawShape>;

/** A way that was begun before anything was asked for. */
export type AskFlow = FlowOf<typeof ASK_FLOW>;

/** Any of them. */
export type SubjectFlow = RequestFlow | LinkFlow | AskFlow;

/** A way that a browser has brought back, and to which door. */
export type ReturnedFlow =
  | { readonly door: 'request'; readonly flow: RequestFlow }
  | { readonly door: 'link'; readonly flow: LinkFlow }
  | { readonly door: 'ask'; readonly flow: AskFlow };
