import { appendFileSync } from 'node:fs';
import type { DemoWorld } from '@habeas/example-worlds';
import { CLIENT } from '../oidc/identity-provider.js';

/** The lines of habeas.yaml by which a provider on this machine tells who the guests of the hostel are. */
export function signInLines(issuer: string, more = ''): string {
  return `
signIn:
  issuer: ${issuer}
  clientId: ${CLIENT.id}
  clientSecret: ${CLIENT.secret}
  allowInsecureHttp: true
${more}  identifiers:
    - { claim: email, kind: email }
    - { claim: customer_number, kind: id, namespace: hostel.client }
`;
}

/** Lets the guests of the hostel sign in at a provider. */
export function addSignIn({ hostelConfig }: DemoWorld, issuer: string, more = ''): void {
  appendFileSync(hostelConfig, signInLines(issuer, more));
}
