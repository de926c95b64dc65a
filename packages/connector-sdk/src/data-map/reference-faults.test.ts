import { describe, expect, it } from '@jest/globals';
import { messagesOf, type Change } from '../../test/data-map/shop.js';

const WRONG: readonly (readonly [title: string, changes: readonly Change[], messages: readonly string[]])[] = [
  [
    'a misspelt collection',
    [['to: customer,', 'to: custmer,']],
    [
      'shop.yaml:15:19: collections.order.references.customer.to: there is no collection "custmer" in this data map (did you mean "customer"?)',
    ],
  ],
  [
    'a collection that is not there',
    [['to: customer,', 'to: zebra,']],
    [
      'shop.yaml:15:19: collections.order.references.customer.to: there is no collection "zebra" in this data map (known here: customer, order, shop, city)',
    ],
  ],
  [
    'an owner without personal data',
    [['as: context, show: [name, city.name]', 'as: owned']],
    [
      'shop.yaml:16:15: collections.order.references.shop.to: "owned" says that its rows belong to a person through shop, but shop is declared personal: none, and is not searched (make the reference context, or say which fields of shop identify a person)',
    ],
  ],
  [
    'an owned reference that shows',
    [['as: owned', 'as: owned, show: [name]']],
    [
      'shop.yaml:15:69: collections.order.references.customer.show: show is for context references: the rows that own this one are delivered whole, as records of their own (remove show, or make the reference context)',
    ],
  ],
  [
    'a collection without personal data that belongs to somebody',
    [
      ['to: city, on: { city_id: id }, as: context', 'to: customer, on: { city_id: id }, as: owned'],
      ['city.name', 'name'],
    ],
    [
      'shop.yaml:21:50: collections.shop.references.city.as: "owned" says that its rows belong to a person through customer, but the collection is declared personal: none (remove personal: none, or make the reference context)',
    ],
  ],
  [
    'a depth for a context reference',
    [['as: context, show', 'maxDepth: 2, as: context, show']],
    [
      'shop.yaml:16:46: collections.order.references.shop.maxDepth: maxDepth is for owned references: a context reference is never walked further (remove it)',
    ],
  ],
  [
    'showing through no reference',
    [['city.name', 'town.name']],
    [
      'shop.yaml:16:72: collections.order.references.shop.show.1: shop has no reference "town" to show "name" of (known here: city)',
    ],
  ],
  [
    'showing through a misspelt reference',
    [['city.name', 'citty.name']],
    [
      'shop.yaml:16:72: collections.order.references.shop.show.1: shop has no reference "citty" to show "name" of (did you mean "city"?)',
    ],
  ],
  [
    'showing through a reference to nothing',
    [['to: city,', 'to: town,']],
    [
      'shop.yaml:21:15: collections.shop.references.city.to: there is no collection "town" in this data map (known here: customer, order, shop, city)',
    ],
  ],
  [
    'showing through an owned reference',
    [['to: city, on: { city_id: id }, as: context', 'to: customer, on: { city_id: id }, as: owned']],
    [
      "shop.yaml:16:72: collections.order.references.shop.show.1: shop.city is an owned reference: what it leads to is a person's, and is not shown as context (remove it from show)",
      'shop.yaml:21:50: collections.shop.references.city.as: "owned" says that its rows belong to a person through customer, but the collection is declared personal: none (remove personal: none, or make the reference context)',
    ],
  ],
  [
    'showing a secret',
    [
      [
        'to: shop, on: { shop_id: id }, as: context, show: [name, city.name]',
        'to: customer, on: { shop_id: id }, as: context, show: [password]',
      ],
    ],
    [
      'shop.yaml:16:70: collections.order.references.shop.show.0: customer.password is secret, and would be shown (remove it from show)',
    ],
  ],
];

describe('a data map whose references contradict themselves', () => {
  it.each(WRONG)('is refused for %s, with line, place and remedy', (_title, changes, messages) => {
    expect(messagesOf(changes)).toEqual(messages);
  });
});
