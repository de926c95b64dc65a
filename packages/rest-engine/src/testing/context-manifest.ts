import { connectorSkeleton } from '../skeleton/connector-skeleton.js';

const SHARED = `shared:
  event:
    key: [id]
    scopes: [events.read]
    fields: { name: { at: name.text }, opens: { epoch: seconds } }
    read: { each: { get: '/events/\${key.id}', on: { '404': empty } } }
  product:
    key: [id]
    fields: { label: , colour: }
    read: { batch: { size: 2, get: /products, query: { ids: '\${keys}' } } }
collections:
`;

const CONTEXT = `
    context:
      event: { to: event, on: { event_id: id }, show: [name, opens] }
      product: { to: product, on: { line.product: id }, show: [label] }
    of:`;

/** A manifest whose orders refer to events, one by one, and to products, two at a time. */
export function testManifest(): string {
  const text = connectorSkeleton('new-vendor').get('manifest.yaml') ?? '';
  return text.replace('collections:\n', () => SHARED).replace('\n    of:', () => CONTEXT);
}
