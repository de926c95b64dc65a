import type { TableDesign } from '../database/table-design.js';

/** The shop's tables. */
export const SHOP_TABLES: readonly TableDesign[] = [
  {
    name: 'account',
    columns: {
      account_id: 'bigint',
      customer_no: 'code',
      first_name: 'text',
      last_name: 'text',
      birth_date: 'date',
      email: 'text',
      phone: 'text',
      created_at: 'datetime',
    },
    key: ['account_id'],
    indexes: ['customer_no', 'email', 'phone'],
  },
  {
    name: 'account_email',
    columns: { email_id: 'integer', account_id: 'bigint', email: 'text' },
    key: ['email_id'],
    indexes: ['account_id', 'email'],
  },
  {
    name: 'purchase',
    columns: { purchase_id: 'integer', account_id: 'bigint', placed_at: 'datetime', total: 'decimal' },
    key: ['purchase_id'],
    indexes: ['account_id'],
  },
  {
    name: 'purchase_line',
    columns: { purchase_id: 'integer', line_no: 'integer', article: 'text', price: 'decimal' },
    key: ['purchase_id', 'line_no'],
    indexes: [],
  },
  {
    name: 'guest_purchase',
    columns: { guest_purchase_id: 'integer', email: 'text', full_name: 'text', phone: 'text', total: 'decimal' },
    key: ['guest_purchase_id'],
    indexes: ['email', 'phone'],
  },
];

/** The event platform's tables. */
export const EVENTS_TABLES: readonly TableDesign[] = [
  {
    name: 'attendee',
    columns: {
      attendee_id: 'code',
      first_name: 'text',
      last_name: 'text',
      email: 'text',
      phone: 'text',
      customer_no: 'code',
      badge_no: 'code',
      registered_by: 'text',
      registered_at: 'datetime',
    },
    key: ['attendee_id'],
    indexes: ['email', 'phone', 'customer_no', 'badge_no', 'registered_by'],
  },
  {
    name: 'check_in',
    columns: { attendee_id: 'code', room: 'code', entered_at: 'datetime' },
    key: ['attendee_id', 'room'],
    indexes: [],
  },
];

/** The mailing tool's tables. */
export const MAILING_TABLES: readonly TableDesign[] = [
  {
    name: 'contact',
    columns: { contact_id: 'integer', mail: 'text', full_name: 'text', language: 'code' },
    key: ['contact_id'],
    indexes: ['mail'],
  },
  {
    name: 'delivery',
    columns: { delivery_id: 'integer', contact_id: 'integer', issue: 'integer', sent_at: 'datetime' },
    key: ['delivery_id'],
    indexes: ['contact_id'],
  },
  {
    name: 'click',
    columns: { click_id: 'integer', delivery_id: 'integer', url: 'text' },
    key: ['click_id'],
    indexes: ['delivery_id'],
  },
];
