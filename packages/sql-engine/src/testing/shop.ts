import type { SqlProduct, TableInfo } from '../database.js';
import { table } from './tables.js';

/** The tables of a small shop, as a product would tell them. */
export function shopTables(product: SqlProduct, more: Partial<TableInfo> = {}): readonly TableInfo[] {
  const text = product === 'postgres' ? 'character varying(255)' : 'varchar(255)';
  return [
    table('customer', {
      columns: {
        id: 'int',
        email: text,
        phone: text,
        name: text,
        notes: 'text',
        photo: product === 'postgres' ? 'bytea' : 'longblob',
      },
      indexes: [['email']],
      more,
    }),
    table('address', { columns: { id: 'int', customer_id: 'int', email: text }, indexes: [['customer_id'], ['email']], more }),
    table('order', {
      columns: { shop: 'int', number: 'int', customer_id: 'int', payer_id: 'int', product_id: 'int', placed: 'date' },
      key: ['shop', 'number'],
      indexes: [['customer_id'], ['payer_id']],
      more,
    }),
    table('line', {
      columns: { id: 'int', shop: 'int', number: 'int', price: 'decimal(10,2)' },
      indexes: [['shop', 'number']],
      more,
    }),
    table('comment', {
      columns: { id: 'int', customer_id: 'int', parent_id: 'int' },
      indexes: [['customer_id'], ['parent_id']],
      more,
    }),
    table('product', { columns: { id: 'int', title: text } }),
  ];
}

/** The data map of {@link shopTables}. */
export const SHOP_MAP = `
dataMap: 1
collections:
  customer:
    fields:
      id: { identifier: { kind: id, namespace: shop.customer } }
      email: { identifier: email }
      phone: { identifier: phone }
      name: { identifier: name }
      notes:
      photo:
  address:
    fields: { id:, customer_id:, email: { identifier: { kind: email, of: owner } } }
    references: { customer: { to: customer, on: { customer_id: id }, as: owned } }
  order:
    fields: { shop:, number:, placed: }
    references:
      customer: { to: customer, on: { customer_id: id }, as: owned }
      payer: { to: customer, on: { payer_id: id }, as: owned }
      product: { to: product, on: { product_id: id }, as: context, show: [title] }
  line:
    fields: { id:, price: }
    references: { order: { to: order, on: { shop: shop, number: number }, as: owned } }
  comment:
    fields: { id: }
    references:
      customer: { to: customer, on: { customer_id: id }, as: owned }
      parent: { to: comment, on: { parent_id: id }, as: owned }
  product: { personal: none, reason: The catalogue., fields: { title: } }
`;
