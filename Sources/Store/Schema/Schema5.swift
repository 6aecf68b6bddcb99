/// Version 5 of the schema: people on the map with their ties, assessments, ladder steps and facts, and the places of people on the maps.
/// It never changes once it is merged.
enum Schema5 {
    static let sql = people + maps

    private static let people = """
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
        ) STRICT;
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

        """

    /// Viewers who see everything share one picture of a map. Every other viewer has their own.
    private static let maps = """
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

        """
}
