import { InvalidInputError, parseDataMap } from '../../src/index.js';

/** A small data map that is right, to be made wrong. */
export const SHOP = `dataMap: 1
title: A shop
unmapped: { job: Technical. }
collections:
  customer: # the person
    key: [id]
    fields:
      id: { identifier: { kind: id, namespace: shop.customer } }
      email: { identifier: email, title: { en: E-mail, fr: Courriel } }
      familyName: { column: family_name, identifier: { kind: name, part: family } }
      password: { secret: true }
      note:
  order:
    references:
      customer: { to: customer, on: { customer_id: id }, as: owned }
      shop: { to: shop, on: { shop_id: id }, as: context, show: [name, city.name] }
  shop:
    personal: none
    reason: Shops.
    references:
      city: { to: city, on: { city_id: id }, as: context }
  city: { personal: none, reason: Places. }
`;

/** One text of {@link SHOP}, and what stands there instead. */
export type Change = readonly [from: string, to: string];

/** The messages of the shop's map with these changes. */
export function messagesOf(changes: readonly Change[]): readonly string[] {
  const text = changes.reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`the map has no ${from}`);
    return changed.replace(from, to);
  }, SHOP);
  try {
    parseDataMap(text, 'shop.yaml');
    return [];
  } catch (error) {
    if (error instanceof InvalidInputError) return error.message.split('\n');
    throw error;
  }
}
