import type { SampleKind } from './sample-files.js';

/**
 * One statement, written by hand from the schema, that tells for every customer what one collection holds about them.
 * `_owner` is the customer's e-mail address, `_record` the record's id; every other column is a field of the record under
 * its name in the data map.
 */
export interface OracleStatement {
  readonly collection: string;
  readonly sql: string;
}

const SAKILA_RENTAL = `
  SELECT c.email AS _owner, r.rental_id AS _record, r.rental_id, r.rental_date, r.return_date, r.inventory_id, r.customer_id,
         r.staff_id, f.title AS "inventory.film.title", f.rental_rate AS "inventory.film.rental_rate"
  FROM rental r
  JOIN customer c ON c.customer_id = r.customer_id
  JOIN inventory i ON i.inventory_id = r.inventory_id
  JOIN film f ON f.film_id = i.film_id`;

// Who paid is in payment.customer_id. Its rental says the same in MySQL's edition; in PostgreSQL's it does not for four rows.
const SAKILA_PAYMENT = `
  SELECT c.email AS _owner, p.payment_id AS _record, p.payment_id, p.customer_id, p.staff_id, p.rental_id, p.amount, p.payment_date
  FROM payment p
  JOIN customer c ON c.customer_id = p.customer_id`;

const sakilaCustomer = (active: string): string => `
  SELECT c.email AS _owner, c.customer_id AS _record, c.customer_id, c.store_id, c.first_name, c.last_name, c.email, ${active},
         c.create_date, a.address AS "address.address", a.district AS "address.district", a.phone AS "address.phone",
         t.city AS "address.city.city", n.country AS "address.city.country.country"
  FROM customer c
  JOIN address a ON a.address_id = c.address_id
  JOIN city t ON t.city_id = a.city_id
  JOIN country n ON n.country_id = t.country_id`;

const CHINOOK_CAMEL: readonly OracleStatement[] = [
  {
    collection: 'Customer',
    sql: `
      SELECT Email AS _owner, CustomerId AS _record, CustomerId, FirstName, LastName, Company, Address, City, State, Country,
             PostalCode, Phone, Fax, Email, SupportRepId
      FROM Customer`,
  },
  {
    collection: 'Invoice',
    sql: `
      SELECT c.Email AS _owner, i.InvoiceId AS _record, i.InvoiceId, i.CustomerId, i.InvoiceDate, i.BillingAddress, i.BillingCity,
             i.BillingState, i.BillingCountry, i.BillingPostalCode, i.Total
      FROM Invoice i
      JOIN Customer c ON c.CustomerId = i.CustomerId`,
  },
  {
    collection: 'InvoiceLine',
    sql: `
      SELECT c.Email AS _owner, l.InvoiceLineId AS _record, l.InvoiceLineId, l.InvoiceId, l.TrackId, l.UnitPrice, l.Quantity,
             t.Name AS "track.Name", t.Composer AS "track.Composer", a.Title AS "track.album.Title",
             s.Name AS "track.album.artist.Name", g.Name AS "track.genre.Name"
      FROM InvoiceLine l
      JOIN Invoice i ON i.InvoiceId = l.InvoiceId
      JOIN Customer c ON c.CustomerId = i.CustomerId
      JOIN Track t ON t.TrackId = l.TrackId
      LEFT JOIN Album a ON a.AlbumId = t.AlbumId
      LEFT JOIN Artist s ON s.ArtistId = a.ArtistId
      LEFT JOIN Genre g ON g.GenreId = t.GenreId`,
  },
];

const CHINOOK_SNAKE: readonly OracleStatement[] = [
  {
    collection: 'customer',
    sql: `
      SELECT email AS _owner, customer_id AS _record, customer_id, first_name, last_name, company, address, city, state, country,
             postal_code, phone, fax, email, support_rep_id
      FROM customer`,
  },
  {
    collection: 'invoice',
    sql: `
      SELECT c.email AS _owner, i.invoice_id AS _record, i.invoice_id, i.customer_id, i.invoice_date, i.billing_address,
             i.billing_city, i.billing_state, i.billing_country, i.billing_postal_code, i.total
      FROM invoice i
      JOIN customer c ON c.customer_id = i.customer_id`,
  },
  {
    collection: 'invoice_line',
    sql: `
      SELECT c.email AS _owner, l.invoice_line_id AS _record, l.invoice_line_id, l.invoice_id, l.track_id, l.unit_price,
             l.quantity, t.name AS "track.name", t.composer AS "track.composer", a.title AS "track.album.title",
             s.name AS "track.album.artist.name", g.name AS "track.genre.name"
      FROM invoice_line l
      JOIN invoice i ON i.invoice_id = l.invoice_id
      JOIN customer c ON c.customer_id = i.customer_id
      JOIN track t ON t.track_id = l.track_id
      LEFT JOIN album a ON a.album_id = t.album_id
      LEFT JOIN artist s ON s.artist_id = a.artist_id
      LEFT JOIN genre g ON g.genre_id = t.genre_id`,
  },
];

/** What a search for each customer of the sample has to return, as statements that know nothing of Habeas. */
export const SAMPLE_ORACLES: Readonly<Record<SampleKind, readonly OracleStatement[]>> = {
  'sakila-mysql': [
    { collection: 'customer', sql: sakilaCustomer('c.active') },
    { collection: 'rental', sql: SAKILA_RENTAL },
    { collection: 'payment', sql: SAKILA_PAYMENT },
  ],
  'sakila-postgres': [
    { collection: 'customer', sql: sakilaCustomer('c.activebool, c.active') },
    { collection: 'rental', sql: SAKILA_RENTAL },
    { collection: 'payment', sql: SAKILA_PAYMENT },
  ],
  'chinook-mysql': CHINOOK_CAMEL,
  'chinook-postgres': CHINOOK_SNAKE,
  'chinook-sqlite': CHINOOK_CAMEL,
};
