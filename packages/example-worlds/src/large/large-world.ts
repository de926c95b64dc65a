import { createConnection, type Connection } from 'mysql2/promise';

/** How large a large world shall be. */
export interface LargeWorldOptions {
  /** Orders of the one subject. */
  readonly records: number;
  /** Orders of everybody else; by default a tenth as many. */
  readonly otherRecords?: number;
  /** Small files of the subject, of about 40 bytes; by default none. */
  readonly attachments?: number;
}

/** Whom to search for, and what there is. */
export interface LargeWorld {
  readonly email: string;
  readonly customerId: number;
  readonly records: number;
  readonly attachments: number;
}

const SUBJECT = 1;
const OTHERS = 1_000;
const EMAIL = 'subject@example.org';

const SCHEMA = [
  `CREATE TABLE customer (
     customer_id INT PRIMARY KEY, email VARCHAR(190) NOT NULL, full_name VARCHAR(120) NOT NULL, KEY customer_email (email)
   ) DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_unicode_ci`,
  `CREATE TABLE orders (
     order_id BIGINT PRIMARY KEY, customer_id INT NOT NULL, order_no VARCHAR(20) NOT NULL, placed_at DATETIME NOT NULL,
     status VARCHAR(12) NOT NULL, currency CHAR(3) NOT NULL, net DECIMAL(12,2) NOT NULL, vat DECIMAL(12,2) NOT NULL,
     quantity INT NOT NULL, article VARCHAR(120) NOT NULL, ship_to VARCHAR(190) NOT NULL, gift TINYINT(1) NOT NULL, note TEXT,
     updated_at TIMESTAMP NOT NULL
   ) DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_unicode_ci`,
  `CREATE TABLE attachment (
     attachment_id BIGINT PRIMARY KEY, customer_id INT NOT NULL, file_name VARCHAR(60) NOT NULL, content LONGBLOB NOT NULL
   ) DEFAULT CHARSET utf8mb4`,
] as const;

/**
 * Fills an empty MariaDB database with one customer of `records` orders (14 columns, some 231 bytes each as CSV: numbers,
 * decimals, times, accents, quotes, NULLs) between the orders of a thousand others. The rows are made by the server, from
 * its own sequence tables, so a million take seconds; they are the same every time. Its data map is `large`.
 */
export async function createLargeWorld(url: string, options: LargeWorldOptions): Promise<LargeWorld> {
  const { records, otherRecords = Math.ceil(records / 10), attachments = 0 } = options;
  await withConnection(url, async (connection) => {
    for (const statement of SCHEMA) await connection.query(statement);
    await connection.query(
      `INSERT INTO customer SELECT seq, IF(seq = ${SUBJECT}, '${EMAIL}', CONCAT('other', seq, '@example.org')), CONCAT('Personne Nº ', seq)
       FROM seq_1_to_${OTHERS + 1}`,
    );
    await insertOrders(connection, records, otherRecords);
    if (attachments > 0)
      await connection.query(
        `INSERT INTO attachment SELECT seq, ${SUBJECT}, CONCAT('note-', seq, '.txt'), CONCAT('Attachment no. ', seq, ': ', MD5(seq))
         FROM seq_1_to_${attachments}`,
      );
    // Sorting once takes half the time of keeping an index sorted row by row.
    await connection.query('CREATE INDEX orders_customer ON orders (customer_id)');
    await connection.query('CREATE INDEX attachment_customer ON attachment (customer_id)');
  });
  return { email: EMAIL, customerId: SUBJECT, records, attachments };
}

/** The subject's orders lie between the others': every k-th row is somebody else's. */
async function insertOrders(connection: Connection, records: number, otherRecords: number): Promise<void> {
  const total = records + otherRecords;
  // floor(n * others / total) grows by one at each row of somebody else, and by `others` over all rows.
  const isOther = `FLOOR(seq * ${otherRecords} / ${total}) > FLOOR((seq - 1) * ${otherRecords} / ${total})`;
  await connection.query(
    `INSERT INTO orders
       SELECT seq, IF(${isOther}, 2 + seq % ${OTHERS}, ${SUBJECT}), CONCAT('ORD-', LPAD(seq, 9, '0')),
              '2015-01-01 08:00:00' + INTERVAL (seq * 173 % 283824000) SECOND, ELT(1 + seq % 4, 'paid', 'shipped', 'returned', 'cancelled'),
              ELT(1 + seq % 3, 'EUR', 'GBP', 'CHF'), (seq * 7919 % 99999) / 100, (seq * 7919 % 99999) / 500, 1 + seq % 12,
              CONCAT(ELT(1 + seq % 5, 'Théière émaillée', 'Cahier à spirale', 'Desk lamp "Ångström"', 'Tasse, grande', 'Étui'), ' ', MD5(seq)),
              CONCAT(1 + seq % 200, ' rue de l’Exemple, ', 10000 + seq % 89999, ' Saint-Étienne'), seq % 2,
              IF(seq % 3 = 0, NULL, CONCAT('Laisser chez le voisin', IF(seq % 7 = 0, ', merci "beaucoup"', ''), '. ', SHA1(seq))),
              '2024-01-01 00:00:00' + INTERVAL (seq % 2592000) SECOND
       FROM seq_1_to_${total}`,
  );
}

/** How long a flat table shall be. */
export interface FlatTableOptions {
  readonly rows: number;
}

/**
 * Fills an empty MariaDB database with one table `contact` of `rows` rows and an index on its e-mail addresses, and returns
 * the address of a row in its middle. Its data map is `flat`.
 */
export async function createFlatTable(url: string, { rows }: FlatTableOptions): Promise<{ readonly email: string }> {
  await withConnection(url, async (connection) => {
    await connection.query(
      `CREATE TABLE contact (contact_id BIGINT PRIMARY KEY, email VARCHAR(64) NOT NULL, note VARCHAR(40) NOT NULL)
       DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_unicode_ci`,
    );
    await connection.query(
      `INSERT INTO contact SELECT seq, CONCAT('person', seq, '@example.org'), CONCAT('Row ', seq) FROM seq_1_to_${rows}`,
    );
    await connection.query('CREATE INDEX contact_email ON contact (email)');
  });
  return { email: `person${Math.ceil(rows / 2)}@example.org` };
}

/** Times are meant in UTC, whatever zone the server keeps. */
async function withConnection(url: string, work: (connection: Connection) => Promise<void>): Promise<void> {
  const connection = await createConnection({ uri: url, charset: 'utf8mb4' });
  try {
    await connection.query("SET SESSION time_zone = '+00:00'");
    await work(connection);
  } finally {
    await connection.end();
  }
}
