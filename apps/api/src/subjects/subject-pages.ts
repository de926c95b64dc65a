import { letterSender } from '@habeas/report';
import {
  lookFaults,
  renderSubjectPage,
  type SignInProblem,
  SUBJECT_LANGUAGES,
  type SubjectAsset,
  subjectAssets,
  type SubjectLanguage,
  type SubjectLook,
  subjectPolicy,
  type SubjectView,
} from '@habeas/subject-pages';
import type { Request, Response } from 'express';
import { configuredLook } from '../config/pages-config.js';
import type { ControllerConfig, ServiceConfig } from '../config/service-config.js';
import { subjectHome } from '../composition/subject-home.js';

/** The pages that subjects see, each in its controller's name: of those whose register tells how they are reached. */
export class SubjectPages {
  readonly #looks: ReadonlyMap<string, SubjectLook>;
  readonly #providers: ReadonlyMap<string, readonly string[]>;

  constructor({ controllers, pages }: Pick<ServiceConfig, 'controllers' | 'pages'>) {
    this.#providers = new Map([...controllers].map(([id, { signIn }]) => [id, signIn?.origins ?? []]));
    this.#looks = new Map(
      [...controllers].flatMap(([id, config]) => {
        const look = lookOf(id, config, configuredLook(pages[id]));
        return look === undefined ? [] : [[id, look] as const];
      }),
    );
  }

  /** Whether a controller has pages. */
  has(controller: string): boolean {
    return this.#looks.has(controller);
  }

  /** Every file that the pages load. */
  assets(): readonly SubjectAsset[] {
    const colours = [...this.#looks.values()].flatMap(({ colour }) => (colour === undefined ? [] : [colour]));
    return subjectAssets(colours);
  }

  /** The language that was chosen on the page, or else the one that the browser prefers. */
  languageOf(request: Request): SubjectLanguage {
    const chosen = SUBJECT_LANGUAGES.find((language) => language === request.query['language']);
    if (chosen !== undefined) return chosen;
    const preferred = request.acceptsLanguages([...SUBJECT_LANGUAGES]);
    return SUBJECT_LANGUAGES.find((language) => language === preferred) ?? 'en';
  }

  /** Sends a page to whoever asks below a controller's home, in their language where no other is said. */
  send(request: Request, response: Response, view: SubjectView, language = this.languageOf(request)): void {
    const controller = String(request.params['controller']);
    const look = this.#looks.get(controller);
    if (look === undefined) throw new Error('A controller without pages.');
    response
      .status(statusOf(view))
      .set({
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-store',
        Vary: 'Accept-Language',
        'Content-Security-Policy': subjectPolicy(leadsToProvider(view) ? this.#providers.get(controller) : []),
        // With "no-referrer" browsers would not say where a form was posted from
        'Referrer-Policy': 'same-origin',
      })
      .send(renderSubjectPage(view, look, language));
  }
}

/** Whether a form of the page is answered with a redirect to the controller's provider. */
function leadsToProvider(view: SubjectView): boolean {
  return view.page === 'sign-in' || ('maySignIn' in view && view.maySignIn);
}

const SIGN_IN_STATUS: Readonly<Record<SignInProblem, number>> = {
  cancelled: 403,
  away: 503,
  refused: 502,
  strange: 403,
  over: 400,
  often: 429,
  wait: 429,
  unknown: 403,
};

/** Of what is wrong with a form; of anything else there was too much. */
const PROBLEM_STATUS: Readonly<Record<string, number>> = { wrong: 403, account: 403, 'too-old': 422 };

function statusOf(view: SubjectView): number {
  if (view.page === 'fault') return view.status;
  if (view.page === 'sign-in') return SIGN_IN_STATUS[view.why];
  if (view.page === 'gone') return 410;
  const problem = 'problem' in view ? view.problem : undefined;
  if (problem === undefined) return 'faults' in view ? 422 : 200;
  const kind = typeof problem === 'string' ? problem : problem.kind;
  return PROBLEM_STATUS[kind] ?? 429;
}

/** How a controller's pages look; nothing where no register says who it is and how it is reached. */
function lookOf(
  id: string,
  { register, wording }: ControllerConfig,
  { colour, legal }: ReturnType<typeof configuredLook>,
): SubjectLook | undefined {
  if (register === undefined) return undefined;
  const { name, contacts, officer, authority } = letterSender(register.register, wording);
  const valueOf = (type: string): string | undefined => contacts.find((contact) => contact.type === type)?.value;
  const [email, phone, post] = [valueOf('email'), valueOf('phone'), valueOf('post')];
  const look: SubjectLook = {
    controllerName: name,
    home: subjectHome(id),
    contact: {
      ...(email === undefined ? {} : { email }),
      ...(phone === undefined ? {} : { phone }),
      ...(post === undefined ? {} : { post: post.split('\n') }),
      ...(officer === undefined ? {} : { officer }),
    },
    ...(colour === undefined ? {} : { colour }),
    legal: { ...legal, ...(authority === undefined ? {} : { authority: linkedWhereItCan(authority) }) },
  };
  return lookFaults(look).length === 0 ? look : undefined;
}

/** An authority with its link where that can be followed: registers quote policies, and those write `www.cnil.fr`. Its name is enough (OUT-02). */
function linkedWhereItCan({ name, url }: { readonly name: string; readonly url?: string }): {
  readonly name: string;
  readonly url?: string;
} {
  return url?.startsWith('https://') === true ? { name, url } : { name };
}
