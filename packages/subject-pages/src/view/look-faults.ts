import { type ControllerContact, type LegalTexts, SUBJECT_LANGUAGES, type SubjectLook } from './subject-look.js';

/** What is wrong in a look, each with where: for who reads a configuration. Nothing where pages can be made of it. */
export function lookFaults({ controllerName, colour = '#000000', contact, legal, home }: SubjectLook): readonly string[] {
  return [
    ...faultWhere(controllerName.trim() === '', 'controllerName: is empty'),
    ...faultWhere(!/^#[\da-f]{6}$/iu.test(colour), 'colour: is not of the form #rrggbb'),
    ...faultWhere(!/^\/(?:[\w.~-]+(?:\/[\w.~-]+)*)?$/u.test(home), 'home: is no path such as /ask/hostels'),
    ...contactFaults(contact),
    ...(legal === undefined ? [] : legalFaults(legal)),
  ];
}

function contactFaults({ email, phone, post }: ControllerContact): readonly string[] {
  return [
    ...faultWhere((email ?? phone ?? post) === undefined, 'contact: has neither email, phone nor post'),
    ...faultWhere(email !== undefined && !/^[^\s@?&]+@[^\s@?&]+$/u.test(email), 'contact.email: is no address'),
  ];
}

function legalFaults({ notice, privacy, imprint, authority }: LegalTexts): readonly string[] {
  const links = Object.entries({ privacy, imprint, 'authority.url': authority?.url });
  return [
    ...links.flatMap(([name, url]) =>
      faultWhere(url !== undefined && !isLink(url), `legal.${name}: is neither https: nor a path`),
    ),
    ...SUBJECT_LANGUAGES.flatMap((language) =>
      faultWhere(notice?.[language].trim() === '', `legal.notice.${language}: is empty`),
    ),
  ];
}

function faultWhere(isFault: boolean, fault: string): readonly string[] {
  return isFault ? [fault] : [];
}

/** A place of the same house, or one that is reached over TLS. `//host` is neither. */
function isLink(url: string): boolean {
  return /^\/(?![/\\])\S*$/u.test(url) || (/^https:\/\/\S+$/u.test(url) && URL.canParse(url));
}
