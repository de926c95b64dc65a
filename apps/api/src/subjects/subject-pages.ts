import { letterSender } from '@habeas/report';
import {
  lookFaults,
  renderSubjectPage,
  SUBJECT_LANGUAGES,
  SUBJECT_POLICY,
  type SubjectAsset,
  subjectAssets,
  type SubjectLanguage,
  type SubjectLook,
  type SubjectView,
} from '@habeas/subject-pages';
import type { Request, Response } from 'express';
import { configuredLook } from '../config/pages-config.js';
import type { ControllerConfig, ServiceConfig } from '../config/service-config.js';
import { subjectHome } from '../composition/subject-home.js';

/** The pages that subjects see, each in its controller's name: of those whose register tells how they are reached. */
export class SubjectPages {
  readonly #looks: ReadonlyMap<string, SubjectLook>;

  constructor({ controllers, pages }: Pick<ServiceConfig, 'controllers' | 'pages'>) {
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

  /** Sends a page to whoever asks below a controller's home, in their language. */
  send(request: Request, response: Response, view: SubjectView): void {
    const look = this.#looks.get(String(request.params['controller']));
    if (look === undefined) throw new Error('A controller without pages.');
    response
      .status(statusOf(view))
      .set({
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-store',
        Vary: 'Accept-Language',
        'Content-Security-Policy': SUBJECT_POLICY,
        // With "no-referrer" browsers would not say where a form was posted from
        'Referrer-Policy': 'same-origin',
      })
      .send(renderSubjectPage(view, look, this.languageOf(request)));
  }
}

function statusOf(view: SubjectView): number {
  if (view.page === 'fault') return view.status;
  if (view.page === 'gone') return 410;
  const problem = 'problem' in view ? view.problem : undefined;
  if (problem === undefined) return 'faults' in view ? 422 : 200;
  const kind = typeof problem === 'string' ? problem : problem.kind;
  return kind === 'wrong' ? 403 : kind === 'too-old' ? 422 : 429;
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
