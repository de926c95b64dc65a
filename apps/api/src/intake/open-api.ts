import { z } from 'zod';
import { SOFTWARE } from '../config/software.js';
import { receiptSchema } from '../transmissions/receipt.schema.js';
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
      title: 'Habeas: handing requests over, and data of another controller',
      version: SOFTWARE.version,
      description:
        'One call opens a request, another one takes in what a person has told another controller to send. It is proved by the token of a program, or by a signature (Standard Webhooks, symmetric).',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths: { '/requests': { post: handOver() }, '/transmissions/{id}': { put: transmit() } },
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A token with the scopes request.handOver and request.read.' },
        signature: {
          type: 'apiKey',
          in: 'header',
          name: 'webhook-signature',
          description:
            'v1, and the base64 of the HMAC-SHA256 of "ID.TIMESTAMP.BODY"; with webhook-id, webhook-timestamp and habeas-controller. Of a transmission the text in docs/transmission.md is signed in place of the body.',
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

function transmit(): object {
  return {
    operationId: 'putTransmission',
    summary: 'Takes in the archive of a person that another controller sends on their instruction (Art. 20(2) GDPR).',
    security: [{ signature: [] }],
    parameters: [
      {
        name: 'id',
        in: 'path',
        required: true,
        description: 'What the sender calls it.',
        schema: { type: 'string', pattern: '^[\\w-]{1,60}$' },
      },
      needed('habeas-controller', 'The controller that receives it.'),
      needed('habeas-sha256', 'Of the archive, lower-case hexadecimal.'),
      needed('webhook-id', 'An id of your own, another one for each try.'),
      needed('webhook-timestamp', 'When it was signed, in seconds since 1970; five minutes from now at most.'),
    ],
    requestBody: {
      required: true,
      description: 'An archive as Habeas makes it.',
      content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } },
    },
    responses: {
      '201': {
        description: 'All of it is kept. The same sent again is answered the same.',
        content: json(receiptSchema, 'output'),
      },
      '400': refused('It is not what was announced, or no archive that can be read: INVALID_INPUT.'),
      '401': refused('The call is not proved, or came before: REFUSED. Why is not said.'),
      '409': refused('Another archive came under this id before: STALE_KEY.'),
      '413': refused('It is too large: INVALID_INPUT.'),
      '429': refused('Too many are kept: LIMITED. Try later.'),
    },
  };
}

function needed(name: string, description: string): object {
  return { ...header(name, description), required: true };
}

/** The same as text. */
export function printedOpenApi(): string {
  return `${JSON.stringify(openApi(), null, 2)}\n`;
}
