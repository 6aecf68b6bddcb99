import Domain
import GRDB

/// Version 11 of the schema: tenders with their lots, bids, deadlines and all that belongs to them, our own papers, and the procedures by
/// which customers buy. It never changes once it is merged.
enum Schema11 {
    static func change(_ db: Database) throws {
        try db.execute(sql: sql)
        try db.execute(sql: besides)
        // Version 0: nobody wrote them, so they have no line of history.
        for rule in LawRule.shipped {
            try db.execute(
                sql:
                    "INSERT INTO law_rule (version, name, law, article, value, from_day, source) VALUES (0, ?, ?, ?, ?, ?, ?)",
                arguments: [rule.name, rule.law, rule.article, rule.value, rule.from.iso, rule.source])
        }
        for (place, procedure) in Procedure.shipped.enumerated() {
            try db.execute(
                sql: "INSERT INTO tender_procedure VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    procedure.key, place + 1, procedure.name, procedure.law, procedure.stageText, procedure.moveText,
                    procedure.ruleText, procedure.bidsOnLastDay ? 1 : 0,
                ])
        }
    }

    private static let sql = """
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
        """
}
