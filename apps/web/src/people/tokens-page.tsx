import { type ReactElement, useState } from 'react';
import type { AcceptedOf } from '../api/service.js';
import { useDocument } from '../api/use-service.js';
import { Button } from '../parts/button.js';
import { Cards } from '../parts/cards.js';
import { ConfirmDialog } from '../parts/confirm-dialog.js';
import { Loaded } from '../parts/loaded.js';
import { Room } from '../parts/room.js';
import { Empty } from '../parts/states.js';
import { useSpeech } from '../words/use-speech.js';
import { IssueDialog } from './issue-dialog.js';

type Token = AcceptedOf<'tokens'>['tokens'][number];

/** The credentials of programs: what each may do, until when, and when it was used last. */
export function TokensPage(): ReactElement {
  const { say } = useSpeech();
  const query = useDocument('tokens', {});
  const [isIssuing, setIssuing] = useState(false);
  const issue = (
    <Button
      weight="main"
      onPress={() => {
        setIssuing(true);
      }}
    >
      {say('tokens.issue')}
    </Button>
  );
  return (
    <Room title={say('room.programs')} lead={say('tokens.lead')} actions={issue}>
      <Loaded query={query}>
        {({ tokens, tokenScopes }) => (
          <>
            {tokens.length === 0 ? <Empty title={say('tokens.none')} /> : <Tokens tokens={tokens} />}
            {isIssuing ? (
              <IssueDialog
                scopes={tokenScopes}
                onClose={() => {
                  setIssuing(false);
                }}
              />
            ) : null}
          </>
        )}
      </Loaded>
    </Room>
  );
}

function Tokens({ tokens }: { readonly tokens: readonly Token[] }): ReactElement {
  const { say, moment } = useSpeech();
  const [leaving, setLeaving] = useState<Token>();
  return (
    <>
      <Cards
        label={say('room.programs')}
        rows={tokens}
        keyOf={({ id }) => id}
        columns={[
          { title: say('tokens.name'), cell: ({ name }) => <bdi>{name}</bdi> },
          { title: say('tokens.scopes'), cell: ({ scopes }) => <Scopes scopes={scopes} /> },
          { title: say('tokens.standing'), cell: (token) => <Standing token={token} /> },
          {
            title: say('tokens.used'),
            cell: ({ lastUsedAt }) => (lastUsedAt === null ? say('tokens.neverUsed') : moment(lastUsedAt)),
          },
          {
            title: say('people.acts'),
            cell: (token) =>
              isOver(token) ? null : (
                <Button
                  weight="grave"
                  aria-label={say('tokens.revokeOf', { name: token.name })}
                  onPress={() => {
                    setLeaving(token);
                  }}
                >
                  {say('tokens.revoke')}
                </Button>
              ),
          },
        ]}
      />
      {leaving === undefined ? null : (
        <RevokeDialog
          token={leaving}
          onClose={() => {
            setLeaving(undefined);
          }}
        />
      )}
    </>
  );
}

function Scopes({ scopes }: Pick<Token, 'scopes'>): ReactElement {
  return (
    <ul className="links">
      {scopes.map((scope) => (
        <li key={scope}>
          <code>{scope}</code>
        </li>
      ))}
    </ul>
  );
}

function isOver({ revokedAt, expiresAt }: Token): boolean {
  return revokedAt !== null || Date.parse(expiresAt) <= Date.now();
}

function Standing({ token }: { readonly token: Token }): ReactElement {
  const { say, day } = useSpeech();
  if (token.revokedAt !== null) return <span className="pill">{say('tokens.revoked', { when: day(token.revokedAt) })}</span>;
  return isOver(token) ? (
    <span className="pill">{say('tokens.expired', { when: day(token.expiresAt) })}</span>
  ) : (
    <span className="pill work">{say('tokens.until', { when: day(token.expiresAt) })}</span>
  );
}

function RevokeDialog({ token, onClose }: { readonly token: Token; readonly onClose: () => void }): ReactElement {
  const { say } = useSpeech();
  return (
    <ConfirmDialog
      change="revokeToken"
      variables={{ id: token.id }}
      shown={['tokens']}
      title={say('tokens.revokeOf', { name: token.name })}
      text={say('tokens.revokeText')}
      submit={say('tokens.revoke')}
      onClose={onClose}
    />
  );
}
