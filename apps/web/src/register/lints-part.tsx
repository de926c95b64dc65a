import type { ReactElement } from 'react';
import { useSpeech } from '../words/use-speech.js';
import type { Register } from './shown-register.js';

interface LintsProps {
  readonly register: Pick<Register, 'assumptions' | 'lints' | 'unstated'>;
}

/** What of the register that is in use is to be mended. */
export function LintsPart({ register }: LintsProps): ReactElement {
  const { say } = useSpeech();
  return (
    <section className="part">
      <h2>{say('lints.title')}</h2>
      <Lints register={register} />
    </section>
  );
}

/** What is not as the law wants it, worst first, and what to do; and what nobody has confirmed or stated. */
export function Lints({ register: { lints, assumptions, unstated } }: LintsProps): ReactElement {
  const { say } = useSpeech();
  const sorted = [...lints].sort((one, other) => Number(other.severity === 'blocking') - Number(one.severity === 'blocking'));
  return (
    <>
      <p role="status">{lints.length === 0 ? say('lints.none') : say('lints.count', { count: lints.length })}</p>
      <ul className="findings">
        {sorted.map(({ id, severity, article, text, remedy, path, line }) => (
          <li key={`${id} ${path}`} className={severity}>
            <p>
              <strong>{say(severity === 'blocking' ? 'severity.blocking' : 'severity.warning')}</strong>{' '}
              <span className="soft">
                {article} · <code>{path}</code>
                {line === null ? null : ` · ${say('lints.line', { line })}`}
              </span>
            </p>
            <p lang="en">{text}</p>
            <p lang="en" className="soft">
              {remedy}
            </p>
          </li>
        ))}
      </ul>
      <Gaps title={say('lints.assumed', { count: assumptions.length })} gaps={assumptions} />
      <Gaps title={say('lints.unstated', { count: unstated.length })} gaps={unstated} />
    </>
  );
}

interface GapsProps {
  readonly title: string;
  readonly gaps: Register['assumptions'];
}

function Gaps({ title, gaps }: GapsProps): ReactElement | null {
  if (gaps.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul>
        {gaps.map(({ path, because }) => (
          <li key={path}>
            <code>{path}</code> <span className="soft">{because}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
