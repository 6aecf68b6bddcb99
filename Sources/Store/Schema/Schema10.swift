/// Version 10 of the schema: a prepared meeting has its hour and its place. It never changes once it is merged.
enum Schema10 {
    static let sql = """
        ALTER TABLE brief ADD COLUMN start_time TEXT
          CHECK (start_time GLOB '[0-2][0-9]:[0-5][0-9]' AND start_time < '24:00');
        ALTER TABLE brief ADD COLUMN place TEXT;
        """
}
