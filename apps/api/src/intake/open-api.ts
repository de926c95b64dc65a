import { z } from 'zod';
import { SOFTWARE } from '../config/software.js';
import { handedOverSchema, refusalSchema, takenSchema } from './handed-over.schema.js';

const json = (schema: z.ZodType, io: 'input' | 'output'): object => ({
  'application/json': { schema: z.toJSONSchema(schema, { target: 'draft-2020-12', io }) },
});

const refused = (description: string): object => ({ description, content: json(refusalSchema, 'output') });

const header = (name: string, description: string): object => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string' },
});

/** How a request is handed over without GraphQL, in OpenAPI 3.1: what is committed as `openapi.json`. */
export function openApi(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Habeas: handing requests over',
      version: SOFTWARE.version,
      description:
        'One call opens a request. It is proved by the token of a program, or by a signature (Standard Webhooks, symmetric).',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths: { '/requests': { post: handOver() } },
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A token with the scopes request.handOver and request.read.' },
        signature: {
          type: 'apiKey',
          in: 'header',
          name: 'webhook-signature',
          description:
            'v1, and the base64 of the HMAC-SHA256 of "ID.TIMESTAMP.BODY"; with webhook-id, webhook-timestamp and habeas-controller.',
        },
      },
    },
  };
}

function handOver(): object {
  return {
    operationId: 'handOverRequest',
    summary: 'Opens a request that is searched at once and, where the gate is open, answered with nobody touching it.',
    security: [{ token: [] }, { signature: [] }],
    parameters: [
      header('habeas-controller', 'Which controller the request is for. Needed with a signature.'),
      header('webhook-id', 'With a signature: an id of your own, 100 characters at most, another one for each call.'),
      header('webhook-timestamp', 'With a signature: when it was signed, in seconds since 1970; five minutes from now at most.'),
    ],
    requestBody: { required: true, description: '64 KiB at most.', content: json(handedOverSchema, 'input') },
    responses: {
      '201': {
        description: 'It is there; with a key that came before, it was already, and the claim code is new.',
        content: json(takenSchema, 'output'),
      },
      '400': refused('The body is not what it has to be: INVALID_INPUT.'),
      '401': refused('The call is not proved: REFUSED. Why is not said.'),
      '409': refused('The key came before with another content, STALE_KEY, or the request was answered already, WRONG_STATE.'),
      '413': { description: 'The body is too large.' },
      '415': { description: 'The body is not JSON, or is compressed.' },
    },
  };
}

/** The same as text. */
export function printedOpenApi(): string {
  return `${JSON.stringify(openApi(), null, 2)}\n`;
}
