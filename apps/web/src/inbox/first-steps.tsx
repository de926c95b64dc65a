import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { useDocument } from '../api/use-service.js';
import { usePermissions } from '../app/use-permissions.js';
import { useSpeech } from '../words/use-speech.js';

/** What is done and what is left before the first request, and what has to be written where: the service reads it when it starts. */
export function FirstSteps(): ReactElement | null {
  const { say, language } = useSpeech();
  const permissions = usePermissions();
  const canSee = permissions.has('settings.read') && permissions.has('source.read');
  const settings = useDocument('settings', {}, { enabled: canSee }).data?.settings;
  const sources = useDocument('sources', {}, { enabled: canSee }).data?.sources;
  const register = useDocument('register', { language }, { enabled: canSee }).data;
  if (settings === undefined || sources === undefined || register === undefined) return null;
  const steps = [
    { name: 'controller', isDone: settings.contact !== null && settings.officer !== null, href: '/settings' },
    { name: 'source', isDone: sources.some(({ lastCheck }) => lastCheck?.sound === true), href: '/sources' },
    { name: 'register', isDone: register.register !== null, href: '/register' },
    { name: 'request', isDone: false, href: undefined },
  ] as const;
  return (
    <ol className="steps">
      {steps.map(({ name, isDone, href }) => (
        <li key={name} className={isDone ? 'done-step' : undefined}>
          <strong>{say(`first.${name}`)}</strong> <span className="soft">{say(isDone ? 'first.done' : 'first.left')}</span>
          <p>{say(`first.${name}Text`, { id: settings.id })}</p>
          {href === undefined ? null : <Link href={href}>{say(`first.${name}Link`)}</Link>}
        </li>
      ))}
    </ol>
  );
}
