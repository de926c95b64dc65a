import { type Html, markup } from '@habeas/report';
import type { Scene } from './scene.js';
import { NOTHING, outside, paragraph } from './told.js';

/** On every page: people to talk to, whom to complain to, and the controller's own texts. */
export function footer(scene: Scene): Html {
  const { words, look, paths } = scene;
  const { controllerName: controller, contact, legal = {} } = look;
  const links = [
    { label: words.say('shell.ask'), url: paths.ask },
    { label: words.say('shell.mine'), url: paths.find },
    { label: words.say('shell.privacy'), url: legal.privacy },
    { label: words.say('shell.imprint'), url: legal.imprint },
  ];
  return markup`<footer>
<section aria-labelledby="contact">
<h2 id="contact">${words.say('shell.contact')}</h2>
${contact.officer === undefined ? paragraph(scene, 'shell.write', { controller }) : paragraph(scene, 'shell.officer', { officer: contact.officer, controller })}${ways(scene)}${paragraph(scene, 'shell.otherForms')}</section>
<section aria-labelledby="complain">
<h2 id="complain">${words.say('shell.complain')}</h2>
${authority(scene)}</section>
<ul class="links">
${links.flatMap(({ label, url }) => (url === undefined ? [] : [markup`<li><a href="${url}">${label}</a></li>\n`]))}</ul>
</footer>
`;
}

function ways({ words, look: { contact } }: Scene): Html {
  const { email, phone, post } = contact;
  const mail =
    email === undefined ? NOTHING : way(words.say('shell.email'), markup`<a href="mailto:${email}">${outside(email)}</a>`);
  return markup`<dl>\n${mail}${phoneWay(words.say('shell.phone'), phone)}${post === undefined ? NOTHING : way(words.say('shell.post'), lines(post))}</dl>\n`;
}

/** Complaints go past the controller (Art. 77 to 79 GDPR; OUT-02). */
function authority(scene: Scene): Html {
  const { words, look } = scene;
  const found = look.legal?.authority;
  if (found === undefined) return paragraph(scene, 'shell.noAuthority');
  const { name, url, phone, post } = found;
  const named = url === undefined ? outside(name) : markup`<a href="${url}">${outside(name)}</a>`;
  const where = markup`${phoneWay(words.say('shell.phone'), phone)}${post === undefined ? NOTHING : way(words.say('shell.post'), lines(post))}`;
  return markup`${paragraph(scene, 'shell.authority', { authority: named })}${where.text === '' ? NOTHING : markup`<dl>\n${where}</dl>\n`}`;
}

function phoneWay(label: string, phone: string | undefined): Html {
  if (phone === undefined) return NOTHING;
  return way(label, markup`<a href="tel:${phone.replace(/[^\d+]/gu, '')}">${outside(phone)}</a>`);
}

function way(label: string, value: Html): Html {
  return markup`<div><dt>${label}</dt><dd>${value}</dd></div>\n`;
}

function lines(all: readonly string[]): Html {
  return markup`${all.map((line, index) => markup`${index === 0 ? NOTHING : markup`<br>`}${outside(line)}`)}`;
}
