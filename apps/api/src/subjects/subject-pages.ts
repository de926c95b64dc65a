import { letterSender } from '@habeas/report';
import { lookFaults, renderSubjectPage, type SubjectLanguage, type SubjectLook, type SubjectView } from '@habeas/subject-pages';
import type { Request, Response } from 'express';
import type { ControllerConfig, ServiceConfig } from '../config/service-config.js';
import { subjectHome } from '../composition/subject-home.js';

/** The pages that subjects see, each in its controller's name: of those whose register tells how they are reached. */
export class SubjectPages {
  readonly #looks: ReadonlyMap<string, SubjectLook>;

  constructor(controllers: ServiceConfig['controllers']) {
    this.#looks = new Map(
      [...controllers].flatMap(([id, config]) => {
        const look = lookOf(id, config);
        return look === undefined ? [] : [[id, look] as const];
      }),
    );
  }

  /** Whether a controller has pages. */
  has(controller: string): boolean {
    return this.#looks.has(controller);
  }

  /** Sends a page to whoever asks below a controller's home, in the language that their browser prefers. */
  send(request: Request, response: Response, view: SubjectView): void {
    const look = this.#looks.get(String(request.params['controller']));
    if (look === undefined) throw new Error('A controller without pages.');
    const language = request.acceptsLanguages(...LANGUAGES);
    response
      .status(statusOf(view))
      .set({
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-store',
        Vary: 'Accept-Language',
        // Not "no-referrer": with that, browsers do not say where a form was posted from
        'Referrer-Policy': 'same-origin',
      })
      .send(renderSubjectPage(view, look, language === 'fr' ? 'fr' : 'en'));
  }
}

const LANGUAGES: SubjectLanguage[] = ['en', 'fr'];

function statusOf(view: SubjectView): number {
  if (view.page === 'fault') return view.status;
  if (view.page === 'gone') return 410;
  if (view.page === 'open' && view.problem !== undefined) return view.problem === 'wait' ? 429 : 403;
  return 200;
}

/** How a controller's pages look; nothing where no register says who it is and how it is reached. */
function lookOf(id: string, { register, wording }: ControllerConfig): SubjectLook | undefined {
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
    ...(authority === undefined
      ? {}
      : { legal: { authority: { name: authority.name, ...(authority.url === undefined ? {} : { url: authority.url }) } } }),
  };
  return lookFaults(look).length === 0 ? look : undefined;
}
