CREATE TABLE desk ( -- one row: what holds for the whole desk
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL CHECK (name <> ''),
  currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  time_zone TEXT NOT NULL,
  is_open INTEGER NOT NULL DEFAULT 1 CHECK (is_open IN (0, 1)), series TEXT, key_mark BLOB CHECK (length(key_mark) = 16), copy_key BLOB CHECK (length(copy_key) = 32), copy_salt BLOB CHECK (length(copy_salt) = 16), active_months INTEGER NOT NULL DEFAULT 6 CHECK (active_months BETWEEN 1 AND 60), key_percent INTEGER NOT NULL DEFAULT 10 CHECK (key_percent BETWEEN 1 AND 100), critical_percent INTEGER NOT NULL DEFAULT 20 CHECK (critical_percent BETWEEN 1 AND 100), mono_percent INTEGER NOT NULL DEFAULT 70 CHECK (mono_percent BETWEEN 1 AND 100), key_amount INTEGER CHECK (key_amount > 0), npv_rate INTEGER CHECK (npv_rate BETWEEN 0 AND 10000), npv_day TEXT CHECK (npv_day IS date(npv_day))) STRICT;
CREATE TABLE user ( -- one of us; never deleted, for history names them
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''), -- unique, for an import names a KAM by it
  role TEXT NOT NULL CHECK (role IN ('kam', 'head', 'director', 'support', 'administrator', 'reader')),
  tongue TEXT NOT NULL DEFAULT 'en' CHECK (tongue IN ('en', 'ru'))
, department_id INTEGER REFERENCES department, administers INTEGER NOT NULL DEFAULT 0 CHECK (administers IN (0, 1)), is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)), password TEXT, second_secret BLOB, second_step INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE tally ( -- how many rows a table holds, kept by triggers: the rail shows them on every page
  name TEXT PRIMARY KEY,
  n INTEGER NOT NULL CHECK (n >= 0)
) STRICT, WITHOUT ROWID;
CREATE TABLE client ( -- an organisation: buyer, payer, authority, or one we would like to have
  id INTEGER PRIMARY KEY AUTOINCREMENT, -- a number is never given twice, for history names it
  version INTEGER NOT NULL DEFAULT 1,
  key TEXT UNIQUE, -- its number in another system: the match key of imports
  name TEXT NOT NULL CHECK (name <> ''),
  sort_name TEXT NOT NULL, -- without case and quotation marks: lists sort and page by it
  short_name TEXT,
  kind TEXT NOT NULL CHECK (kind IN
    ('hospital', 'pharmacy-chain', 'distributor', 'retailer', 'authority', 'manufacturer', 'other')),
  inn TEXT, kpp TEXT, ogrn TEXT, vat TEXT, -- checked by Domain; not unique, for branches share an INN
  address TEXT, city TEXT, country TEXT, territory TEXT, segment TEXT,
  parent_id INTEGER REFERENCES client CHECK (parent_id <> id),
  phone TEXT, email TEXT, web TEXT, note TEXT
, is_confidential INTEGER NOT NULL DEFAULT 0 CHECK (is_confidential IN (0, 1)), lost_reason TEXT CHECK (lost_reason <> ''), buys_since TEXT CHECK (buys_since IS date(buys_since)), status TEXT NOT NULL DEFAULT 'prospect' -- kept: follows from last_shipped
  CHECK (status IN ('prospect', 'active', 'dormant', 'lost'))) STRICT;
CREATE INDEX client_by_name ON client (sort_name, id);
CREATE INDEX client_by_kind ON client (kind, sort_name, id);
CREATE INDEX client_by_territory ON client (territory, sort_name, id);
CREATE INDEX client_by_segment ON client (segment);
CREATE INDEX client_by_parent ON client (parent_id, sort_name);
CREATE INDEX client_by_inn ON client (inn);
CREATE TRIGGER client_counted AFTER INSERT ON client BEGIN
  UPDATE tally SET n = n + 1 WHERE name = 'client';
END;
CREATE TRIGGER client_uncounted AFTER DELETE ON client BEGIN
  UPDATE tally SET n = n - 1 WHERE name = 'client';
END;
CREATE TABLE client_kam ( -- which of us holds a client, from day to day: shipments count for the KAM of their day
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  client_id INTEGER NOT NULL REFERENCES client,
  user_id INTEGER NOT NULL REFERENCES user,
  from_day TEXT NOT NULL CHECK (from_day IS date(from_day)),
  to_day TEXT CHECK (to_day IS date(to_day) AND to_day >= from_day), note TEXT,
  UNIQUE (client_id, from_day)
) STRICT;
CREATE INDEX client_kam_by_user ON client_kam (user_id, client_id);
CREATE TRIGGER client_kam_is_one BEFORE INSERT ON client_kam
WHEN EXISTS (SELECT 1 FROM client_kam WHERE client_id = new.client_id
  AND from_day <= coalesce(new.to_day, '9999-12-31') AND coalesce(to_day, '9999-12-31') >= new.from_day)
BEGIN SELECT RAISE(ABORT, 'a client has one KAM at a time'); END;
CREATE TABLE person ( -- somebody on the other side: decides, shapes opinion, works with us
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  key TEXT UNIQUE,
  name TEXT NOT NULL CHECK (name <> ''),
  sort_name TEXT NOT NULL,
  is_vip INTEGER NOT NULL CHECK (is_vip IN (0, 1)), -- decides or controls money
  is_kol INTEGER NOT NULL CHECK (is_kol IN (0, 1)), -- shapes colleagues' opinion
  phone TEXT, email TEXT,
  birthday TEXT CHECK (birthday IS date(birthday)),
  note TEXT
) STRICT;
CREATE INDEX person_by_name ON person (sort_name, id);
CREATE INDEX person_vip ON person (sort_name, id) WHERE is_vip = 1;
CREATE INDEX person_kol ON person (sort_name, id) WHERE is_kol = 1;
CREATE INDEX person_by_birthday ON person (substr(birthday, 6)) WHERE birthday IS NOT NULL;
CREATE TRIGGER person_counted AFTER INSERT ON person BEGIN
  UPDATE tally SET n = n + 1 WHERE name = 'person';
END;
CREATE TRIGGER person_uncounted AFTER DELETE ON person BEGIN
  UPDATE tally SET n = n - 1 WHERE name = 'person';
END;
CREATE TABLE post ( -- a person's place at a client: several at once, past ones kept
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  person_id INTEGER NOT NULL REFERENCES person,
  client_id INTEGER NOT NULL REFERENCES client,
  title TEXT,
  role TEXT CHECK (role IN ('decider', 'approver', 'influencer', 'buyer', 'user', 'gatekeeper')),
  from_day TEXT CHECK (from_day IS date(from_day)),
  to_day TEXT CHECK (to_day IS date(to_day) AND to_day >= coalesce(from_day, ''))
) STRICT;
CREATE INDEX post_by_client ON post (client_id, person_id);
CREATE INDEX post_by_person ON post (person_id, client_id);
CREATE INDEX post_by_end ON post (to_day) WHERE to_day IS NOT NULL;
CREATE TABLE interaction ( -- a call, visit, meeting ...: when, about what
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  client_id INTEGER REFERENCES client, -- null: with a person apart from any client
  user_id INTEGER NOT NULL REFERENCES user, -- which of us logged it
  kind TEXT NOT NULL CHECK (kind IN ('call', 'visit', 'meeting', 'informal', 'event', 'message', 'negotiation',
    'training', 'merchandising', 'presentation')),
  day TEXT NOT NULL CHECK (day IS date(day)),
  topic TEXT NOT NULL CHECK (topic <> ''),
  note TEXT,
  mood TEXT CHECK (mood IN ('good', 'even', 'tense')),
  is_confidential INTEGER NOT NULL CHECK (is_confidential IN (0, 1))
, lawful_subject TEXT) STRICT;
CREATE INDEX interaction_by_client ON interaction (client_id, day, id);
CREATE INDEX interaction_by_day ON interaction (day, id);
CREATE TABLE interaction_person ( -- who took part; the day is repeated, so that the last contact is one step away
  person_id INTEGER NOT NULL REFERENCES person,
  day TEXT NOT NULL,
  interaction_id INTEGER NOT NULL REFERENCES interaction ON DELETE CASCADE,
  PRIMARY KEY (person_id, day, interaction_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX interaction_person_by_interaction ON interaction_person (interaction_id, person_id);
CREATE TABLE matter ( -- an agreed matter: what one side promised the other, and by when
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  client_id INTEGER REFERENCES client,
  interaction_id INTEGER REFERENCES interaction, -- where it was agreed; null: noted by itself
  person_id INTEGER REFERENCES person, -- whom of theirs it concerns
  side TEXT NOT NULL CHECK (side IN ('ours', 'theirs')),
  text TEXT NOT NULL CHECK (text <> ''),
  due_day TEXT CHECK (due_day IS date(due_day)),
  done_day TEXT CHECK (done_day IS date(done_day))
, project_id INTEGER REFERENCES vip_project, drop_reason TEXT CHECK (drop_reason <> ''), is_told INTEGER NOT NULL DEFAULT 0 CHECK (is_told IN (0, 1))) STRICT;
CREATE INDEX matter_open_by_client ON matter (client_id, due_day, id) WHERE done_day IS NULL;
CREATE INDEX matter_done_by_client ON matter (client_id, done_day, id) WHERE done_day IS NOT NULL;
CREATE INDEX matter_by_person ON matter (person_id, due_day, id);
CREATE INDEX matter_by_interaction ON matter (interaction_id);
CREATE TABLE change ( -- history: a line for every change of a record, written in the same transaction
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  user_id INTEGER NOT NULL REFERENCES user,
  act TEXT NOT NULL CHECK (act IN ('created', 'changed', 'deleted')),
  subject TEXT NOT NULL, -- the record's table
  record_id INTEGER NOT NULL,
  title TEXT NOT NULL, -- what the record was called then
  client_id INTEGER, -- whose dossier shows the line; no reference, for history outlives what it tells of
  person_id INTEGER, -- whose page shows it
  fields TEXT NOT NULL CHECK (json_valid(fields)) -- {"field": [before, after]}; a reference is {"id", "name"}
, import_id INTEGER REFERENCES import, for_user_id INTEGER REFERENCES user, hash BLOB) STRICT;
CREATE INDEX change_by_client ON change (client_id, id) WHERE client_id IS NOT NULL;
CREATE INDEX change_by_person ON change (person_id, id) WHERE person_id IS NOT NULL;
CREATE INDEX change_by_record ON change (subject, record_id, id);
CREATE INDEX change_by_time ON change (at, id);
CREATE TRIGGER change_is_not_cut BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'history is not cut'); END;
CREATE VIRTUAL TABLE client_search USING fts5(name, short_name, key, inn, city, address, phone, email, web, note,
  content = 'client', content_rowid = 'id', prefix = '2 3', tokenize = 'stems');
CREATE TRIGGER client_indexed AFTER INSERT ON client BEGIN
  INSERT INTO client_search (rowid, name, short_name, key, inn, city, address, phone, email, web, note) VALUES (new.id, new.name, new.short_name, new.key, new.inn, new.city, new.address, new.phone, new.email, new.web, new.note);
END;
CREATE TRIGGER client_unindexed AFTER DELETE ON client BEGIN
  INSERT INTO client_search (client_search, rowid, name, short_name, key, inn, city, address, phone, email, web, note) VALUES ('delete', old.id, old.name, old.short_name, old.key, old.inn, old.city, old.address, old.phone, old.email, old.web, old.note);
END;
CREATE TRIGGER client_reindexed AFTER UPDATE OF name, short_name, key, inn, city, address, phone, email, web, note ON client BEGIN
  INSERT INTO client_search (client_search, rowid, name, short_name, key, inn, city, address, phone, email, web, note) VALUES ('delete', old.id, old.name, old.short_name, old.key, old.inn, old.city, old.address, old.phone, old.email, old.web, old.note);
  INSERT INTO client_search (rowid, name, short_name, key, inn, city, address, phone, email, web, note) VALUES (new.id, new.name, new.short_name, new.key, new.inn, new.city, new.address, new.phone, new.email, new.web, new.note);
END;
CREATE VIRTUAL TABLE person_search USING fts5(name, phone, email, note,
  content = 'person', content_rowid = 'id', prefix = '2 3', tokenize = 'stems');
CREATE TRIGGER person_indexed AFTER INSERT ON person BEGIN
  INSERT INTO person_search (rowid, name, phone, email, note) VALUES (new.id, new.name, new.phone, new.email, new.note);
END;
CREATE TRIGGER person_unindexed AFTER DELETE ON person BEGIN
  INSERT INTO person_search (person_search, rowid, name, phone, email, note) VALUES ('delete', old.id, old.name, old.phone, old.email, old.note);
END;
CREATE TRIGGER person_reindexed AFTER UPDATE OF name, phone, email, note ON person BEGIN
  INSERT INTO person_search (person_search, rowid, name, phone, email, note) VALUES ('delete', old.id, old.name, old.phone, old.email, old.note);
  INSERT INTO person_search (rowid, name, phone, email, note) VALUES (new.id, new.name, new.phone, new.email, new.note);
END;
CREATE VIRTUAL TABLE interaction_search USING fts5(topic, note,
  content = 'interaction', content_rowid = 'id', prefix = '2 3', tokenize = 'stems');
CREATE TRIGGER interaction_indexed AFTER INSERT ON interaction BEGIN
  INSERT INTO interaction_search (rowid, topic, note) VALUES (new.id, new.topic, new.note);
END;
CREATE TRIGGER interaction_unindexed AFTER DELETE ON interaction BEGIN
  INSERT INTO interaction_search (interaction_search, rowid, topic, note) VALUES ('delete', old.id, old.topic, old.note);
END;
CREATE TRIGGER interaction_reindexed AFTER UPDATE OF topic, note ON interaction BEGIN
  INSERT INTO interaction_search (interaction_search, rowid, topic, note) VALUES ('delete', old.id, old.topic, old.note);
  INSERT INTO interaction_search (rowid, topic, note) VALUES (new.id, new.topic, new.note);
END;
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
CREATE VIRTUAL TABLE product_search USING fts5(name, key,
  content = 'product', content_rowid = 'id', prefix = '2 3', tokenize = 'stems');
CREATE TRIGGER product_indexed AFTER INSERT ON product BEGIN
  INSERT INTO product_search (rowid, name, key) VALUES (new.id, new.name, new.key);
END;
CREATE TRIGGER product_unindexed AFTER DELETE ON product BEGIN
  INSERT INTO product_search (product_search, rowid, name, key) VALUES ('delete', old.id, old.name, old.key);
END;
CREATE TRIGGER product_reindexed AFTER UPDATE OF name, key ON product BEGIN
  INSERT INTO product_search (product_search, rowid, name, key) VALUES ('delete', old.id, old.name, old.key);
  INSERT INTO product_search (rowid, name, key) VALUES (new.id, new.name, new.key);
END;
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
  quantity INTEGER NOT NULL CHECK (quantity > 0), -- thousandths
  price INTEGER NOT NULL CHECK (price >= 0),
  discount INTEGER NOT NULL CHECK (discount BETWEEN 0 AND 10000), -- hundredths of a per cent
  cost INTEGER CHECK (cost >= 0), -- of one; null: unknown, and with it the income
  turnover INTEGER NOT NULL GENERATED ALWAYS AS ((quantity * price * (10000 - discount) + 5000000) / 10000000) STORED,
  income INTEGER GENERATED ALWAYS AS
    ((quantity * price * (10000 - discount) + 5000000) / 10000000 - (quantity * cost + 500) / 1000) STORED,
  CHECK (quantity * price <= 900000000000000),
  CHECK (quantity * coalesce(cost, 0) <= 900000000000000)
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
  quantity INTEGER NOT NULL CHECK (quantity > 0), -- thousandths
  price INTEGER NOT NULL CHECK (price >= 0),
  discount INTEGER NOT NULL CHECK (discount BETWEEN 0 AND 10000), -- hundredths of a per cent
  cost INTEGER CHECK (cost >= 0), -- of one; null: unknown, and with it the income
  turnover INTEGER NOT NULL GENERATED ALWAYS AS ((quantity * price * (10000 - discount) + 5000000) / 10000000) STORED,
  income INTEGER GENERATED ALWAYS AS
    ((quantity * price * (10000 - discount) + 5000000) / 10000000 - (quantity * cost + 500) / 1000) STORED,
  CHECK (quantity * price <= 900000000000000),
  CHECK (quantity * coalesce(cost, 0) <= 900000000000000)
) STRICT;
CREATE INDEX goods_return_by_line ON goods_return (line_id);
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
CREATE INDEX change_told_by_client ON change (client_id, id) -- what a dossier shows: not every line of an order
  WHERE client_id IS NOT NULL AND subject NOT IN ('order_line', 'allocation');
CREATE INDEX change_by_import ON change (import_id, id) WHERE import_id IS NOT NULL;
CREATE TABLE clock ( -- one row: the day up to which debts are counted as overdue; a tick moves it on
  id INTEGER PRIMARY KEY CHECK (id = 1),
  day TEXT NOT NULL CHECK (day IS date(day)),
  month INTEGER NOT NULL GENERATED ALWAYS AS (substr(day, 1, 4) * 12 + substr(day, 6, 2) - 1) VIRTUAL
, late_day TEXT NOT NULL DEFAULT '0000-01-01' CHECK (late_day IS date(late_day))) STRICT;
CREATE VIEW sale AS -- every shipment of a line and every return of one, on its day
  SELECT o.client_id, l.product_id, o.shipped_day AS day, o.id AS order_id, l.id AS line_id, NULL AS return_id,
    l.quantity, l.turnover, coalesce(l.income, 0) AS income, iif(l.income IS NULL, l.turnover, 0) AS unknown,
    iif(o.payer_id IS NULL, 0, l.turnover) AS through
  FROM client_order o JOIN order_line l ON l.order_id = o.id WHERE o.shipped_day IS NOT NULL
  UNION ALL
  SELECT o.client_id, l.product_id, r.day, o.id, l.id, r.id,
    -r.quantity, -r.turnover, -coalesce(r.income, 0), iif(r.income IS NULL, r.turnover, 0),
    -iif(o.payer_id IS NULL, 0, r.turnover)
  FROM client_order o JOIN order_line l ON l.order_id = o.id JOIN goods_return r ON r.line_id = l.id
  WHERE o.shipped_day IS NOT NULL;
CREATE TABLE sale_month ( -- sales of a month by client, product and the KAM who held the client on the day
  client_id INTEGER NOT NULL,
  month INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  user_id INTEGER NOT NULL, -- 0: nobody held the client
  n INTEGER NOT NULL, -- shipments and returns in it
  quantity INTEGER NOT NULL,
  turnover INTEGER NOT NULL,
  income INTEGER NOT NULL, -- of what has a known cost
  unknown INTEGER NOT NULL, -- turnover of what has none; what came back adds to it, or both would cancel out
  through INTEGER NOT NULL, -- turnover that another than the client pays
  PRIMARY KEY (client_id, month, product_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE client_month ( -- the same by client
  client_id INTEGER NOT NULL, month INTEGER NOT NULL, n INTEGER NOT NULL,
  turnover INTEGER NOT NULL, income INTEGER NOT NULL, unknown INTEGER NOT NULL, through INTEGER NOT NULL,
  PRIMARY KEY (client_id, month)
) STRICT, WITHOUT ROWID;
CREATE TABLE desk_month ( -- the same for the whole desk
  month INTEGER PRIMARY KEY, n INTEGER NOT NULL,
  turnover INTEGER NOT NULL, income INTEGER NOT NULL, unknown INTEGER NOT NULL, through INTEGER NOT NULL
) STRICT;
CREATE TABLE standing ( -- where a client stands: what lists sort by and Today asks for
  client_id INTEGER PRIMARY KEY REFERENCES client ON DELETE CASCADE,
  month INTEGER NOT NULL, -- the months below are those before it; a tick moves it on
  turnover INTEGER NOT NULL DEFAULT 0, -- of twelve months
  income INTEGER NOT NULL DEFAULT 0,
  unknown INTEGER NOT NULL DEFAULT 0,
  quarter INTEGER NOT NULL DEFAULT 0, -- income of three months
  quarter_before INTEGER NOT NULL DEFAULT 0, -- of the same months a year ago
  quarter_unknown INTEGER NOT NULL DEFAULT 0, -- turnover of unknown cost in both
  overdue INTEGER NOT NULL DEFAULT 0, -- undisputed, due before the clock's day
  late INTEGER NOT NULL DEFAULT 0, -- of it more than 30 days
  is_stale INTEGER NOT NULL DEFAULT 0, -- its orders changed: the three below are made anew before the commit
  last_order TEXT, -- the latest day of an order that is neither draft nor refused
  quiet_day TEXT, -- that day and twice the median interval of the last orders; null: too few to tell
  is_quiet INTEGER NOT NULL DEFAULT 0 CHECK (is_quiet IN (0, 1)), -- the clock has passed it
  last_contact TEXT
, last_shipped TEXT) STRICT;
CREATE INDEX standing_stale ON standing (client_id) WHERE is_stale = 1;
CREATE INDEX standing_by_month ON standing (month);
CREATE INDEX standing_by_income ON standing (income, client_id);
CREATE INDEX standing_by_overdue ON standing (overdue, client_id);
CREATE INDEX standing_by_contact ON standing (coalesce(last_contact, ''), client_id);
CREATE INDEX standing_late ON standing (late, client_id) WHERE late > 0;
CREATE INDEX standing_quiet ON standing (income, client_id) WHERE is_quiet = 1;
CREATE INDEX standing_by_quiet_day ON standing (quiet_day) WHERE is_quiet = 0 AND quiet_day IS NOT NULL;
CREATE TABLE standing_total ( -- one row: the sum of all standings
  id INTEGER PRIMARY KEY CHECK (id = 1),
  turnover INTEGER NOT NULL, income INTEGER NOT NULL, unknown INTEGER NOT NULL, overdue INTEGER NOT NULL
) STRICT;
CREATE TRIGGER order_line_sold AFTER INSERT ON order_line BEGIN
  INSERT INTO sale_month
    SELECT o.client_id, substr(o.shipped_day, 1, 4) * 12 + substr(o.shipped_day, 6, 2) - 1, new.product_id, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = o.client_id AND k.from_day <= o.shipped_day
      AND coalesce(k.to_day, '9999-12-31') >= o.shipped_day), 0), 1,
      new.quantity, new.turnover, coalesce(new.income, 0), iif(new.income IS NULL, new.turnover, 0),
      iif(o.payer_id IS NULL, 0, new.turnover)
    FROM client_order o WHERE o.id = new.order_id AND o.shipped_day IS NOT NULL
    ON CONFLICT DO UPDATE SET n = n + excluded.n, quantity = quantity + excluded.quantity,
    turnover = turnover + excluded.turnover, income = income + excluded.income, unknown = unknown + excluded.unknown,
    through = through + excluded.through;
END;
CREATE TRIGGER goods_return_sold AFTER INSERT ON goods_return BEGIN
  INSERT INTO sale_month
  SELECT s.client_id, substr(s.day, 1, 4) * 12 + substr(s.day, 6, 2) - 1, s.product_id, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = s.client_id AND k.from_day <= s.day
      AND coalesce(k.to_day, '9999-12-31') >= s.day), 0),
    count(*), sum(s.quantity), sum(s.turnover), sum(s.income), sum(s.unknown), sum(s.through)
  FROM sale s WHERE s.return_id = new.id GROUP BY 1, 2, 3, 4
  ON CONFLICT DO UPDATE SET n = n + excluded.n, quantity = quantity + excluded.quantity,
    turnover = turnover + excluded.turnover, income = income + excluded.income, unknown = unknown + excluded.unknown,
    through = through + excluded.through;
END;
CREATE TRIGGER order_line_resells BEFORE UPDATE OF order_id, product_id, quantity, price, discount, cost ON order_line BEGIN
  INSERT INTO sale_month
  SELECT s.client_id, substr(s.day, 1, 4) * 12 + substr(s.day, 6, 2) - 1, s.product_id, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = s.client_id AND k.from_day <= s.day
      AND coalesce(k.to_day, '9999-12-31') >= s.day), 0),
    -count(*), -sum(s.quantity), -sum(s.turnover), -sum(s.income), -sum(s.unknown), -sum(s.through)
  FROM sale s WHERE s.line_id = old.id GROUP BY 1, 2, 3, 4
  ON CONFLICT DO UPDATE SET n = n + excluded.n, quantity = quantity + excluded.quantity,
    turnover = turnover + excluded.turnover, income = income + excluded.income, unknown = unknown + excluded.unknown,
    through = through + excluded.through;
END;
CREATE TRIGGER order_line_resold AFTER UPDATE OF order_id, product_id, quantity, price, discount, cost ON order_line BEGIN
  INSERT INTO sale_month
  SELECT s.client_id, substr(s.day, 1, 4) * 12 + substr(s.day, 6, 2) - 1, s.product_id, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = s.client_id AND k.from_day <= s.day
      AND coalesce(k.to_day, '9999-12-31') >= s.day), 0),
    count(*), sum(s.quantity), sum(s.turnover), sum(s.income), sum(s.unknown), sum(s.through)
  FROM sale s WHERE s.line_id = new.id GROUP BY 1, 2, 3, 4
  ON CONFLICT DO UPDATE SET n = n + excluded.n, quantity = quantity + excluded.quantity,
    turnover = turnover + excluded.turnover, income = income + excluded.income, unknown = unknown + excluded.unknown,
    through = through + excluded.through;
END;
CREATE TRIGGER order_line_unsold BEFORE DELETE ON order_line BEGIN
  INSERT INTO sale_month
  SELECT s.client_id, substr(s.day, 1, 4) * 12 + substr(s.day, 6, 2) - 1, s.product_id, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = s.client_id AND k.from_day <= s.day
      AND coalesce(k.to_day, '9999-12-31') >= s.day), 0),
    -count(*), -sum(s.quantity), -sum(s.turnover), -sum(s.income), -sum(s.unknown), -sum(s.through)
  FROM sale s WHERE s.line_id = old.id GROUP BY 1, 2, 3, 4
  ON CONFLICT DO UPDATE SET n = n + excluded.n, quantity = quantity + excluded.quantity,
    turnover = turnover + excluded.turnover, income = income + excluded.income, unknown = unknown + excluded.unknown,
    through = through + excluded.through;
END;
CREATE TRIGGER goods_return_resells BEFORE UPDATE OF line_id, day, quantity, price, discount, cost ON goods_return BEGIN
  INSERT INTO sale_month
  SELECT s.client_id, substr(s.day, 1, 4) * 12 + substr(s.day, 6, 2) - 1, s.product_id, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = s.client_id AND k.from_day <= s.day
      AND coalesce(k.to_day, '9999-12-31') >= s.day), 0),
    -count(*), -sum(s.quantity), -sum(s.turnover), -sum(s.income), -sum(s.unknown), -sum(s.through)
  FROM sale s WHERE s.return_id = old.id GROUP BY 1, 2, 3, 4
  ON CONFLICT DO UPDATE SET n = n + excluded.n, quantity = quantity + excluded.quantity,
    turnover = turnover + excluded.turnover, income = income + excluded.income, unknown = unknown + excluded.unknown,
    through = through + excluded.through;
END;
CREATE TRIGGER goods_return_resold AFTER UPDATE OF line_id, day, quantity, price, discount, cost ON goods_return BEGIN
  INSERT INTO sale_month
  SELECT s.client_id, substr(s.day, 1, 4) * 12 + substr(s.day, 6, 2) - 1, s.product_id, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = s.client_id AND k.from_day <= s.day
      AND coalesce(k.to_day, '9999-12-31') >= s.day), 0),
    count(*), sum(s.quantity), sum(s.turnover), sum(s.income), sum(s.unknown), sum(s.through)
  FROM sale s WHERE s.return_id = new.id GROUP BY 1, 2, 3, 4
  ON CONFLICT DO UPDATE SET n = n + excluded.n, quantity = quantity + excluded.quantity,
    turnover = turnover + excluded.turnover, income = income + excluded.income, unknown = unknown + excluded.unknown,
    through = through + excluded.through;
END;
CREATE TRIGGER goods_return_unsold BEFORE DELETE ON goods_return BEGIN
  INSERT INTO sale_month
  SELECT s.client_id, substr(s.day, 1, 4) * 12 + substr(s.day, 6, 2) - 1, s.product_id, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = s.client_id AND k.from_day <= s.day
      AND coalesce(k.to_day, '9999-12-31') >= s.day), 0),
    -count(*), -sum(s.quantity), -sum(s.turnover), -sum(s.income), -sum(s.unknown), -sum(s.through)
  FROM sale s WHERE s.return_id = old.id GROUP BY 1, 2, 3, 4
  ON CONFLICT DO UPDATE SET n = n + excluded.n, quantity = quantity + excluded.quantity,
    turnover = turnover + excluded.turnover, income = income + excluded.income, unknown = unknown + excluded.unknown,
    through = through + excluded.through;
END;
CREATE TRIGGER client_order_resells BEFORE UPDATE OF client_id, payer_id, shipped_day ON client_order BEGIN
  INSERT INTO sale_month
  SELECT s.client_id, substr(s.day, 1, 4) * 12 + substr(s.day, 6, 2) - 1, s.product_id, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = s.client_id AND k.from_day <= s.day
      AND coalesce(k.to_day, '9999-12-31') >= s.day), 0),
    -count(*), -sum(s.quantity), -sum(s.turnover), -sum(s.income), -sum(s.unknown), -sum(s.through)
  FROM sale s WHERE s.order_id = old.id GROUP BY 1, 2, 3, 4
  ON CONFLICT DO UPDATE SET n = n + excluded.n, quantity = quantity + excluded.quantity,
    turnover = turnover + excluded.turnover, income = income + excluded.income, unknown = unknown + excluded.unknown,
    through = through + excluded.through;
END;
CREATE TRIGGER client_order_resold AFTER UPDATE OF client_id, payer_id, shipped_day ON client_order BEGIN
  INSERT INTO sale_month
  SELECT s.client_id, substr(s.day, 1, 4) * 12 + substr(s.day, 6, 2) - 1, s.product_id, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = s.client_id AND k.from_day <= s.day
      AND coalesce(k.to_day, '9999-12-31') >= s.day), 0),
    count(*), sum(s.quantity), sum(s.turnover), sum(s.income), sum(s.unknown), sum(s.through)
  FROM sale s WHERE s.order_id = new.id GROUP BY 1, 2, 3, 4
  ON CONFLICT DO UPDATE SET n = n + excluded.n, quantity = quantity + excluded.quantity,
    turnover = turnover + excluded.turnover, income = income + excluded.income, unknown = unknown + excluded.unknown,
    through = through + excluded.through;
END;
CREATE TRIGGER client_order_takes_its_lines BEFORE DELETE ON client_order BEGIN
  DELETE FROM goods_return WHERE line_id IN (SELECT id FROM order_line WHERE order_id = old.id);
  DELETE FROM order_line WHERE order_id = old.id;
END;
CREATE TRIGGER client_kam_credits BEFORE INSERT ON client_kam BEGIN
  INSERT INTO sale_month
  SELECT s.client_id, substr(s.day, 1, 4) * 12 + substr(s.day, 6, 2) - 1, s.product_id, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = s.client_id AND k.from_day <= s.day
      AND coalesce(k.to_day, '9999-12-31') >= s.day), 0),
    -count(*), -sum(s.quantity), -sum(s.turnover), -sum(s.income), -sum(s.unknown), -sum(s.through)
  FROM sale s WHERE s.client_id = new.client_id AND s.day BETWEEN new.from_day AND coalesce(new.to_day, '9999-12-31') GROUP BY 1, 2, 3, 4
  ON CONFLICT DO UPDATE SET n = n + excluded.n, quantity = quantity + excluded.quantity,
    turnover = turnover + excluded.turnover, income = income + excluded.income, unknown = unknown + excluded.unknown,
    through = through + excluded.through;
END;
CREATE TRIGGER client_kam_credited AFTER INSERT ON client_kam BEGIN
  INSERT INTO sale_month
  SELECT s.client_id, substr(s.day, 1, 4) * 12 + substr(s.day, 6, 2) - 1, s.product_id, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = s.client_id AND k.from_day <= s.day
      AND coalesce(k.to_day, '9999-12-31') >= s.day), 0),
    count(*), sum(s.quantity), sum(s.turnover), sum(s.income), sum(s.unknown), sum(s.through)
  FROM sale s WHERE s.client_id = new.client_id AND s.day BETWEEN new.from_day AND coalesce(new.to_day, '9999-12-31') GROUP BY 1, 2, 3, 4
  ON CONFLICT DO UPDATE SET n = n + excluded.n, quantity = quantity + excluded.quantity,
    turnover = turnover + excluded.turnover, income = income + excluded.income, unknown = unknown + excluded.unknown,
    through = through + excluded.through;
END;
CREATE TRIGGER client_kam_recredits BEFORE UPDATE ON client_kam BEGIN
  INSERT INTO sale_month
  SELECT s.client_id, substr(s.day, 1, 4) * 12 + substr(s.day, 6, 2) - 1, s.product_id, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = s.client_id AND k.from_day <= s.day
      AND coalesce(k.to_day, '9999-12-31') >= s.day), 0),
    -count(*), -sum(s.quantity), -sum(s.turnover), -sum(s.income), -sum(s.unknown), -sum(s.through)
  FROM sale s WHERE (s.client_id = old.client_id AND s.day BETWEEN old.from_day AND coalesce(old.to_day, '9999-12-31') OR s.client_id = new.client_id AND s.day BETWEEN new.from_day AND coalesce(new.to_day, '9999-12-31')) GROUP BY 1, 2, 3, 4
  ON CONFLICT DO UPDATE SET n = n + excluded.n, quantity = quantity + excluded.quantity,
    turnover = turnover + excluded.turnover, income = income + excluded.income, unknown = unknown + excluded.unknown,
    through = through + excluded.through;
END;
CREATE TRIGGER client_kam_recredited AFTER UPDATE ON client_kam BEGIN
  INSERT INTO sale_month
  SELECT s.client_id, substr(s.day, 1, 4) * 12 + substr(s.day, 6, 2) - 1, s.product_id, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = s.client_id AND k.from_day <= s.day
      AND coalesce(k.to_day, '9999-12-31') >= s.day), 0),
    count(*), sum(s.quantity), sum(s.turnover), sum(s.income), sum(s.unknown), sum(s.through)
  FROM sale s WHERE (s.client_id = old.client_id AND s.day BETWEEN old.from_day AND coalesce(old.to_day, '9999-12-31') OR s.client_id = new.client_id AND s.day BETWEEN new.from_day AND coalesce(new.to_day, '9999-12-31')) GROUP BY 1, 2, 3, 4
  ON CONFLICT DO UPDATE SET n = n + excluded.n, quantity = quantity + excluded.quantity,
    turnover = turnover + excluded.turnover, income = income + excluded.income, unknown = unknown + excluded.unknown,
    through = through + excluded.through;
END;
CREATE TRIGGER client_kam_discredits BEFORE DELETE ON client_kam BEGIN
  INSERT INTO sale_month
  SELECT s.client_id, substr(s.day, 1, 4) * 12 + substr(s.day, 6, 2) - 1, s.product_id, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = s.client_id AND k.from_day <= s.day
      AND coalesce(k.to_day, '9999-12-31') >= s.day), 0),
    -count(*), -sum(s.quantity), -sum(s.turnover), -sum(s.income), -sum(s.unknown), -sum(s.through)
  FROM sale s WHERE s.client_id = old.client_id AND s.day BETWEEN old.from_day AND coalesce(old.to_day, '9999-12-31') GROUP BY 1, 2, 3, 4
  ON CONFLICT DO UPDATE SET n = n + excluded.n, quantity = quantity + excluded.quantity,
    turnover = turnover + excluded.turnover, income = income + excluded.income, unknown = unknown + excluded.unknown,
    through = through + excluded.through;
END;
CREATE TRIGGER client_kam_discredited AFTER DELETE ON client_kam BEGIN
  INSERT INTO sale_month
  SELECT s.client_id, substr(s.day, 1, 4) * 12 + substr(s.day, 6, 2) - 1, s.product_id, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = s.client_id AND k.from_day <= s.day
      AND coalesce(k.to_day, '9999-12-31') >= s.day), 0),
    count(*), sum(s.quantity), sum(s.turnover), sum(s.income), sum(s.unknown), sum(s.through)
  FROM sale s WHERE s.client_id = old.client_id AND s.day BETWEEN old.from_day AND coalesce(old.to_day, '9999-12-31') GROUP BY 1, 2, 3, 4
  ON CONFLICT DO UPDATE SET n = n + excluded.n, quantity = quantity + excluded.quantity,
    turnover = turnover + excluded.turnover, income = income + excluded.income, unknown = unknown + excluded.unknown,
    through = through + excluded.through;
END;
CREATE TRIGGER sale_month_added AFTER INSERT ON sale_month BEGIN
  INSERT INTO client_month VALUES (new.client_id, new.month, new.n, new.turnover, new.income, new.unknown, new.through)
    ON CONFLICT DO UPDATE SET n = n + excluded.n, turnover = turnover + excluded.turnover,
      income = income + excluded.income, unknown = unknown + excluded.unknown, through = through + excluded.through;
END;
CREATE TRIGGER sale_month_changed AFTER UPDATE ON sale_month BEGIN
  INSERT INTO client_month VALUES (new.client_id, new.month, new.n - old.n, new.turnover - old.turnover, new.income - old.income,
  new.unknown - old.unknown, new.through - old.through)
    ON CONFLICT DO UPDATE SET n = n + excluded.n, turnover = turnover + excluded.turnover,
      income = income + excluded.income, unknown = unknown + excluded.unknown, through = through + excluded.through;
END;
CREATE TRIGGER sale_month_emptied AFTER UPDATE OF n ON sale_month WHEN new.n = 0 BEGIN
  DELETE FROM sale_month WHERE client_id = new.client_id AND month = new.month AND product_id = new.product_id
    AND user_id = new.user_id;
END;
CREATE TRIGGER client_month_added AFTER INSERT ON client_month BEGIN
  INSERT INTO desk_month VALUES (new.month, new.n, new.turnover, new.income, new.unknown, new.through)
    ON CONFLICT DO UPDATE SET n = n + excluded.n, turnover = turnover + excluded.turnover,
      income = income + excluded.income, unknown = unknown + excluded.unknown, through = through + excluded.through;
  UPDATE standing SET turnover = turnover + new.turnover, income = income + new.income, unknown = unknown + new.unknown
    WHERE client_id = new.client_id AND new.month BETWEEN month - 12 AND month - 1;
  UPDATE standing SET quarter = quarter + new.income, quarter_unknown = quarter_unknown + new.unknown
    WHERE client_id = new.client_id AND new.month BETWEEN month - 3 AND month - 1;
  UPDATE standing SET quarter_before = quarter_before + new.income, quarter_unknown = quarter_unknown + new.unknown
    WHERE client_id = new.client_id AND new.month BETWEEN month - 15 AND month - 13;
END;
CREATE TRIGGER client_month_changed AFTER UPDATE ON client_month BEGIN
  INSERT INTO desk_month VALUES (new.month, new.n - old.n, new.turnover - old.turnover, new.income - old.income, new.unknown - old.unknown,
  new.through - old.through)
    ON CONFLICT DO UPDATE SET n = n + excluded.n, turnover = turnover + excluded.turnover,
      income = income + excluded.income, unknown = unknown + excluded.unknown, through = through + excluded.through;
  UPDATE standing SET turnover = turnover + (new.turnover - old.turnover), income = income + (new.income - old.income), unknown = unknown + (new.unknown - old.unknown)
    WHERE client_id = new.client_id AND new.month BETWEEN month - 12 AND month - 1;
  UPDATE standing SET quarter = quarter + (new.income - old.income), quarter_unknown = quarter_unknown + (new.unknown - old.unknown)
    WHERE client_id = new.client_id AND new.month BETWEEN month - 3 AND month - 1;
  UPDATE standing SET quarter_before = quarter_before + (new.income - old.income), quarter_unknown = quarter_unknown + (new.unknown - old.unknown)
    WHERE client_id = new.client_id AND new.month BETWEEN month - 15 AND month - 13;
END;
CREATE TRIGGER client_month_emptied AFTER UPDATE OF n ON client_month WHEN new.n = 0 BEGIN
  DELETE FROM client_month WHERE client_id = new.client_id AND month = new.month;
END;
CREATE TRIGGER desk_month_emptied AFTER UPDATE OF n ON desk_month WHEN new.n = 0 BEGIN
  DELETE FROM desk_month WHERE month = new.month;
END;
CREATE TRIGGER standing_totalled AFTER UPDATE OF turnover, income, unknown, overdue ON standing BEGIN
  UPDATE standing_total SET turnover = turnover + new.turnover - old.turnover, income = income + new.income - old.income,
    unknown = unknown + new.unknown - old.unknown, overdue = overdue + new.overdue - old.overdue;
END;
CREATE TRIGGER standing_untotalled AFTER DELETE ON standing BEGIN
  UPDATE standing_total SET turnover = turnover - old.turnover, income = income - old.income,
    unknown = unknown - old.unknown, overdue = overdue - old.overdue;
END;
CREATE TRIGGER invoice_settles AFTER UPDATE OF day, amount, paid ON invoice BEGIN
  UPDATE invoice SET settled_day = iif(paid < amount, NULL, max(day, coalesce((SELECT max(p.day) FROM allocation a
      JOIN payment p ON p.id = a.payment_id WHERE a.invoice_id = invoice.id), day))) WHERE id = new.id;
END;
CREATE TRIGGER payment_settles AFTER UPDATE OF day ON payment BEGIN
  UPDATE invoice SET settled_day = iif(paid < amount, NULL, max(day, coalesce((SELECT max(p.day) FROM allocation a
      JOIN payment p ON p.id = a.payment_id WHERE a.invoice_id = invoice.id), day))) WHERE id IN (SELECT invoice_id FROM allocation WHERE payment_id = new.id);
END;
CREATE TRIGGER allocation_allocated AFTER INSERT ON allocation BEGIN
  UPDATE payment SET used = used + new.amount WHERE id = new.payment_id;
  UPDATE invoice SET paid = paid + new.amount WHERE id = new.invoice_id;
END;
CREATE TRIGGER allocation_changed AFTER UPDATE OF amount, payment_id, invoice_id ON allocation BEGIN
  UPDATE payment SET used = used - old.amount WHERE id = old.payment_id;
  UPDATE invoice SET paid = paid - old.amount WHERE id = old.invoice_id;
  UPDATE payment SET used = used + new.amount WHERE id = new.payment_id;
  UPDATE invoice SET paid = paid + new.amount WHERE id = new.invoice_id;
END;
CREATE TRIGGER allocation_released AFTER DELETE ON allocation BEGIN
  UPDATE payment SET used = used - old.amount WHERE id = old.payment_id;
  UPDATE invoice SET paid = paid - old.amount WHERE id = old.invoice_id;
END;
CREATE TRIGGER interaction_met AFTER INSERT ON interaction BEGIN
  UPDATE standing SET last_contact = (SELECT max(day) FROM interaction WHERE client_id = new.client_id) WHERE client_id = new.client_id;
END;
CREATE TRIGGER interaction_met_otherwise AFTER UPDATE OF client_id, day ON interaction BEGIN
  UPDATE standing SET last_contact = (SELECT max(day) FROM interaction WHERE client_id = new.client_id) WHERE client_id = new.client_id;
  UPDATE standing SET last_contact = (SELECT max(day) FROM interaction WHERE client_id = old.client_id) WHERE client_id = old.client_id;
END;
CREATE TRIGGER interaction_unmet AFTER DELETE ON interaction BEGIN
  UPDATE standing SET last_contact = (SELECT max(day) FROM interaction WHERE client_id = old.client_id) WHERE client_id = old.client_id;
END;
CREATE TABLE brief ( -- how the next meeting with a client is prepared; the earlier ones are in the history
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  client_id INTEGER NOT NULL UNIQUE REFERENCES client,
  day TEXT CHECK (day IS date(day)),
  aim TEXT, -- what we want
  objection_1 TEXT, answer_1 TEXT, -- what they will object, and the answer: as many as one page holds
  objection_2 TEXT, answer_2 TEXT,
  objection_3 TEXT, answer_3 TEXT
, start_time TEXT
  CHECK (start_time GLOB '[0-2][0-9]:[0-5][0-9]' AND start_time < '24:00'), place TEXT) STRICT;
CREATE TABLE brief_person ( -- who will sit there
  person_id INTEGER NOT NULL REFERENCES person,
  brief_id INTEGER NOT NULL REFERENCES brief ON DELETE CASCADE,
  PRIMARY KEY (person_id, brief_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX brief_person_by_brief ON brief_person (brief_id, person_id);
CREATE TABLE taken_form ( -- the latest forms that were taken, so that one that is sent twice acts once
  id INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,
  change_id INTEGER, -- the last line of history of what it did
  place TEXT NOT NULL -- the address of the page that followed
) STRICT;
CREATE INDEX client_order_by_number ON client_order (number COLLATE NOCASE);
CREATE TABLE department ( -- whose head sees the clients of all its KAMs
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;
CREATE INDEX user_by_department ON user (department_id);
CREATE INDEX user_with_password ON user (id) WHERE password IS NOT NULL;
CREATE TABLE session ( -- a browser that is logged in
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32), -- of its token, which the browser alone has
  user_id INTEGER NOT NULL REFERENCES user,
  started_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  address TEXT NOT NULL, -- from where it was last seen
  browser TEXT NOT NULL -- as it calls itself
) STRICT;
CREATE INDEX session_by_user ON session (user_id);
CREATE TABLE invitation ( -- a one-time way in: to choose a password
  digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
  user_id INTEGER NOT NULL UNIQUE REFERENCES user,
  ends_at INTEGER NOT NULL
) STRICT;
CREATE TABLE recovery_code ( -- each stands once for a code of six digits
  digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
  user_id INTEGER NOT NULL REFERENCES user
) STRICT;
CREATE INDEX recovery_code_by_user ON recovery_code (user_id);
CREATE TABLE absence ( -- an order: who deputises for a colleague, from day to day
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  number TEXT NOT NULL CHECK (number <> ''),
  user_id INTEGER NOT NULL REFERENCES user,
  deputy_id INTEGER NOT NULL REFERENCES user CHECK (deputy_id <> user_id),
  from_day TEXT NOT NULL CHECK (from_day IS date(from_day)),
  to_day TEXT NOT NULL CHECK (to_day IS date(to_day) AND to_day >= from_day)
) STRICT;
CREATE INDEX absence_by_deputy ON absence (deputy_id, to_day);
CREATE INDEX absence_by_user ON absence (user_id, to_day);
CREATE TABLE sight ( -- one row
  id INTEGER PRIMARY KEY CHECK (id = 1),
  n INTEGER NOT NULL
) STRICT;
CREATE VIEW birthday -- asked for by the day of the year
  AS SELECT id AS person_id, birthday AS day FROM person WHERE birthday IS NOT NULL;
CREATE VIEW person_named AS -- what everybody may know of a person, and what their list shows and filters by
  SELECT id, name, sort_name, is_vip, is_kol FROM person;
CREATE TRIGGER sight_moved_by_insert_on_client AFTER INSERT ON client BEGIN UPDATE sight SET n = n + 1; END;
CREATE TRIGGER sight_moved_by_delete_on_client AFTER DELETE ON client BEGIN UPDATE sight SET n = n + 1; END;
CREATE TRIGGER sight_moved_by_update_of_is_confidential_on_client AFTER UPDATE OF is_confidential ON client BEGIN UPDATE sight SET n = n + 1; END;
CREATE TRIGGER sight_moved_by_insert_on_user AFTER INSERT ON user BEGIN UPDATE sight SET n = n + 1; END;
CREATE TRIGGER sight_moved_by_insert_on_client_kam AFTER INSERT ON client_kam BEGIN UPDATE sight SET n = n + 1; END;
CREATE TRIGGER sight_moved_by_update_on_client_kam AFTER UPDATE ON client_kam BEGIN UPDATE sight SET n = n + 1; END;
CREATE TRIGGER sight_moved_by_delete_on_client_kam AFTER DELETE ON client_kam BEGIN UPDATE sight SET n = n + 1; END;
CREATE TRIGGER sight_moved_by_insert_on_absence AFTER INSERT ON absence BEGIN UPDATE sight SET n = n + 1; END;
CREATE TRIGGER sight_moved_by_update_on_absence AFTER UPDATE ON absence BEGIN UPDATE sight SET n = n + 1; END;
CREATE TRIGGER sight_moved_by_delete_on_absence AFTER DELETE ON absence BEGIN UPDATE sight SET n = n + 1; END;
CREATE TRIGGER sight_moved_by_update_of_role_department_id_on_user AFTER UPDATE OF role, department_id ON user BEGIN UPDATE sight SET n = n + 1; END;
CREATE TRIGGER change_follows BEFORE INSERT ON change -- a column that is added cannot be NOT NULL by itself
WHEN typeof(new.hash) <> 'blob' OR length(new.hash) <> 32
BEGIN SELECT RAISE(ABORT, 'a line of history follows from the one before'); END;
CREATE TABLE log ( -- what was done that is no change of a record: who came, was refused, looked, took data out
  id INTEGER PRIMARY KEY AUTOINCREMENT, -- in the order of time
  at INTEGER NOT NULL,
  user_id INTEGER REFERENCES user, -- null: nobody whom the desk knows
  name TEXT, -- what they are called, or what was typed; null: the desk itself
  act TEXT NOT NULL CHECK (act <> ''), -- a word: login, login-failed, password, exported ...
  subject TEXT, -- the table of the record that it was about
  record_id INTEGER,
  title TEXT, -- what the record was called then, or what else there is to say
  address TEXT, -- of the network
  hash BLOB NOT NULL CHECK (length(hash) = 32) -- of the line before and of this one
) STRICT;
CREATE INDEX log_by_user ON log (user_id, id);
CREATE INDEX log_by_record ON log (subject, record_id, id) WHERE subject IS NOT NULL;
CREATE TRIGGER log_is_kept BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is not rewritten'); END;
CREATE TRIGGER log_is_not_cut BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is not cut'); END;
CREATE TRIGGER change_is_kept BEFORE UPDATE ON change
BEGIN SELECT RAISE(ABORT, 'history is not rewritten'); END;
CREATE TABLE tie ( -- what ties two people from day to day, as one of us judged it
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  from_id INTEGER NOT NULL REFERENCES person, -- who is named first: reports, influences, mentors, refers
  to_id INTEGER NOT NULL REFERENCES person CHECK (to_id <> from_id),
  kind TEXT NOT NULL CHECK (kind IN ('reports-to', 'influences', 'mentor-of', 'ally', 'rival', 'family', 'friend',
    'studied-with', 'publishes-with', 'refers-to', 'works-with')),
  from_day TEXT CHECK (from_day IS date(from_day)),
  to_day TEXT CHECK (to_day IS date(to_day) AND to_day >= coalesce(from_day, '')),
  strength INTEGER NOT NULL CHECK (strength BETWEEN 1 AND 3),
  is_positive INTEGER NOT NULL CHECK (is_positive IN (0, 1)),
  certainty TEXT NOT NULL CHECK (certainty IN ('assumed', 'confirmed')),
  source TEXT,
  user_id INTEGER NOT NULL REFERENCES user -- who judged so
) STRICT;
CREATE INDEX tie_by_from ON tie (from_id, to_id);
CREATE INDEX tie_by_to ON tie (to_id, from_id);
CREATE TABLE assessment ( -- what one of us judged of a person at a client on a day; the next one follows it
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  person_id INTEGER NOT NULL REFERENCES person,
  client_id INTEGER NOT NULL REFERENCES client,
  day TEXT NOT NULL CHECK (day IS date(day)),
  power INTEGER CHECK (power BETWEEN 0 AND 5), -- null: not said by this one
  stance INTEGER CHECK (stance BETWEEN -2 AND 2),
  openness INTEGER CHECK (openness BETWEEN 0 AND 3),
  competitor TEXT CHECK (competitor IS NULL OR (power IS NULL AND openness IS NULL)), -- null: the stance is to us
  certainty TEXT NOT NULL CHECK (certainty IN ('assumed', 'confirmed')),
  source TEXT,
  user_id INTEGER NOT NULL REFERENCES user,
  CHECK (coalesce(power, stance, openness) IS NOT NULL)
) STRICT;
CREATE INDEX assessment_by_client ON assessment (client_id, person_id, day, id);
CREATE INDEX assessment_by_person ON assessment (person_id, day, id);
CREATE TABLE ladder_move ( -- a step up or down that a person took with one of us, and what showed it
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  person_id INTEGER NOT NULL REFERENCES person,
  user_id INTEGER NOT NULL REFERENCES user,
  day TEXT NOT NULL CHECK (day IS date(day)),
  step TEXT NOT NULL CHECK (step IN ('none', 'contact', 'acquainted', 'loyal', 'close')),
  theirs TEXT, -- how well they know us
  ours TEXT -- how well we know them
, confirmer_id INTEGER REFERENCES user, confirmed_day TEXT CHECK (confirmed_day IS date(confirmed_day))
  CHECK ((confirmed_day IS NULL) = (confirmer_id IS NULL))) STRICT;
CREATE INDEX ladder_move_by_person ON ladder_move (person_id, user_id, day, id);
CREATE TABLE fact ( -- what is known of a person, with where from and for whose eyes
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  person_id INTEGER NOT NULL REFERENCES person,
  kind TEXT NOT NULL CHECK (kind IN ('speciality', 'education', 'degree', 'publication', 'talk', 'membership', 'language',
    'assistant', 'interest', 'approach', 'boundary', 'other')),
  text TEXT NOT NULL CHECK (text <> ''),
  source TEXT NOT NULL CHECK (source <> ''),
  day TEXT NOT NULL CHECK (day IS date(day)),
  privacy TEXT NOT NULL CHECK (privacy IN ('public', 'internal', 'personal')),
  user_id INTEGER NOT NULL REFERENCES user
) STRICT;
CREATE INDEX fact_by_person ON fact (person_id, kind, day);
CREATE TABLE map_place ( -- where a person stands on a map, so that the picture stays as it was; no record of its own
  map TEXT NOT NULL, -- the address of the map
  viewer_id INTEGER NOT NULL, -- whose picture it is; 0: that of all who see everything
  person_id INTEGER NOT NULL REFERENCES person ON DELETE CASCADE,
  x REAL NOT NULL,
  y REAL NOT NULL,
  is_pinned INTEGER NOT NULL DEFAULT 0 CHECK (is_pinned IN (0, 1)), -- somebody put the person there
  PRIMARY KEY (map, viewer_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX map_place_by_person ON map_place (person_id);
CREATE TABLE map_picture ( -- of which people and ties a map's places were computed
  map TEXT NOT NULL,
  viewer_id INTEGER NOT NULL,
  mark INTEGER NOT NULL, -- a hash of them: where it is another, the places are computed again
  PRIMARY KEY (map, viewer_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE vip_project ( -- work with a person at a client towards a goal; the KAM in charge of the client runs it
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  person_id INTEGER NOT NULL REFERENCES person,
  client_id INTEGER NOT NULL REFERENCES client,
  goal TEXT NOT NULL CHECK (goal <> ''),
  measure TEXT, -- by what we shall see that it is reached
  from_day TEXT NOT NULL CHECK (from_day IS date(from_day)),
  due_day TEXT CHECK (due_day IS date(due_day)),
  closed_day TEXT CHECK (closed_day IS date(closed_day) AND closed_day >= from_day), -- null: it goes on
  outcome TEXT CHECK (outcome IS NULL OR closed_day IS NOT NULL) -- what came of it
) STRICT;
CREATE INDEX vip_project_by_person ON vip_project (person_id);
CREATE INDEX vip_project_by_client ON vip_project (client_id);
CREATE INDEX vip_project_by_closed ON vip_project (closed_day, id);
CREATE TABLE project_review ( -- a joint review by the KAM and a manager; the level of a project changes in no other way
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  project_id INTEGER NOT NULL REFERENCES vip_project,
  day TEXT NOT NULL CHECK (day IS date(day)),
  kam_id INTEGER NOT NULL REFERENCES user, -- whose level it is
  manager_id INTEGER NOT NULL REFERENCES user CHECK (manager_id <> kam_id),
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4), -- D1 to D4
  shown TEXT NOT NULL CHECK (shown <> ''), -- what shows the level
  agreed TEXT,
  next_day TEXT NOT NULL CHECK (next_day IS date(next_day) AND next_day > day) -- when the manager looks in next
) STRICT;
CREATE INDEX project_review_by_project ON project_review (project_id, day, id);
CREATE TABLE project_expense ( -- a line of a project's budget
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  project_id INTEGER NOT NULL REFERENCES vip_project,
  purpose TEXT NOT NULL CHECK (purpose <> ''),
  estimated INTEGER NOT NULL CHECK (estimated >= 0), -- in hundredths of the desk's currency, as all amounts
  committed INTEGER CHECK (committed >= 0),
  actual INTEGER CHECK (actual >= 0),
  approver_id INTEGER REFERENCES user, -- never the KAM; null: not approved yet
  approved_day TEXT CHECK (approved_day IS date(approved_day)),
  CHECK ((approver_id IS NULL) = (approved_day IS NULL)),
  CHECK (approver_id IS NOT NULL OR coalesce(committed, actual) IS NULL)
) STRICT;
CREATE INDEX project_expense_by_project ON project_expense (project_id);
CREATE INDEX matter_by_project ON matter (project_id) WHERE project_id IS NOT NULL;
CREATE INDEX ladder_move_by_user ON ladder_move (user_id, person_id, day, id);
CREATE TABLE event ( -- a congress, a round table, an event of our own
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('congress', 'round-table', 'own')),
  from_day TEXT NOT NULL CHECK (from_day IS date(from_day)),
  to_day TEXT NOT NULL CHECK (to_day IS date(to_day) AND to_day >= from_day),
  place TEXT,
  cost INTEGER CHECK (cost >= 0), -- of all of it
  note TEXT
) STRICT;
CREATE INDEX event_by_day ON event (from_day, id);
CREATE TABLE event_guest ( -- somebody of theirs at an event
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  event_id INTEGER NOT NULL REFERENCES event,
  person_id INTEGER NOT NULL REFERENCES person,
  standing TEXT NOT NULL CHECK (standing IN ('invited', 'accepted', 'declined', 'came', 'missed')),
  user_id INTEGER REFERENCES user, -- which of us accompanies them
  note TEXT,
  UNIQUE (event_id, person_id)
) STRICT;
CREATE INDEX event_guest_by_person ON event_guest (person_id, event_id);
CREATE TABLE talk ( -- a presentation at an event: by one of theirs for us, or by one of us for them
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  event_id INTEGER NOT NULL REFERENCES event,
  topic TEXT NOT NULL CHECK (topic <> ''),
  person_id INTEGER REFERENCES person,
  user_id INTEGER REFERENCES user,
  day TEXT CHECK (day IS date(day)),
  slides TEXT NOT NULL CHECK (slides IN ('none', 'draft', 'agreed', 'given')),
  CHECK ((person_id IS NULL) <> (user_id IS NULL))
) STRICT;
CREATE INDEX talk_by_event ON talk (event_id);
CREATE INDEX talk_by_person ON talk (person_id);
CREATE VIEW event_count AS -- how many are at an event, which everybody may know who knows of the event
  SELECT event_id, count(*) AS invited, sum(standing IN ('accepted', 'came')) AS accepted, sum(standing = 'came') AS came
  FROM event_guest GROUP BY event_id;
CREATE TABLE expected_change ( -- what may move the balance of power at a client
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  client_id INTEGER NOT NULL REFERENCES client,
  person_id INTEGER REFERENCES person, -- whom it concerns; null: nobody alone
  kind TEXT NOT NULL CHECK (kind IN ('retirement', 'appointment', 'election', 'merger', 'other')),
  text TEXT NOT NULL CHECK (text <> ''),
  day TEXT NOT NULL CHECK (day IS date(day)), -- when it is expected
  probability INTEGER NOT NULL CHECK (probability BETWEEN 1 AND 99), -- in percent
  shift INTEGER NOT NULL CHECK (shift BETWEEN -100 AND 100), -- of the balance, where it happens
  source TEXT,
  closed_day TEXT CHECK (closed_day IS date(closed_day)),
  has_happened INTEGER CHECK (has_happened IN (0, 1)), -- null: it is still ahead
  noted_day TEXT NOT NULL CHECK (noted_day IS date(noted_day)), -- since when it is expected
  user_id INTEGER NOT NULL REFERENCES user, -- who expects it
  CHECK ((closed_day IS NULL) = (has_happened IS NULL))
) STRICT;
CREATE INDEX expected_change_by_client ON expected_change (client_id, day, id);
CREATE INDEX expected_change_by_person ON expected_change (person_id);
CREATE INDEX client_confidential ON client (id) WHERE is_confidential = 1;
CREATE INDEX standing_dropped ON standing (quarter_before - quarter, client_id) WHERE quarter_unknown = 0 AND quarter < quarter_before;
CREATE TRIGGER invoice_owed AFTER INSERT ON invoice BEGIN
  UPDATE standing SET overdue = overdue + iif(new.is_disputed = 0 AND new.due_day < c.day, new.amount - new.paid, 0),
    late = late + iif(new.is_disputed = 0 AND new.due_day < c.late_day, new.amount - new.paid, 0)
    FROM clock c WHERE client_id = new.client_id;
  UPDATE tally SET n = n + (new.paid < new.amount) WHERE name = 'open_invoice';
  UPDATE invoice SET settled_day = iif(paid < amount, NULL, max(day, coalesce((SELECT max(p.day) FROM allocation a
      JOIN payment p ON p.id = a.payment_id WHERE a.invoice_id = invoice.id), day))) WHERE id = new.id;
END;
CREATE TRIGGER invoice_owes_otherwise AFTER UPDATE OF client_id, due_day, amount, is_disputed, paid ON invoice BEGIN
  UPDATE standing SET overdue = overdue - iif(old.is_disputed = 0 AND old.due_day < c.day, old.amount - old.paid, 0),
    late = late - iif(old.is_disputed = 0 AND old.due_day < c.late_day, old.amount - old.paid, 0)
    FROM clock c WHERE client_id = old.client_id;
  UPDATE tally SET n = n - (old.paid < old.amount) WHERE name = 'open_invoice';
  UPDATE standing SET overdue = overdue + iif(new.is_disputed = 0 AND new.due_day < c.day, new.amount - new.paid, 0),
    late = late + iif(new.is_disputed = 0 AND new.due_day < c.late_day, new.amount - new.paid, 0)
    FROM clock c WHERE client_id = new.client_id;
  UPDATE tally SET n = n + (new.paid < new.amount) WHERE name = 'open_invoice';
END;
CREATE TRIGGER invoice_no_more_owed AFTER DELETE ON invoice BEGIN
  UPDATE standing SET overdue = overdue - iif(old.is_disputed = 0 AND old.due_day < c.day, old.amount - old.paid, 0),
    late = late - iif(old.is_disputed = 0 AND old.due_day < c.late_day, old.amount - old.paid, 0)
    FROM clock c WHERE client_id = old.client_id;
  UPDATE tally SET n = n - (old.paid < old.amount) WHERE name = 'open_invoice';
END;
CREATE INDEX change_deleted ON change (at, user_id, id) WHERE act = 'deleted';
CREATE INDEX change_client_deleted ON change (at) WHERE act = 'deleted' AND subject = 'client';
CREATE INDEX invoice_by_number ON invoice (number COLLATE NOCASE);
CREATE INDEX payment_by_number ON payment (number COLLATE NOCASE);
CREATE VIRTUAL TABLE named_search USING fts5(words,
  content = 'named_thing', content_rowid = 'id', prefix = '2 3', tokenize = 'stems');
CREATE TRIGGER product_named AFTER INSERT ON product BEGIN
  INSERT INTO named_search (rowid, words) VALUES (new.id * 4 + 0, new.name || ' ' || coalesce(new.key, ''));
END;
CREATE TRIGGER product_unnamed AFTER DELETE ON product BEGIN
  INSERT INTO named_search (named_search, rowid, words) VALUES ('delete', old.id * 4 + 0, old.name || ' ' || coalesce(old.key, ''));
END;
CREATE TRIGGER product_renamed AFTER UPDATE OF name, key ON product BEGIN
  INSERT INTO named_search (named_search, rowid, words) VALUES ('delete', old.id * 4 + 0, old.name || ' ' || coalesce(old.key, ''));
  INSERT INTO named_search (rowid, words) VALUES (new.id * 4 + 0, new.name || ' ' || coalesce(new.key, ''));
END;
CREATE TRIGGER vip_project_named AFTER INSERT ON vip_project BEGIN
  INSERT INTO named_search (rowid, words) VALUES (new.id * 4 + 1, new.goal);
END;
CREATE TRIGGER vip_project_unnamed AFTER DELETE ON vip_project BEGIN
  INSERT INTO named_search (named_search, rowid, words) VALUES ('delete', old.id * 4 + 1, old.goal);
END;
CREATE TRIGGER vip_project_renamed AFTER UPDATE OF goal ON vip_project BEGIN
  INSERT INTO named_search (named_search, rowid, words) VALUES ('delete', old.id * 4 + 1, old.goal);
  INSERT INTO named_search (rowid, words) VALUES (new.id * 4 + 1, new.goal);
END;
CREATE TRIGGER event_named AFTER INSERT ON event BEGIN
  INSERT INTO named_search (rowid, words) VALUES (new.id * 4 + 2, new.name || ' ' || coalesce(new.place, ''));
END;
CREATE TRIGGER event_unnamed AFTER DELETE ON event BEGIN
  INSERT INTO named_search (named_search, rowid, words) VALUES ('delete', old.id * 4 + 2, old.name || ' ' || coalesce(old.place, ''));
END;
CREATE TRIGGER event_renamed AFTER UPDATE OF name, place ON event BEGIN
  INSERT INTO named_search (named_search, rowid, words) VALUES ('delete', old.id * 4 + 2, old.name || ' ' || coalesce(old.place, ''));
  INSERT INTO named_search (rowid, words) VALUES (new.id * 4 + 2, new.name || ' ' || coalesce(new.place, ''));
END;
CREATE TABLE tender_procedure ( -- how customers buy; a new procedure is a row
  key TEXT PRIMARY KEY NOT NULL CHECK (key <> ''),
  place INTEGER NOT NULL UNIQUE, -- its place in lists
  name TEXT NOT NULL CHECK (name <> ''),
  law TEXT,
  stages TEXT NOT NULL, -- words, with spaces between them
  moves TEXT NOT NULL, -- from>to
  rules TEXT NOT NULL, -- deadline>who acts>what a missed one means
  bids_on_last_day INTEGER NOT NULL CHECK (bids_on_last_day IN (0, 1)) -- bidding is on the day on which applications end
) STRICT;
CREATE TABLE tender ( -- a purchase of a client that we follow
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  number TEXT UNIQUE, -- the match key of imports; null before it is published
  title TEXT NOT NULL CHECK (title <> ''),
  client_id INTEGER NOT NULL REFERENCES client,
  procedure TEXT, -- null: unknown; a trigger holds it against the procedures, which are no records
  law TEXT,
  url TEXT,
  currency TEXT, -- null: the desk's
  stage TEXT NOT NULL CHECK (stage IN
    ('signal', 'preparation', 'open', 'bidding', 'decided', 'contract', 'execution', 'closed')),
  announced_day TEXT CHECK (announced_day IS date(announced_day)),
  user_id INTEGER REFERENCES user, -- the KAM of the tender
  side TEXT NOT NULL CHECK (side IN ('we', 'distributor', 'several')),
  partner_id INTEGER REFERENCES client CHECK (partner_id <> client_id), -- who bids with our product
  go TEXT NOT NULL CHECK (go IN ('undecided', 'go', 'no-go')),
  go_user_id INTEGER REFERENCES user,
  go_day TEXT CHECK (go_day IS date(go_day)),
  go_reason TEXT CHECK (go_reason IS NOT NULL OR go <> 'no-go'),
  submitted TEXT, -- when the application was handed in, by the desk's clock: "2026-12-03 09:15"
  receipt TEXT, -- what the platform answered
  lesson TEXT,
  note TEXT
) STRICT;
CREATE INDEX tender_by_client ON tender (client_id, id);
CREATE INDEX tender_by_partner ON tender (partner_id) WHERE partner_id IS NOT NULL;
CREATE INDEX tender_open ON tender (id) WHERE stage <> 'closed';
CREATE INDEX tender_closed ON tender (id) WHERE stage = 'closed';
CREATE VIEW tender_ground -- what the securities of a tender need of it
  AS SELECT id, client_id, currency FROM tender;
CREATE TRIGGER tender_of_a_procedure BEFORE INSERT ON tender
  WHEN new.procedure IS NOT NULL AND NOT EXISTS (SELECT 1 FROM tender_procedure WHERE key = new.procedure) BEGIN
  SELECT RAISE(ABORT, 'no such procedure');
END;
CREATE TRIGGER tender_of_another_procedure BEFORE UPDATE OF procedure ON tender
  WHEN new.procedure IS NOT NULL AND NOT EXISTS (SELECT 1 FROM tender_procedure WHERE key = new.procedure) BEGIN
  SELECT RAISE(ABORT, 'no such procedure');
END;
CREATE TABLE tender_lot ( -- what a tender buys in one piece; the outcome is its own
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  tender_id INTEGER NOT NULL REFERENCES tender,
  key TEXT, -- the match key of imports
  number TEXT,
  subject TEXT NOT NULL CHECK (subject <> ''),
  start INTEGER CHECK (start >= 0), -- in the tender's currency, as published
  vat TEXT NOT NULL CHECK (vat IN ('unknown', 'with', 'without')),
  bases_differ INTEGER NOT NULL DEFAULT 0 CHECK (bases_differ IN (0, 1)),
  outcome TEXT NOT NULL CHECK (outcome IN
    ('undecided', 'won', 'lost', 'rejected', 'withdrawn', 'not-held', 'cancelled')),
  reason TEXT CHECK (reason IN
    ('price', 'rejected', 'origin', 'not-submitted', 'no-go', 'specification', 'other')),
  lesson TEXT
) STRICT;
CREATE INDEX tender_lot_by_tender ON tender_lot (tender_id);
CREATE UNIQUE INDEX tender_lot_by_key ON tender_lot (key) WHERE key IS NOT NULL;
CREATE TABLE lot_bid ( -- who bid for a lot; without a bidder and a tax id it is an anonymous one
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  lot_id INTEGER NOT NULL REFERENCES tender_lot,
  bidder TEXT,
  tax TEXT,
  is_ours INTEGER NOT NULL DEFAULT 0 CHECK (is_ours IN (0, 1)),
  price INTEGER CHECK (price >= 0), -- in the tender's currency
  at TEXT,
  admitted TEXT NOT NULL CHECK (admitted IN ('unknown', 'admitted', 'rejected')),
  ground TEXT,
  is_winner INTEGER NOT NULL DEFAULT 0 CHECK (is_winner IN (0, 1))
) STRICT;
CREATE INDEX lot_bid_by_lot ON lot_bid (lot_id);
CREATE INDEX lot_bid_of_ours ON lot_bid (lot_id, price) WHERE is_ours = 1;
CREATE INDEX lot_bid_by_tax ON lot_bid (tax) WHERE tax IS NOT NULL;
CREATE TABLE tender_deadline ( -- a moment until which something must be done, by the clock of the zone in which it was published
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  tender_id INTEGER NOT NULL REFERENCES tender,
  kind TEXT NOT NULL CHECK (kind IN
    ('questions', 'applications', 'bidding', 'decision', 'complaint', 'signing-ours', 'signing-theirs',
      'delivery', 'acceptance', 'payment', 'security-end', 'other')),
  source TEXT NOT NULL CHECK (source IN ('law', 'notice', 'ours')),
  day TEXT NOT NULL CHECK (day IS date(day)),
  time TEXT NOT NULL CHECK (time <> ''),
  zone TEXT NOT NULL CHECK (zone <> ''),
  consequence TEXT,
  user_id INTEGER REFERENCES user,
  done_day TEXT CHECK (done_day IS date(done_day)),
  note TEXT
) STRICT;
CREATE INDEX tender_deadline_by_tender ON tender_deadline (tender_id, day);
CREATE INDEX tender_deadline_open ON tender_deadline (day) WHERE done_day IS NULL;
CREATE TABLE tender_security ( -- money or a guarantee that secures a bid, a contract or a warranty
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  tender_id INTEGER NOT NULL REFERENCES tender,
  kind TEXT NOT NULL CHECK (kind IN ('bid', 'contract', 'warranty')),
  form TEXT NOT NULL CHECK (form IN ('blocked', 'guarantee', 'money')),
  amount INTEGER CHECK (amount >= 0), -- in the tender's currency
  asked INTEGER CHECK (asked >= 0),
  register TEXT,
  bank TEXT,
  paid_day TEXT CHECK (paid_day IS date(paid_day)),
  from_day TEXT CHECK (from_day IS date(from_day)),
  until_day TEXT CHECK (until_day IS date(until_day)),
  needed_day TEXT CHECK (needed_day IS date(needed_day)),
  asked_back_day TEXT CHECK (asked_back_day IS date(asked_back_day)),
  returned_day TEXT CHECK (returned_day IS date(returned_day)),
  note TEXT
) STRICT;
CREATE INDEX tender_security_by_tender ON tender_security (tender_id);
CREATE INDEX tender_security_bound ON tender_security (paid_day) WHERE returned_day IS NULL;
CREATE TABLE tender_question ( -- a question to the customer about the notice, with the answer
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  tender_id INTEGER NOT NULL REFERENCES tender,
  text TEXT NOT NULL CHECK (text <> ''),
  user_id INTEGER REFERENCES user,
  asked_day TEXT CHECK (asked_day IS date(asked_day)),
  answered_day TEXT CHECK (answered_day IS date(answered_day)),
  answer TEXT
) STRICT;
CREATE INDEX tender_question_by_tender ON tender_question (tender_id);
CREATE TABLE tender_complaint ( -- a complaint about the procedure, which may suspend it
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  tender_id INTEGER NOT NULL REFERENCES tender,
  about TEXT NOT NULL CHECK (about <> ''),
  whose TEXT NOT NULL CHECK (whose <> ''),
  lodged_day TEXT CHECK (lodged_day IS date(lodged_day)),
  from_day TEXT CHECK (from_day IS date(from_day)),
  until_day TEXT CHECK (until_day IS date(until_day)),
  decision TEXT
) STRICT;
CREATE INDEX tender_complaint_by_tender ON tender_complaint (tender_id);
CREATE TABLE tender_notice ( -- a version of the notice: what changed with it
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  tender_id INTEGER NOT NULL REFERENCES tender,
  number INTEGER NOT NULL CHECK (number > 0),
  day TEXT NOT NULL CHECK (day IS date(day)),
  changes TEXT NOT NULL CHECK (changes <> ''),
  UNIQUE (tender_id, number)
) STRICT;
CREATE TABLE go_answer ( -- a question on which it depends whether we take part, with its answer
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  tender_id INTEGER NOT NULL REFERENCES tender,
  question TEXT NOT NULL CHECK (question <> ''),
  answer TEXT NOT NULL CHECK (answer IN ('unknown', 'yes', 'no')),
  remark TEXT,
  UNIQUE (tender_id, question)
) STRICT;
CREATE TABLE fit_line ( -- a requirement of the notice against our product and another
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  tender_id INTEGER NOT NULL REFERENCES tender,
  requirement TEXT NOT NULL CHECK (requirement <> ''),
  ours TEXT,
  theirs TEXT,
  verdict TEXT NOT NULL CHECK (verdict IN ('unknown', 'meets', 'fails')),
  evidence TEXT,
  user_id INTEGER REFERENCES user,
  confirmed_day TEXT CHECK (confirmed_day IS date(confirmed_day))
) STRICT;
CREATE INDEX fit_line_by_tender ON fit_line (tender_id);
CREATE TABLE application_line ( -- what an application needs: a thing that somebody brings, or a paper of ours
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  tender_id INTEGER NOT NULL REFERENCES tender,
  text TEXT NOT NULL CHECK (text <> ''),
  paper TEXT CHECK (paper IN ('licence', 'registration', 'attorney', 'signature', 'accreditation', 'other')),
  product_id INTEGER REFERENCES product,
  user_id INTEGER REFERENCES user,
  due_day TEXT CHECK (due_day IS date(due_day)),
  done_day TEXT CHECK (done_day IS date(done_day)),
  confirmed_day TEXT CHECK (confirmed_day IS date(confirmed_day)),
  receipt TEXT
) STRICT;
CREATE INDEX application_line_by_tender ON application_line (tender_id);
CREATE INDEX application_line_by_paper ON application_line (paper, product_id) WHERE paper IS NOT NULL;
CREATE TABLE lot_item ( -- a product that a lot buys, as the notice asks for it
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  lot_id INTEGER NOT NULL REFERENCES tender_lot,
  name TEXT NOT NULL CHECK (name <> ''),
  product_id INTEGER REFERENCES product,
  quantity INTEGER CHECK (quantity > 0), -- thousandths
  unit TEXT,
  inn_name TEXT,
  form TEXT,
  dose TEXT,
  shelf TEXT,
  shelf_day TEXT CHECK (shelf_day IS date(shelf_day)),
  ceiling INTEGER CHECK (ceiling >= 0), -- of one, in the tender's currency
  origin TEXT NOT NULL CHECK (origin IN ('none', 'ban', 'limit', 'preference'))
) STRICT;
CREATE INDEX lot_item_by_lot ON lot_item (lot_id);
CREATE INDEX lot_item_by_product ON lot_item (product_id) WHERE product_id IS NOT NULL;
CREATE TABLE tender_seat ( -- a seat among those who decide on a tender; without a person nobody knows who sits in it
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  tender_id INTEGER NOT NULL REFERENCES tender,
  role TEXT NOT NULL CHECK (role <> ''),
  person_id INTEGER REFERENCES person,
  user_id INTEGER REFERENCES user,
  note TEXT
) STRICT;
CREATE INDEX tender_seat_by_tender ON tender_seat (tender_id);
CREATE INDEX tender_seat_by_person ON tender_seat (person_id);
CREATE TABLE own_paper ( -- a paper of ours that tenders ask for
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  kind TEXT NOT NULL CHECK (kind IN
    ('licence', 'registration', 'attorney', 'signature', 'accreditation', 'other')),
  number TEXT NOT NULL CHECK (number <> ''),
  product_id INTEGER REFERENCES product,
  user_id INTEGER REFERENCES user,
  scope TEXT CHECK (scope IN ('everything', 'bidding', 'signing')),
  ceiling INTEGER CHECK (ceiling >= 0),
  issued_day TEXT CHECK (issued_day IS date(issued_day)),
  expires_day TEXT CHECK (expires_day IS date(expires_day)),
  note TEXT
) STRICT;
CREATE INDEX own_paper_by_end ON own_paper (expires_day);
CREATE TABLE signal ( -- a movement of money that somebody told of before it happened
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  client_id INTEGER NOT NULL REFERENCES client,
  text TEXT NOT NULL CHECK (text <> ''),
  source TEXT NOT NULL CHECK (source <> ''), -- who said it
  amount INTEGER CHECK (amount >= 0),
  said_day TEXT NOT NULL CHECK (said_day IS date(said_day)),
  expected_day TEXT CHECK (expected_day IS date(expected_day)),
  likelihood TEXT NOT NULL CHECK (likelihood IN ('heard', 'likely', 'sure')),
  user_id INTEGER REFERENCES user,
  state TEXT NOT NULL CHECK (state IN ('open', 'tender', 'plan', 'acquisition', 'died')),
  tender_id INTEGER REFERENCES tender, -- the tender that it became
  reason TEXT CHECK (reason IS NOT NULL OR state <> 'died') -- why nothing came of it
) STRICT;
CREATE INDEX signal_by_tender ON signal (tender_id) WHERE tender_id IS NOT NULL;
CREATE INDEX signal_by_client ON signal (client_id);
CREATE INDEX signal_by_day ON signal (said_day, id);
CREATE INDEX signal_by_source ON signal (source, state);
CREATE TABLE law_rule ( -- a number that a law sets; what no rule says is not known
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL CHECK (name <> ''),
  law TEXT NOT NULL CHECK (law <> ''),
  article TEXT,
  value TEXT NOT NULL CHECK (value <> ''),
  from_day TEXT NOT NULL CHECK (from_day IS date(from_day)),
  to_day TEXT CHECK (to_day IS date(to_day)),
  source TEXT,
  confirmed_by TEXT -- null: no lawyer has confirmed it yet
) STRICT;
CREATE INDEX law_rule_by_name ON law_rule (name, from_day);
CREATE INDEX law_rule_by_law ON law_rule (law, name, from_day);
CREATE TABLE tender_template ( -- what a new tender begins with: a question before go or no-go, or a line of the application
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  kind TEXT NOT NULL CHECK (kind IN ('question', 'line')),
  text TEXT NOT NULL CHECK (text <> ''),
  procedure TEXT, -- null: for every procedure
  paper TEXT CHECK (paper IN ('licence', 'registration', 'attorney', 'signature', 'accreditation', 'other'))
) STRICT;
CREATE INDEX tender_template_by_kind ON tender_template (kind DESC, id);
CREATE TABLE tender_member ( -- a colleague who works on a tender beside its KAM
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  tender_id INTEGER NOT NULL REFERENCES tender,
  user_id INTEGER NOT NULL REFERENCES user,
  duty TEXT NOT NULL CHECK (duty <> '')
) STRICT;
CREATE INDEX tender_member_by_tender ON tender_member (tender_id);
CREATE TABLE tender_delivery ( -- what a contract promises by a day, and what became of it
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  tender_id INTEGER NOT NULL REFERENCES tender,
  what TEXT NOT NULL CHECK (what <> ''),
  amount INTEGER CHECK (amount >= 0), -- in the tender's currency
  due_day TEXT NOT NULL CHECK (due_day IS date(due_day)),
  delivered_day TEXT CHECK (delivered_day IS date(delivered_day)),
  accepted_day TEXT CHECK (accepted_day IS date(accepted_day)),
  payable_day TEXT CHECK (payable_day IS date(payable_day)), -- the last day on which they may pay
  paid_day TEXT CHECK (paid_day IS date(paid_day)),
  penalty INTEGER CHECK (penalty > 0), -- in the tender's currency, against us
  penalty_reason TEXT,
  note TEXT
) STRICT;
CREATE INDEX tender_delivery_by_tender ON tender_delivery (tender_id);
CREATE INDEX tender_delivery_open ON tender_delivery (due_day, id) WHERE paid_day IS NULL;
CREATE TABLE calendar_feed ( -- the secret address at which a calendar reads a colleague's deadlines
  user_id INTEGER PRIMARY KEY NOT NULL REFERENCES user,
  digest BLOB NOT NULL UNIQUE,
  made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX change_of_complaints ON change (client_id) WHERE subject = 'tender_complaint';
CREATE INDEX tender_complaint_suspends ON tender_complaint (tender_id) WHERE from_day IS NOT NULL;
CREATE VIEW named_thing -- what else is searched by its words, in one index, for each index costs a search the same
  AS SELECT id * 4 AS id, name || ' ' || coalesce(key, '') AS words FROM product
  UNION ALL SELECT id * 4 + 1, goal FROM vip_project
  UNION ALL SELECT id * 4 + 2, name || ' ' || coalesce(place, '') FROM event
  UNION ALL SELECT id * 4 + 3, title || ' ' || coalesce(number, '') FROM tender;
CREATE TRIGGER tender_named AFTER INSERT ON tender BEGIN
  INSERT INTO named_search (rowid, words) VALUES (new.id * 4 + 3, new.title || ' ' || coalesce(new.number, ''));
END;
CREATE TRIGGER tender_unnamed AFTER DELETE ON tender BEGIN
  INSERT INTO named_search (named_search, rowid, words) VALUES ('delete', old.id * 4 + 3, old.title || ' ' || coalesce(old.number, ''));
END;
CREATE TRIGGER tender_renamed AFTER UPDATE OF title, number ON tender BEGIN
  INSERT INTO named_search (named_search, rowid, words) VALUES ('delete', old.id * 4 + 3, old.title || ' ' || coalesce(old.number, ''));
  INSERT INTO named_search (rowid, words) VALUES (new.id * 4 + 3, new.title || ' ' || coalesce(new.number, ''));
END;
CREATE TABLE plan_period ( -- a span of days with a name; a quarter may begin on 31 May
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (name <> ''), -- the match key of imports
  kind TEXT NOT NULL CHECK (kind IN ('year', 'quarter', 'month', 'other')),
  from_day TEXT NOT NULL CHECK (from_day IS date(from_day)),
  to_day TEXT NOT NULL CHECK (to_day IS date(to_day)) CHECK (to_day >= from_day)
) STRICT;
CREATE INDEX plan_period_by_day ON plan_period (from_day, to_day DESC);
CREATE TABLE work_year ( -- the days of a year on which work differs from Monday to Friday; a year without a row does not differ
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  year INTEGER NOT NULL UNIQUE CHECK (year BETWEEN 1990 AND 2200),
  free TEXT NOT NULL, -- month and day, with spaces between them
  worked TEXT,
  source TEXT NOT NULL CHECK (source <> ''),
  checked_day TEXT CHECK (checked_day IS date(checked_day)) -- null: nobody has compared it with its source yet
) STRICT;
CREATE TABLE plan ( -- a version of what somebody, or the company, is to reach in a year
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  scope TEXT NOT NULL CHECK (scope IN ('company', 'department', 'kam', 'client')),
  department_id INTEGER REFERENCES department CHECK ((department_id IS NOT NULL) = (scope = 'department')),
  user_id INTEGER REFERENCES user CHECK ((user_id IS NOT NULL) = (scope = 'kam')),
  client_id INTEGER REFERENCES client CHECK ((client_id IS NOT NULL) = (scope = 'client')),
  year INTEGER NOT NULL, -- in which its periods begin
  edition INTEGER NOT NULL CHECK (edition > 0),
  state TEXT NOT NULL CHECK (state IN ('draft', 'proposed', 'agreed')),
  proposed_by INTEGER REFERENCES user,
  proposed_day TEXT CHECK (proposed_day IS date(proposed_day)) CHECK ((proposed_day IS NULL) = (proposed_by IS NULL)),
  agreed_by INTEGER REFERENCES user,
  agreed_day TEXT CHECK (agreed_day IS date(agreed_day)) CHECK ((agreed_day IS NULL) = (agreed_by IS NULL)), -- from then on it holds
  reason TEXT, -- why it follows the version before it
  CHECK ((agreed_day IS NOT NULL) = (state = 'agreed')),
  CHECK (edition = 1 OR reason IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX plan_edition ON plan (year, scope, coalesce(department_id, user_id, client_id, 0), edition);
CREATE INDEX plan_by_client ON plan (client_id) WHERE client_id IS NOT NULL;
CREATE TABLE plan_target ( -- what a version of a plan wants of one measure in one period
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  plan_id INTEGER NOT NULL REFERENCES plan,
  period_id INTEGER NOT NULL REFERENCES plan_period,
  metric TEXT NOT NULL CHECK (metric IN ('income', 'turnover', 'buying', 'new', 'collected')),
  group_id INTEGER REFERENCES product_group, -- null: of all products
  channel TEXT NOT NULL CHECK (channel IN ('both', 'direct', 'through')),
  amount INTEGER CHECK (amount BETWEEN 0 AND 1000000000000000),
  clients INTEGER CHECK (clients BETWEEN 0 AND 1000000000000000),
  CHECK ((clients IS NOT NULL) = (metric IN ('buying', 'new'))),
  CHECK ((amount IS NULL) = (clients IS NOT NULL)),
  CHECK (metric IN ('income', 'turnover') OR (group_id IS NULL AND channel = 'both'))
) STRICT;
CREATE UNIQUE INDEX plan_target_of_plan ON plan_target (plan_id, period_id, metric, channel, coalesce(group_id, 0));
CREATE INDEX plan_target_by_period ON plan_target (period_id);
CREATE INDEX client_order_by_shipped_day ON client_order (shipped_day, client_id) WHERE shipped_day IS NOT NULL;
CREATE INDEX goods_return_by_day ON goods_return (day);
CREATE INDEX payment_by_day ON payment (day, client_id);
CREATE INDEX sale_month_by_month ON sale_month (month);
CREATE INDEX client_by_status ON client (status, sort_name, id);
CREATE VIEW client_named AS -- what everybody may know of a client, and what its list shows and filters by
  SELECT id, name, sort_name, kind, city, status, territory FROM client;
CREATE INDEX client_order_shipped_for_payer ON client_order (payer_id, shipped_day)
  WHERE payer_id IS NOT NULL AND shipped_day IS NOT NULL;
CREATE TRIGGER client_stands AFTER INSERT ON client BEGIN
  INSERT INTO standing (client_id, month, is_stale) SELECT new.id, month, 1 FROM clock;
END;
CREATE TRIGGER client_restands AFTER UPDATE OF lost_reason, buys_since ON client BEGIN
  UPDATE standing SET is_stale = 1 WHERE client_id = new.id;
END;
CREATE TRIGGER client_order_placed AFTER INSERT ON client_order BEGIN
  UPDATE standing SET is_stale = 1 WHERE client_id IN (new.client_id, new.payer_id);
  UPDATE tally SET n = n + (new.status IN ('draft', 'accepted', 'handed', 'confirmed')) WHERE name = 'open_order';
END;
CREATE TRIGGER client_order_moved AFTER UPDATE OF client_id, payer_id, day, shipped_day, status ON client_order BEGIN
  UPDATE standing SET is_stale = 1 WHERE client_id IN (new.client_id, old.client_id, new.payer_id, old.payer_id);
  UPDATE tally SET n = n + (new.status IN ('draft', 'accepted', 'handed', 'confirmed'))
    - (old.status IN ('draft', 'accepted', 'handed', 'confirmed')) WHERE name = 'open_order';
END;
CREATE TRIGGER client_order_withdrawn AFTER DELETE ON client_order BEGIN
  UPDATE standing SET is_stale = 1 WHERE client_id IN (old.client_id, old.payer_id);
  UPDATE tally SET n = n - (old.status IN ('draft', 'accepted', 'handed', 'confirmed')) WHERE name = 'open_order';
END;
CREATE TABLE kam_day ( -- sales of a day by the KAM who held the client on it
  day TEXT NOT NULL,
  user_id INTEGER NOT NULL, -- 0: nobody held the client
  n INTEGER NOT NULL, -- shipments and returns on it
  turnover INTEGER NOT NULL,
  income INTEGER NOT NULL, -- of what has a known cost
  unknown INTEGER NOT NULL, -- turnover of what has none
  through INTEGER NOT NULL, -- turnover that another than the client pays
  PRIMARY KEY (day, user_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE debt_month ( -- how the undisputed debt of all clients changed in a month
  month INTEGER PRIMARY KEY,
  n INTEGER NOT NULL, -- what counts in it: each invoice twice, and each payment of one twice
  billed INTEGER NOT NULL, -- by the day of the invoice
  settled INTEGER NOT NULL, -- by the day of the payment, or of the invoice if that is later
  fell INTEGER NOT NULL, -- what became overdue, by the day after the last one to pay
  cured INTEGER NOT NULL -- what of it was paid, by the day of the payment, or on which it fell if that is later
) STRICT;
CREATE TABLE look ( -- when a colleague was here
  user_id INTEGER PRIMARY KEY REFERENCES user,
  seen_at INTEGER NOT NULL, -- last
  left_at INTEGER -- when the sitting before this one ended; null: there was none
) STRICT;
CREATE TRIGGER order_line_sold_on_day AFTER INSERT ON order_line BEGIN
  INSERT INTO kam_day
    SELECT o.shipped_day, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = o.client_id AND k.from_day <= o.shipped_day
      AND coalesce(k.to_day, '9999-12-31') >= o.shipped_day), 0), 1, new.turnover,
      coalesce(new.income, 0), iif(new.income IS NULL, new.turnover, 0), iif(o.payer_id IS NULL, 0, new.turnover)
    FROM client_order o WHERE o.id = new.order_id AND o.shipped_day IS NOT NULL
    ON CONFLICT DO UPDATE SET n = n + excluded.n, turnover = turnover + excluded.turnover, income = income + excluded.income,
    unknown = unknown + excluded.unknown, through = through + excluded.through;
END;
CREATE TRIGGER kam_day_emptied AFTER UPDATE OF n ON kam_day WHEN new.n = 0 BEGIN
  DELETE FROM kam_day WHERE day = new.day AND user_id = new.user_id;
END;
CREATE TRIGGER goods_return_added_on_day AFTER INSERT ON goods_return BEGIN
  INSERT INTO kam_day SELECT s.day, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = s.client_id AND k.from_day <= s.day
      AND coalesce(k.to_day, '9999-12-31') >= s.day), 0), count(*), sum(s.turnover), sum(s.income),
      sum(s.unknown), sum(s.through) FROM sale s WHERE s.return_id = new.id GROUP BY 1, 2 ON CONFLICT DO UPDATE SET n = n + excluded.n, turnover = turnover + excluded.turnover, income = income + excluded.income,
    unknown = unknown + excluded.unknown, through = through + excluded.through;
END;
CREATE TRIGGER order_line_changed_off_day BEFORE UPDATE OF order_id, product_id, quantity, price, discount, cost ON order_line BEGIN
  INSERT INTO kam_day SELECT s.day, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = s.client_id AND k.from_day <= s.day
      AND coalesce(k.to_day, '9999-12-31') >= s.day), 0), -count(*), -sum(s.turnover), -sum(s.income),
      -sum(s.unknown), -sum(s.through) FROM sale s WHERE s.line_id = old.id GROUP BY 1, 2 ON CONFLICT DO UPDATE SET n = n + excluded.n, turnover = turnover + excluded.turnover, income = income + excluded.income,
    unknown = unknown + excluded.unknown, through = through + excluded.through;
END;
CREATE TRIGGER order_line_changed_on_day AFTER UPDATE OF order_id, product_id, quantity, price, discount, cost ON order_line BEGIN
  INSERT INTO kam_day SELECT s.day, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = s.client_id AND k.from_day <= s.day
      AND coalesce(k.to_day, '9999-12-31') >= s.day), 0), count(*), sum(s.turnover), sum(s.income),
      sum(s.unknown), sum(s.through) FROM sale s WHERE s.line_id = new.id GROUP BY 1, 2 ON CONFLICT DO UPDATE SET n = n + excluded.n, turnover = turnover + excluded.turnover, income = income + excluded.income,
    unknown = unknown + excluded.unknown, through = through + excluded.through;
END;
CREATE TRIGGER order_line_deleted_off_day BEFORE DELETE ON order_line BEGIN
  INSERT INTO kam_day SELECT s.day, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = s.client_id AND k.from_day <= s.day
      AND coalesce(k.to_day, '9999-12-31') >= s.day), 0), -count(*), -sum(s.turnover), -sum(s.income),
      -sum(s.unknown), -sum(s.through) FROM sale s WHERE s.line_id = old.id GROUP BY 1, 2 ON CONFLICT DO UPDATE SET n = n + excluded.n, turnover = turnover + excluded.turnover, income = income + excluded.income,
    unknown = unknown + excluded.unknown, through = through + excluded.through;
END;
CREATE TRIGGER goods_return_changed_off_day BEFORE UPDATE OF line_id, day, quantity, price, discount, cost ON goods_return BEGIN
  INSERT INTO kam_day SELECT s.day, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = s.client_id AND k.from_day <= s.day
      AND coalesce(k.to_day, '9999-12-31') >= s.day), 0), -count(*), -sum(s.turnover), -sum(s.income),
      -sum(s.unknown), -sum(s.through) FROM sale s WHERE s.return_id = old.id GROUP BY 1, 2 ON CONFLICT DO UPDATE SET n = n + excluded.n, turnover = turnover + excluded.turnover, income = income + excluded.income,
    unknown = unknown + excluded.unknown, through = through + excluded.through;
END;
CREATE TRIGGER goods_return_changed_on_day AFTER UPDATE OF line_id, day, quantity, price, discount, cost ON goods_return BEGIN
  INSERT INTO kam_day SELECT s.day, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = s.client_id AND k.from_day <= s.day
      AND coalesce(k.to_day, '9999-12-31') >= s.day), 0), count(*), sum(s.turnover), sum(s.income),
      sum(s.unknown), sum(s.through) FROM sale s WHERE s.return_id = new.id GROUP BY 1, 2 ON CONFLICT DO UPDATE SET n = n + excluded.n, turnover = turnover + excluded.turnover, income = income + excluded.income,
    unknown = unknown + excluded.unknown, through = through + excluded.through;
END;
CREATE TRIGGER goods_return_deleted_off_day BEFORE DELETE ON goods_return BEGIN
  INSERT INTO kam_day SELECT s.day, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = s.client_id AND k.from_day <= s.day
      AND coalesce(k.to_day, '9999-12-31') >= s.day), 0), -count(*), -sum(s.turnover), -sum(s.income),
      -sum(s.unknown), -sum(s.through) FROM sale s WHERE s.return_id = old.id GROUP BY 1, 2 ON CONFLICT DO UPDATE SET n = n + excluded.n, turnover = turnover + excluded.turnover, income = income + excluded.income,
    unknown = unknown + excluded.unknown, through = through + excluded.through;
END;
CREATE TRIGGER client_order_changed_off_day BEFORE UPDATE OF client_id, payer_id, shipped_day ON client_order BEGIN
  INSERT INTO kam_day SELECT s.day, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = s.client_id AND k.from_day <= s.day
      AND coalesce(k.to_day, '9999-12-31') >= s.day), 0), -count(*), -sum(s.turnover), -sum(s.income),
      -sum(s.unknown), -sum(s.through) FROM sale s WHERE s.order_id = old.id GROUP BY 1, 2 ON CONFLICT DO UPDATE SET n = n + excluded.n, turnover = turnover + excluded.turnover, income = income + excluded.income,
    unknown = unknown + excluded.unknown, through = through + excluded.through;
END;
CREATE TRIGGER client_order_changed_on_day AFTER UPDATE OF client_id, payer_id, shipped_day ON client_order BEGIN
  INSERT INTO kam_day SELECT s.day, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = s.client_id AND k.from_day <= s.day
      AND coalesce(k.to_day, '9999-12-31') >= s.day), 0), count(*), sum(s.turnover), sum(s.income),
      sum(s.unknown), sum(s.through) FROM sale s WHERE s.order_id = new.id GROUP BY 1, 2 ON CONFLICT DO UPDATE SET n = n + excluded.n, turnover = turnover + excluded.turnover, income = income + excluded.income,
    unknown = unknown + excluded.unknown, through = through + excluded.through;
END;
CREATE TRIGGER client_kam_added_off_day BEFORE INSERT ON client_kam BEGIN
  INSERT INTO kam_day SELECT s.day, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = s.client_id AND k.from_day <= s.day
      AND coalesce(k.to_day, '9999-12-31') >= s.day), 0), -count(*), -sum(s.turnover), -sum(s.income),
      -sum(s.unknown), -sum(s.through) FROM sale s WHERE s.client_id = new.client_id AND s.day BETWEEN new.from_day AND coalesce(new.to_day, '9999-12-31') GROUP BY 1, 2 ON CONFLICT DO UPDATE SET n = n + excluded.n, turnover = turnover + excluded.turnover, income = income + excluded.income,
    unknown = unknown + excluded.unknown, through = through + excluded.through;
END;
CREATE TRIGGER client_kam_added_on_day AFTER INSERT ON client_kam BEGIN
  INSERT INTO kam_day SELECT s.day, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = s.client_id AND k.from_day <= s.day
      AND coalesce(k.to_day, '9999-12-31') >= s.day), 0), count(*), sum(s.turnover), sum(s.income),
      sum(s.unknown), sum(s.through) FROM sale s WHERE s.client_id = new.client_id AND s.day BETWEEN new.from_day AND coalesce(new.to_day, '9999-12-31') GROUP BY 1, 2 ON CONFLICT DO UPDATE SET n = n + excluded.n, turnover = turnover + excluded.turnover, income = income + excluded.income,
    unknown = unknown + excluded.unknown, through = through + excluded.through;
END;
CREATE TRIGGER client_kam_changed_off_day BEFORE UPDATE ON client_kam BEGIN
  INSERT INTO kam_day SELECT s.day, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = s.client_id AND k.from_day <= s.day
      AND coalesce(k.to_day, '9999-12-31') >= s.day), 0), -count(*), -sum(s.turnover), -sum(s.income),
      -sum(s.unknown), -sum(s.through) FROM sale s WHERE (s.client_id = old.client_id AND s.day BETWEEN old.from_day AND coalesce(old.to_day, '9999-12-31') OR s.client_id = new.client_id AND s.day BETWEEN new.from_day AND coalesce(new.to_day, '9999-12-31')) GROUP BY 1, 2 ON CONFLICT DO UPDATE SET n = n + excluded.n, turnover = turnover + excluded.turnover, income = income + excluded.income,
    unknown = unknown + excluded.unknown, through = through + excluded.through;
END;
CREATE TRIGGER client_kam_changed_on_day AFTER UPDATE ON client_kam BEGIN
  INSERT INTO kam_day SELECT s.day, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = s.client_id AND k.from_day <= s.day
      AND coalesce(k.to_day, '9999-12-31') >= s.day), 0), count(*), sum(s.turnover), sum(s.income),
      sum(s.unknown), sum(s.through) FROM sale s WHERE (s.client_id = old.client_id AND s.day BETWEEN old.from_day AND coalesce(old.to_day, '9999-12-31') OR s.client_id = new.client_id AND s.day BETWEEN new.from_day AND coalesce(new.to_day, '9999-12-31')) GROUP BY 1, 2 ON CONFLICT DO UPDATE SET n = n + excluded.n, turnover = turnover + excluded.turnover, income = income + excluded.income,
    unknown = unknown + excluded.unknown, through = through + excluded.through;
END;
CREATE TRIGGER client_kam_deleted_off_day BEFORE DELETE ON client_kam BEGIN
  INSERT INTO kam_day SELECT s.day, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = s.client_id AND k.from_day <= s.day
      AND coalesce(k.to_day, '9999-12-31') >= s.day), 0), -count(*), -sum(s.turnover), -sum(s.income),
      -sum(s.unknown), -sum(s.through) FROM sale s WHERE s.client_id = old.client_id AND s.day BETWEEN old.from_day AND coalesce(old.to_day, '9999-12-31') GROUP BY 1, 2 ON CONFLICT DO UPDATE SET n = n + excluded.n, turnover = turnover + excluded.turnover, income = income + excluded.income,
    unknown = unknown + excluded.unknown, through = through + excluded.through;
END;
CREATE TRIGGER client_kam_deleted_on_day AFTER DELETE ON client_kam BEGIN
  INSERT INTO kam_day SELECT s.day, coalesce((SELECT k.user_id FROM client_kam k WHERE k.client_id = s.client_id AND k.from_day <= s.day
      AND coalesce(k.to_day, '9999-12-31') >= s.day), 0), count(*), sum(s.turnover), sum(s.income),
      sum(s.unknown), sum(s.through) FROM sale s WHERE s.client_id = old.client_id AND s.day BETWEEN old.from_day AND coalesce(old.to_day, '9999-12-31') GROUP BY 1, 2 ON CONFLICT DO UPDATE SET n = n + excluded.n, turnover = turnover + excluded.turnover, income = income + excluded.income,
    unknown = unknown + excluded.unknown, through = through + excluded.through;
END;
CREATE TRIGGER debt_month_emptied AFTER UPDATE OF n ON debt_month WHEN new.n = 0 BEGIN
  DELETE FROM debt_month WHERE month = new.month;
END;
CREATE TRIGGER invoice_billed AFTER INSERT ON invoice BEGIN
  INSERT INTO debt_month SELECT month, sum(n), sum(billed), sum(settled), sum(fell), sum(cured)
    FROM (SELECT substr(i.day, 1, 4) * 12 + substr(i.day, 6, 2) - 1 AS month, 1 AS n, i.amount AS billed, 0 AS settled, 0 AS fell, 0 AS cured
      FROM invoice i WHERE i.is_disputed = 0 AND i.id = new.id
    UNION ALL SELECT substr(date(i.due_day, '+1 day'), 1, 4) * 12 + substr(date(i.due_day, '+1 day'), 6, 2) - 1, 1, 0, 0, i.amount, 0
      FROM invoice i WHERE i.is_disputed = 0 AND i.id = new.id) WHERE true GROUP BY month
    ON CONFLICT DO UPDATE SET n = n + excluded.n, billed = billed + excluded.billed, settled = settled + excluded.settled,
      fell = fell + excluded.fell, cured = cured + excluded.cured;
END;
CREATE TRIGGER invoice_off_month BEFORE UPDATE OF day, due_day, amount, is_disputed ON invoice BEGIN
  INSERT INTO debt_month SELECT month, -sum(n), -sum(billed), -sum(settled), -sum(fell), -sum(cured)
    FROM (SELECT substr(i.day, 1, 4) * 12 + substr(i.day, 6, 2) - 1 AS month, 1 AS n, i.amount AS billed, 0 AS settled, 0 AS fell, 0 AS cured
      FROM invoice i WHERE i.is_disputed = 0 AND i.id = old.id
    UNION ALL SELECT substr(date(i.due_day, '+1 day'), 1, 4) * 12 + substr(date(i.due_day, '+1 day'), 6, 2) - 1, 1, 0, 0, i.amount, 0
      FROM invoice i WHERE i.is_disputed = 0 AND i.id = old.id UNION ALL SELECT substr(max(p.day, i.day), 1, 4) * 12 + substr(max(p.day, i.day), 6, 2) - 1 AS month, 1 AS n, 0 AS billed, a.amount AS settled, 0 AS fell, 0 AS cured
      FROM allocation a JOIN payment p ON p.id = a.payment_id JOIN invoice i ON i.id = a.invoice_id
      WHERE i.is_disputed = 0 AND i.id = old.id
    UNION ALL SELECT substr(max(p.day, date(i.due_day, '+1 day')), 1, 4) * 12 + substr(max(p.day, date(i.due_day, '+1 day')), 6, 2) - 1, 1, 0, 0, 0, a.amount
      FROM allocation a JOIN payment p ON p.id = a.payment_id JOIN invoice i ON i.id = a.invoice_id
      WHERE i.is_disputed = 0 AND i.id = old.id) WHERE true GROUP BY month
    ON CONFLICT DO UPDATE SET n = n + excluded.n, billed = billed + excluded.billed, settled = settled + excluded.settled,
      fell = fell + excluded.fell, cured = cured + excluded.cured;
END;
CREATE TRIGGER invoice_on_month AFTER UPDATE OF day, due_day, amount, is_disputed ON invoice BEGIN
  INSERT INTO debt_month SELECT month, sum(n), sum(billed), sum(settled), sum(fell), sum(cured)
    FROM (SELECT substr(i.day, 1, 4) * 12 + substr(i.day, 6, 2) - 1 AS month, 1 AS n, i.amount AS billed, 0 AS settled, 0 AS fell, 0 AS cured
      FROM invoice i WHERE i.is_disputed = 0 AND i.id = new.id
    UNION ALL SELECT substr(date(i.due_day, '+1 day'), 1, 4) * 12 + substr(date(i.due_day, '+1 day'), 6, 2) - 1, 1, 0, 0, i.amount, 0
      FROM invoice i WHERE i.is_disputed = 0 AND i.id = new.id UNION ALL SELECT substr(max(p.day, i.day), 1, 4) * 12 + substr(max(p.day, i.day), 6, 2) - 1 AS month, 1 AS n, 0 AS billed, a.amount AS settled, 0 AS fell, 0 AS cured
      FROM allocation a JOIN payment p ON p.id = a.payment_id JOIN invoice i ON i.id = a.invoice_id
      WHERE i.is_disputed = 0 AND i.id = new.id
    UNION ALL SELECT substr(max(p.day, date(i.due_day, '+1 day')), 1, 4) * 12 + substr(max(p.day, date(i.due_day, '+1 day')), 6, 2) - 1, 1, 0, 0, 0, a.amount
      FROM allocation a JOIN payment p ON p.id = a.payment_id JOIN invoice i ON i.id = a.invoice_id
      WHERE i.is_disputed = 0 AND i.id = new.id) WHERE true GROUP BY month
    ON CONFLICT DO UPDATE SET n = n + excluded.n, billed = billed + excluded.billed, settled = settled + excluded.settled,
      fell = fell + excluded.fell, cured = cured + excluded.cured;
END;
CREATE TRIGGER invoice_unbilled BEFORE DELETE ON invoice BEGIN
  INSERT INTO debt_month SELECT month, -sum(n), -sum(billed), -sum(settled), -sum(fell), -sum(cured)
    FROM (SELECT substr(i.day, 1, 4) * 12 + substr(i.day, 6, 2) - 1 AS month, 1 AS n, i.amount AS billed, 0 AS settled, 0 AS fell, 0 AS cured
      FROM invoice i WHERE i.is_disputed = 0 AND i.id = old.id
    UNION ALL SELECT substr(date(i.due_day, '+1 day'), 1, 4) * 12 + substr(date(i.due_day, '+1 day'), 6, 2) - 1, 1, 0, 0, i.amount, 0
      FROM invoice i WHERE i.is_disputed = 0 AND i.id = old.id) WHERE true GROUP BY month
    ON CONFLICT DO UPDATE SET n = n + excluded.n, billed = billed + excluded.billed, settled = settled + excluded.settled,
      fell = fell + excluded.fell, cured = cured + excluded.cured;
END;
CREATE TRIGGER allocation_on_month AFTER INSERT ON allocation BEGIN
  INSERT INTO debt_month SELECT month, sum(n), sum(billed), sum(settled), sum(fell), sum(cured)
    FROM (SELECT substr(max(p.day, i.day), 1, 4) * 12 + substr(max(p.day, i.day), 6, 2) - 1 AS month, 1 AS n, 0 AS billed, a.amount AS settled, 0 AS fell, 0 AS cured
      FROM allocation a JOIN payment p ON p.id = a.payment_id JOIN invoice i ON i.id = a.invoice_id
      WHERE i.is_disputed = 0 AND a.id = new.id
    UNION ALL SELECT substr(max(p.day, date(i.due_day, '+1 day')), 1, 4) * 12 + substr(max(p.day, date(i.due_day, '+1 day')), 6, 2) - 1, 1, 0, 0, 0, a.amount
      FROM allocation a JOIN payment p ON p.id = a.payment_id JOIN invoice i ON i.id = a.invoice_id
      WHERE i.is_disputed = 0 AND a.id = new.id) WHERE true GROUP BY month
    ON CONFLICT DO UPDATE SET n = n + excluded.n, billed = billed + excluded.billed, settled = settled + excluded.settled,
      fell = fell + excluded.fell, cured = cured + excluded.cured;
END;
CREATE TRIGGER allocation_moves_from_month BEFORE UPDATE OF amount, payment_id, invoice_id ON allocation BEGIN
  INSERT INTO debt_month SELECT month, -sum(n), -sum(billed), -sum(settled), -sum(fell), -sum(cured)
    FROM (SELECT substr(max(p.day, i.day), 1, 4) * 12 + substr(max(p.day, i.day), 6, 2) - 1 AS month, 1 AS n, 0 AS billed, a.amount AS settled, 0 AS fell, 0 AS cured
      FROM allocation a JOIN payment p ON p.id = a.payment_id JOIN invoice i ON i.id = a.invoice_id
      WHERE i.is_disputed = 0 AND a.id = old.id
    UNION ALL SELECT substr(max(p.day, date(i.due_day, '+1 day')), 1, 4) * 12 + substr(max(p.day, date(i.due_day, '+1 day')), 6, 2) - 1, 1, 0, 0, 0, a.amount
      FROM allocation a JOIN payment p ON p.id = a.payment_id JOIN invoice i ON i.id = a.invoice_id
      WHERE i.is_disputed = 0 AND a.id = old.id) WHERE true GROUP BY month
    ON CONFLICT DO UPDATE SET n = n + excluded.n, billed = billed + excluded.billed, settled = settled + excluded.settled,
      fell = fell + excluded.fell, cured = cured + excluded.cured;
END;
CREATE TRIGGER allocation_moves_to_month AFTER UPDATE OF amount, payment_id, invoice_id ON allocation BEGIN
  INSERT INTO debt_month SELECT month, sum(n), sum(billed), sum(settled), sum(fell), sum(cured)
    FROM (SELECT substr(max(p.day, i.day), 1, 4) * 12 + substr(max(p.day, i.day), 6, 2) - 1 AS month, 1 AS n, 0 AS billed, a.amount AS settled, 0 AS fell, 0 AS cured
      FROM allocation a JOIN payment p ON p.id = a.payment_id JOIN invoice i ON i.id = a.invoice_id
      WHERE i.is_disputed = 0 AND a.id = new.id
    UNION ALL SELECT substr(max(p.day, date(i.due_day, '+1 day')), 1, 4) * 12 + substr(max(p.day, date(i.due_day, '+1 day')), 6, 2) - 1, 1, 0, 0, 0, a.amount
      FROM allocation a JOIN payment p ON p.id = a.payment_id JOIN invoice i ON i.id = a.invoice_id
      WHERE i.is_disputed = 0 AND a.id = new.id) WHERE true GROUP BY month
    ON CONFLICT DO UPDATE SET n = n + excluded.n, billed = billed + excluded.billed, settled = settled + excluded.settled,
      fell = fell + excluded.fell, cured = cured + excluded.cured;
END;
CREATE TRIGGER allocation_off_month BEFORE DELETE ON allocation BEGIN
  INSERT INTO debt_month SELECT month, -sum(n), -sum(billed), -sum(settled), -sum(fell), -sum(cured)
    FROM (SELECT substr(max(p.day, i.day), 1, 4) * 12 + substr(max(p.day, i.day), 6, 2) - 1 AS month, 1 AS n, 0 AS billed, a.amount AS settled, 0 AS fell, 0 AS cured
      FROM allocation a JOIN payment p ON p.id = a.payment_id JOIN invoice i ON i.id = a.invoice_id
      WHERE i.is_disputed = 0 AND a.id = old.id
    UNION ALL SELECT substr(max(p.day, date(i.due_day, '+1 day')), 1, 4) * 12 + substr(max(p.day, date(i.due_day, '+1 day')), 6, 2) - 1, 1, 0, 0, 0, a.amount
      FROM allocation a JOIN payment p ON p.id = a.payment_id JOIN invoice i ON i.id = a.invoice_id
      WHERE i.is_disputed = 0 AND a.id = old.id) WHERE true GROUP BY month
    ON CONFLICT DO UPDATE SET n = n + excluded.n, billed = billed + excluded.billed, settled = settled + excluded.settled,
      fell = fell + excluded.fell, cured = cured + excluded.cured;
END;
CREATE TRIGGER payment_off_month BEFORE UPDATE OF day ON payment BEGIN
  INSERT INTO debt_month SELECT month, -sum(n), -sum(billed), -sum(settled), -sum(fell), -sum(cured)
    FROM (SELECT substr(max(p.day, i.day), 1, 4) * 12 + substr(max(p.day, i.day), 6, 2) - 1 AS month, 1 AS n, 0 AS billed, a.amount AS settled, 0 AS fell, 0 AS cured
      FROM allocation a JOIN payment p ON p.id = a.payment_id JOIN invoice i ON i.id = a.invoice_id
      WHERE i.is_disputed = 0 AND p.id = old.id
    UNION ALL SELECT substr(max(p.day, date(i.due_day, '+1 day')), 1, 4) * 12 + substr(max(p.day, date(i.due_day, '+1 day')), 6, 2) - 1, 1, 0, 0, 0, a.amount
      FROM allocation a JOIN payment p ON p.id = a.payment_id JOIN invoice i ON i.id = a.invoice_id
      WHERE i.is_disputed = 0 AND p.id = old.id) WHERE true GROUP BY month
    ON CONFLICT DO UPDATE SET n = n + excluded.n, billed = billed + excluded.billed, settled = settled + excluded.settled,
      fell = fell + excluded.fell, cured = cured + excluded.cured;
END;
CREATE TRIGGER payment_on_month AFTER UPDATE OF day ON payment BEGIN
  INSERT INTO debt_month SELECT month, sum(n), sum(billed), sum(settled), sum(fell), sum(cured)
    FROM (SELECT substr(max(p.day, i.day), 1, 4) * 12 + substr(max(p.day, i.day), 6, 2) - 1 AS month, 1 AS n, 0 AS billed, a.amount AS settled, 0 AS fell, 0 AS cured
      FROM allocation a JOIN payment p ON p.id = a.payment_id JOIN invoice i ON i.id = a.invoice_id
      WHERE i.is_disputed = 0 AND p.id = new.id
    UNION ALL SELECT substr(max(p.day, date(i.due_day, '+1 day')), 1, 4) * 12 + substr(max(p.day, date(i.due_day, '+1 day')), 6, 2) - 1, 1, 0, 0, 0, a.amount
      FROM allocation a JOIN payment p ON p.id = a.payment_id JOIN invoice i ON i.id = a.invoice_id
      WHERE i.is_disputed = 0 AND p.id = new.id) WHERE true GROUP BY month
    ON CONFLICT DO UPDATE SET n = n + excluded.n, billed = billed + excluded.billed, settled = settled + excluded.settled,
      fell = fell + excluded.fell, cured = cured + excluded.cured;
END;
CREATE TABLE evidence ( -- what somebody knows for or against a definition of a key client
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  client_id INTEGER NOT NULL REFERENCES client,
  definition TEXT NOT NULL CHECK (definition IN ('potential', 'known', 'partner', 'competent', 'innovator')),
  kind TEXT NOT NULL CHECK (kind IN ('rivals', 'elsewhere', 'nobody', 'next-step', 'scope', 'result', 'permission', 'budget',
    'plans', 'doubling', 'lawful', 'exclusivity', 'wish', 'advice', 'outcome', 'pilot', 'idea', 'denied')),
  claim TEXT NOT NULL CHECK (claim <> ''),
  source TEXT NOT NULL CHECK (source <> ''),
  amount INTEGER CHECK (amount >= 0),
  day TEXT NOT NULL CHECK (day IS date(day)), -- when it was learned, or happened
  grade TEXT NOT NULL CHECK (grade IN ('assumed', 'confirmed')),
  until_day TEXT CHECK (until_day IS date(until_day)) CHECK (until_day >= day), -- null: it does not age
  user_id INTEGER NOT NULL REFERENCES user -- who says so
, permits TEXT CHECK (permits IN ('hidden', 'named', 'amounts')), interaction_id INTEGER REFERENCES interaction, order_id INTEGER REFERENCES client_order, lot_id INTEGER REFERENCES tender_lot) STRICT;
CREATE INDEX evidence_by_client ON evidence (client_id, day DESC, id DESC);
CREATE TABLE sale_mark ( -- one row: n is another whenever what was sold is, or who holds whom; what was computed holds while n does
  id INTEGER PRIMARY KEY CHECK (id = 1),
  n INTEGER NOT NULL
) STRICT;
CREATE TRIGGER kam_day_begun AFTER INSERT ON kam_day BEGIN UPDATE sale_mark SET n = n + 1; END;
CREATE TRIGGER kam_day_changed AFTER UPDATE ON kam_day BEGIN UPDATE sale_mark SET n = n + 1; END;
CREATE INDEX matter_open_by_due ON matter (due_day, id, client_id, interaction_id, project_id, person_id)
  WHERE done_day IS NULL;
CREATE TRIGGER client_kam_marked AFTER INSERT ON client_kam BEGIN UPDATE sale_mark SET n = n + 1; END;
CREATE TRIGGER client_kam_remarked AFTER UPDATE ON client_kam BEGIN UPDATE sale_mark SET n = n + 1; END;
CREATE TRIGGER client_kam_unmarked AFTER DELETE ON client_kam BEGIN UPDATE sale_mark SET n = n + 1; END;
CREATE INDEX change_opened ON change (at) -- the clients whose secrecy was lifted
  WHERE subject = 'client' AND act = 'changed' AND json_extract(fields, '$.is_confidential[1]') = 0;
CREATE TABLE strategy_line ( -- one line of the strategy for a client; its topic says which of the columns it has
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  client_id INTEGER NOT NULL REFERENCES client,
  topic TEXT NOT NULL CHECK (topic IN ('situation', 'need', 'budget', 'decision', 'calendar', 'objective', 'risk', 'objection',
    'loyalty', 'service', 'quality', 'integration', 'barrier', 'defence-review', 'observation', 'said', 'complaint', 'wish',
    'level', 'yearly-review', 'acquisition')),
  text TEXT NOT NULL CHECK (text <> ''),
  side TEXT CHECK (side IN ('ours', 'theirs')), -- whose objective; of a step of defence: ours if it came before they asked
  measure TEXT CHECK (measure <> ''), -- of an objective, or the signal of a risk
  target TEXT CHECK (target <> ''),
  likelihood TEXT CHECK (likelihood IN ('unlikely', 'even', 'likely')),
  amount INTEGER CHECK (amount >= 0), -- at stake, or what a wish is worth in a year
  answer TEXT CHECK (answer <> ''), -- to a risk or an objection; of a complaint or a wish what came of it
  promise TEXT CHECK (promise <> ''), -- what was promised to who complained
  passed_to TEXT CHECK (passed_to <> ''), -- to whom a complaint went that is beyond our powers, or before whom a wish was put
  passed_day TEXT CHECK (passed_day IS date(passed_day)),
  level TEXT CHECK (level IN ('company', 'department', 'manager', 'none')),
  priority INTEGER CHECK (priority BETWEEN 1 AND 99),
  step TEXT CHECK (step IN ('found', 'contacted', 'met', 'offered', 'agreed', 'refused')),
  chance INTEGER CHECK (chance BETWEEN 0 AND 100),
  owner_id INTEGER REFERENCES user,
  person_id INTEGER REFERENCES person, -- who said it, or whom it concerns
  due_day TEXT CHECK (due_day IS date(due_day)),
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'failed', 'dropped')),
  closed_day TEXT CHECK (closed_day IS date(closed_day)) CHECK ((closed_day IS NULL) = (state = 'open')),
  source TEXT CHECK (source <> ''),
  day TEXT NOT NULL CHECK (day IS date(day)), -- when it was judged or said
  grade TEXT NOT NULL CHECK (grade IN ('assumed', 'confirmed')),
  user_id INTEGER NOT NULL REFERENCES user -- who says so
) STRICT;
CREATE INDEX strategy_line_by_client ON strategy_line (client_id, topic, day DESC, id DESC);
CREATE INDEX strategy_line_by_person ON strategy_line (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX strategy_line_of_keys ON strategy_line (topic, client_id, day, id, level, priority, state, due_day)
  WHERE topic IN ('level', 'loyalty', 'service', 'quality', 'integration', 'barrier', 'defence-review');
CREATE INDEX strategy_line_due ON strategy_line (due_day, client_id, id) WHERE state = 'open' AND due_day IS NOT NULL;
CREATE TABLE investment_year ( -- what we put into a client in a year, and the extra income that we expect of it
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  client_id INTEGER NOT NULL REFERENCES client,
  year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
  discounts INTEGER NOT NULL CHECK (discounts >= 0),
  bonuses INTEGER NOT NULL CHECK (bonuses >= 0),
  vip INTEGER NOT NULL CHECK (vip >= 0),
  events INTEGER NOT NULL CHECK (events >= 0),
  low INTEGER NOT NULL,
  expected INTEGER NOT NULL,
  high INTEGER NOT NULL,
  source TEXT NOT NULL CHECK (source <> ''),
  day TEXT NOT NULL CHECK (day IS date(day)),
  grade TEXT NOT NULL CHECK (grade IN ('assumed', 'confirmed')),
  user_id INTEGER NOT NULL REFERENCES user,
  UNIQUE (client_id, year)
) STRICT;
CREATE INDEX evidence_by_interaction ON evidence (interaction_id) WHERE interaction_id IS NOT NULL;
CREATE INDEX evidence_by_order ON evidence (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX evidence_by_lot ON evidence (lot_id) WHERE lot_id IS NOT NULL;
CREATE TRIGGER client_grouped AFTER UPDATE OF parent_id ON client BEGIN UPDATE sale_mark SET n = n + 1; END;
CREATE TRIGGER client_born_grouped AFTER INSERT ON client WHEN new.parent_id IS NOT NULL BEGIN
  UPDATE sale_mark SET n = n + 1;
END;
CREATE TRIGGER client_left_group AFTER DELETE ON client WHEN old.parent_id IS NOT NULL BEGIN
  UPDATE sale_mark SET n = n + 1;
END;
CREATE INDEX change_judged ON change (client_id, id) WHERE subject IN ('evidence', 'strategy_line', 'investment_year');
