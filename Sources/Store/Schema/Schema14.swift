/// Version 14 of the schema: what we judge, want, fear and promise at a client, and what we put into it. It never changes once it is merged.
enum Schema14 {
    static let sql = """
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
        -- For the page of key clients, which asks for the levels and the defence of all.
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
        ALTER TABLE desk ADD COLUMN npv_rate INTEGER CHECK (npv_rate BETWEEN 0 AND 10000); -- a year, in hundredths of a per cent
        ALTER TABLE desk ADD COLUMN npv_day TEXT CHECK (npv_day IS date(npv_day)); -- since when it is used
        ALTER TABLE matter ADD COLUMN drop_reason TEXT CHECK (drop_reason <> ''); -- why it was dropped on the day in done_day
        ALTER TABLE matter ADD COLUMN is_told INTEGER NOT NULL DEFAULT 0 CHECK (is_told IN (0, 1)); -- the other side knows that it was
        ALTER TABLE ladder_move ADD COLUMN confirmer_id INTEGER REFERENCES user; -- who talked with the person and found the step so
        ALTER TABLE ladder_move ADD COLUMN confirmed_day TEXT CHECK (confirmed_day IS date(confirmed_day))
          CHECK ((confirmed_day IS NULL) = (confirmer_id IS NULL));
        ALTER TABLE evidence ADD COLUMN permits TEXT CHECK (permits IN ('hidden', 'named', 'amounts')); -- how a client may be cited
        ALTER TABLE evidence ADD COLUMN interaction_id INTEGER REFERENCES interaction; -- where it was said
        ALTER TABLE evidence ADD COLUMN order_id INTEGER REFERENCES client_order; -- what was shipped
        ALTER TABLE evidence ADD COLUMN lot_id INTEGER REFERENCES tender_lot; -- the lot that shows it
        CREATE INDEX evidence_by_interaction ON evidence (interaction_id) WHERE interaction_id IS NOT NULL;
        CREATE INDEX evidence_by_order ON evidence (order_id) WHERE order_id IS NOT NULL;
        CREATE INDEX evidence_by_lot ON evidence (lot_id) WHERE lot_id IS NOT NULL;
        -- A group counts once among key clients.
        CREATE TRIGGER client_grouped AFTER UPDATE OF parent_id ON client BEGIN UPDATE sale_mark SET n = n + 1; END;
        CREATE TRIGGER client_born_grouped AFTER INSERT ON client WHEN new.parent_id IS NOT NULL BEGIN
          UPDATE sale_mark SET n = n + 1;
        END;
        CREATE TRIGGER client_left_group AFTER DELETE ON client WHEN old.parent_id IS NOT NULL BEGIN
          UPDATE sale_mark SET n = n + 1;
        END;
        -- What was judged of a client on a past day is read from its history.
        CREATE INDEX change_judged ON change (client_id, id) WHERE subject IN ('evidence', 'strategy_line', 'investment_year');
        """
}
