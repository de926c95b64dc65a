import { Secret } from '@habeas/connector-sdk';
import { ASSERTION_SECONDS, signedAssertion, signedToken } from './assertion.js';
import type { AuthScheme, SchemeOf } from './auth-schema.js';
import type { AuthContext, Authenticator } from './authenticator.js';
import { fixedAuthenticator, withHeader } from './fixed.js';
import { TokenKeeper, type Token } from './token-keeper.js';
import { readTokenReply, type TokenReply } from './token-reply.js';
import { TOKEN_LABEL, tokenRequest } from './token-request.js';

/** Signs requests by a scheme; without one, leaves them as they are. */
export function createAuthenticator(scheme: AuthScheme | undefined, context: AuthContext): Authenticator {
  if (scheme === undefined) return fixedAuthenticator(undefined);
  switch (scheme.type) {
    case 'header':
    case 'basic':
    case 'bearer':
    case 'query':
      return fixedAuthenticator(scheme);
    case 'signed-token':
      return tokenAuthenticator(scheme.prefix, () => ownToken(scheme, context), context);
    case 'client-credentials':
      return tokenAuthenticator(scheme.prefix, () => ask(scheme, clientGrant(scheme), context), context);
    case 'jwt-bearer':
      return tokenAuthenticator(scheme.prefix, () => askWithAssertion(scheme, context), context);
    case 'refresh-token':
      return tokenAuthenticator(scheme.prefix, refreshing(scheme, context), context);
  }
}

function tokenAuthenticator(prefix: string, ask: () => Promise<Token>, { clock }: AuthContext): Authenticator {
  const keeper = new TokenKeeper(ask, clock);
  const credentials = ({ text }: Token): string => `${prefix} ${text.reveal()}`;
  return {
    sign: async (request, signal) => withHeader(request, 'authorization', credentials(await keeper.current(signal))),
    renew: async ({ headers }, signal) => {
      await keeper.other((token) => credentials(token) === headers['authorization'], signal);
      return true;
    },
    baseUrl: async (signal) => (await keeper.current(signal)).baseUrl,
  };
}

async function ownToken(scheme: SchemeOf<'signed-token'>, { clock }: AuthContext): Promise<Token> {
  const now = clock.now();
  return { text: new Secret(await signedToken(scheme, now)), expiresAt: now + ASSERTION_SECONDS * 1000 };
}

type TokenScheme = SchemeOf<'client-credentials' | 'refresh-token' | 'jwt-bearer'>;

async function ask(scheme: TokenScheme, grant: Readonly<Record<string, string>>, context: AuthContext): Promise<TokenReply> {
  const { http, clock, signal } = context;
  const reply = await http.send(tokenRequest(scheme, grant), signal);
  return readTokenReply(reply, { label: TOKEN_LABEL, now: clock.now(), http, baseUrlFrom: scheme.baseUrlFrom });
}

function clientGrant({ scope }: SchemeOf<'client-credentials'>): Record<string, string> {
  return { grant_type: 'client_credentials', ...(scope !== undefined && { scope: scope.reveal() }) };
}

async function askWithAssertion(scheme: SchemeOf<'jwt-bearer'>, context: AuthContext): Promise<Token> {
  const assertion = await signedAssertion(scheme, context.clock.now());
  return ask(scheme, { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }, context);
}

/** Each question uses the refresh token that the one before left; a new one is kept before anything is done with the token. */
function refreshing(scheme: SchemeOf<'refresh-token'>, context: AuthContext): () => Promise<Token> {
  let refreshToken = scheme.refreshToken;
  return async () => {
    const token = await ask(scheme, { grant_type: 'refresh_token', refresh_token: refreshToken.reveal() }, context);
    if (token.refreshToken !== undefined && token.refreshToken.reveal() !== refreshToken.reveal()) {
      refreshToken = token.refreshToken;
      await context.onRotated?.(refreshToken);
    }
    return token;
  };
}
