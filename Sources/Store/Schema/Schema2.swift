/// Version 2 of the schema: what is sold, owed and paid, and the totals. It never changes once it is merged.
///
/// Money is INTEGER minor units of the desk's currency. A quantity is INTEGER thousandths. A discount is INTEGER hundredths of a per cent.
/// A month is INTEGER, year * 12 + month - 1, so that the same month a year ago is twelve less. What triggers maintain is in
/// `Schema2Totals` and `Schema2Standings`.
enum Schema2 {
    static let sql = products + orders + receivables + imports + Schema2Totals.sql + Schema2Standings.sql

    private static let products = """
        CREATE TABLE product_group ( -- what plans and reports sum products by
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          version INTEGER NOT NULL DEFAULT 1,
          name TEXT NOT NULL UNIQUE CHECK (name <> '')
        ) STRICT;
        CREATE TABLE product ( -- what we sell
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          version INTEGER NOT NULL DEFAULT 1,
          key TEXT UNIQUE, -- its number in another system: the match key of imports
          name TEXT NOT NULL CHECK (name <> ''),
          sort_name TEXT NOT NULL,
          group_id INTEGER REFERENCES product_group,
          unit TEXT, -- what one of it is: a pack, a litre
          price INTEGER CHECK (price >= 0), -- list price of one, without VAT; null: none is set
          cost INTEGER CHECK (cost >= 0) -- of one, without VAT; null: unknown. Lines of orders keep their own
        ) STRICT;
        CREATE INDEX product_by_name ON product (sort_name, id);
        CREATE INDEX product_by_group ON product (group_id, sort_name, id);
        CREATE TRIGGER product_counted AFTER INSERT ON product BEGIN
          UPDATE tally SET n = n + 1 WHERE name = 'product';
        END;
        CREATE TRIGGER product_uncounted AFTER DELETE ON product BEGIN
          UPDATE tally SET n = n - 1 WHERE name = 'product';
        END;

        """ + Schema1.searched("product", ["name", "key"])

    /// The worth of a line: quantity times price less discount, rounded half away from zero. Quantity, price and discount are never
    /// negative. The limit keeps the products below within 64 bits.
    private static let worth = """
        quantity INTEGER NOT NULL CHECK (quantity > 0), -- thousandths
          price INTEGER NOT NULL CHECK (price >= 0),
          discount INTEGER NOT NULL CHECK (discount BETWEEN 0 AND 10000), -- hundredths of a per cent
          cost INTEGER CHECK (cost >= 0), -- of one; null: unknown, and with it the income
          turnover INTEGER NOT NULL GENERATED ALWAYS AS ((quantity * price * (10000 - discount) + 5000000) / 10000000) STORED,
          income INTEGER GENERATED ALWAYS AS
            ((quantity * price * (10000 - discount) + 5000000) / 10000000 - (quantity * cost + 500) / 1000) STORED,
          CHECK (quantity * price <= 900000000000000),
          CHECK (quantity * coalesce(cost, 0) <= 900000000000000)
        """

    private static let orders = """
        CREATE TABLE client_order ( -- an order of a client's; what has a shipped day counts, on that day
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          version INTEGER NOT NULL DEFAULT 1,
          number TEXT NOT NULL UNIQUE CHECK (number <> ''), -- the match key of imports
          client_id INTEGER NOT NULL REFERENCES client,
          payer_id INTEGER REFERENCES client CHECK (payer_id <> client_id), -- null: the client pays
          user_id INTEGER REFERENCES user, -- the KAM that the paper names; who gets the credit is the client's KAM of the day
          day TEXT NOT NULL CHECK (day IS date(day)),
          shipped_day TEXT CHECK (shipped_day IS date(shipped_day)),
          status TEXT NOT NULL CHECK (status IN
            ('draft', 'accepted', 'handed', 'confirmed', 'shipped', 'delivered', 'closed', 'refused')),
          reason TEXT CHECK ((reason IS NOT NULL) = (status = 'refused')), -- why it was refused
          note TEXT,
          CHECK ((shipped_day IS NOT NULL) = (status IN ('shipped', 'delivered', 'closed')))
        ) STRICT;
        CREATE INDEX client_order_by_client ON client_order (client_id, day, id);
        CREATE INDEX client_order_by_shipment ON client_order (client_id, shipped_day) WHERE shipped_day IS NOT NULL;
        CREATE INDEX client_order_by_payer ON client_order (payer_id, day, id) WHERE payer_id IS NOT NULL;
        CREATE INDEX client_order_by_day ON client_order (day, id);
        CREATE INDEX client_order_by_status ON client_order (status, day, id);
        CREATE TABLE order_line ( -- a product of an order
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          version INTEGER NOT NULL DEFAULT 1,
          order_id INTEGER NOT NULL REFERENCES client_order,
          product_id INTEGER NOT NULL REFERENCES product,
          \(worth)
        ) STRICT;
        CREATE INDEX order_line_by_order ON order_line (order_id, product_id);
        CREATE INDEX order_line_by_product ON order_line (product_id);
        CREATE TABLE goods_return ( -- what came back of a line, at the price at which it is taken back; counts on its own day
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          version INTEGER NOT NULL DEFAULT 1,
          line_id INTEGER NOT NULL REFERENCES order_line,
          day TEXT NOT NULL CHECK (day IS date(day)),
          reason TEXT NOT NULL CHECK (reason <> ''),
          note TEXT,
          \(worth)
        ) STRICT;
        CREATE INDEX goods_return_by_line ON goods_return (line_id);

        """

    private static let receivables = """
        CREATE TABLE invoice ( -- what a client owes, VAT included
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          version INTEGER NOT NULL DEFAULT 1,
          number TEXT NOT NULL UNIQUE CHECK (number <> ''), -- the match key of imports
          client_id INTEGER NOT NULL REFERENCES client,
          order_id INTEGER REFERENCES client_order,
          day TEXT NOT NULL CHECK (day IS date(day)),
          due_day TEXT NOT NULL CHECK (due_day IS date(due_day) AND due_day >= day),
          amount INTEGER NOT NULL CHECK (amount BETWEEN 0 AND 900000000000000),
          is_disputed INTEGER NOT NULL CHECK (is_disputed IN (0, 1)),
          note TEXT,
          paid INTEGER NOT NULL DEFAULT 0 CHECK (paid BETWEEN 0 AND amount), -- kept: what is allocated to it
          settled_day TEXT -- kept: the day on which it was paid in full; null: it is open
        ) STRICT;
        CREATE INDEX invoice_by_client ON invoice (client_id, day, id);
        CREATE INDEX invoice_by_day ON invoice (day, id);
        CREATE INDEX invoice_open_by_client ON invoice (client_id, due_day, id, day, is_disputed, amount, paid) WHERE paid < amount;
        CREATE INDEX invoice_open_by_due ON invoice (due_day, id, day, is_disputed, amount, paid) WHERE paid < amount;
        CREATE INDEX invoice_settled_by_client ON invoice (client_id, settled_day) WHERE settled_day IS NOT NULL;
        CREATE INDEX invoice_settled_by_day ON invoice (settled_day) WHERE settled_day IS NOT NULL;
        CREATE INDEX invoice_by_order ON invoice (order_id) WHERE order_id IS NOT NULL;
        CREATE TABLE payment ( -- what a client paid
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          version INTEGER NOT NULL DEFAULT 1,
          number TEXT NOT NULL CHECK (number <> ''), -- the bank's, or that of the invoice it settles
          client_id INTEGER NOT NULL REFERENCES client,
          day TEXT NOT NULL CHECK (day IS date(day)),
          amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 900000000000000),
          note TEXT,
          used INTEGER NOT NULL DEFAULT 0 CHECK (used BETWEEN 0 AND amount), -- kept: what is allocated of it; the rest is an advance
          UNIQUE (client_id, number, day)
        ) STRICT;
        CREATE INDEX payment_by_client ON payment (client_id, day, id);
        CREATE INDEX payment_left_by_client ON payment (client_id, day, id, amount, used) WHERE used < amount;
        CREATE TABLE allocation ( -- how much of a payment settles which invoice
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          version INTEGER NOT NULL DEFAULT 1,
          payment_id INTEGER NOT NULL REFERENCES payment,
          invoice_id INTEGER NOT NULL REFERENCES invoice,
          amount INTEGER NOT NULL CHECK (amount > 0),
          UNIQUE (payment_id, invoice_id)
        ) STRICT;
        CREATE INDEX allocation_by_invoice ON allocation (invoice_id);
        CREATE TRIGGER allocation_stays_with_its_client BEFORE INSERT ON allocation
        WHEN (SELECT client_id FROM payment WHERE id = new.payment_id) IS NOT (SELECT client_id FROM invoice WHERE id = new.invoice_id)
        BEGIN SELECT RAISE(ABORT, 'a payment settles invoices of its own client'); END;

        """

    private static let imports = """
        CREATE TABLE import ( -- a file that was brought in; its changes carry its number, so that one press takes them back
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          at INTEGER NOT NULL,
          user_id INTEGER NOT NULL REFERENCES user,
          kind TEXT NOT NULL,
          file TEXT NOT NULL, -- its name as it came
          map TEXT NOT NULL, -- which column fed which field, field=column,...: the next file of the kind begins with it
          state TEXT NOT NULL CHECK (state IN ('running', 'done', 'undone')),
          added INTEGER NOT NULL DEFAULT 0,
          changed INTEGER NOT NULL DEFAULT 0,
          same INTEGER NOT NULL DEFAULT 0,
          refused INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE INDEX import_by_kind ON import (kind, id);
        ALTER TABLE change ADD COLUMN import_id INTEGER REFERENCES import;
        CREATE INDEX change_told_by_client ON change (client_id, id) -- what a dossier shows: not every line of an order
          WHERE client_id IS NOT NULL AND subject NOT IN ('order_line', 'allocation');
        CREATE INDEX change_by_import ON change (import_id, id) WHERE import_id IS NOT NULL;

        """
}
