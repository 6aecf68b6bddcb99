import Domain

extension ReadTransaction {
    /// The address of the page that followed a form of a digest, nil where it has not been taken yet.
    package func placeAfterForm(_ digest: String) throws -> String? {
        try first("SELECT place FROM taken_form WHERE digest = ?", [digest]) { $0[0] }
    }
}

extension WriteTransaction {
    /// Remembers with an act the form that asked for it, by the act's last line of history: sent again, by a double press, by a browser
    /// that went back or that got no answer because the program ended, it acts no more. The last thousand are remembered.
    package func remember(form digest: String, of line: Change.ID?, place: String) throws {
        try execute(
            "INSERT INTO taken_form (digest, change_id, place) VALUES (?, ?, ?)", [digest, line?.number, place])
        try execute("DELETE FROM taken_form WHERE id <= ?", [db.lastInsertedRowID - 1000])
    }

    /// What is taken back may be done again by the very form that did it: the one of a line of history that a condition chooses.
    func forgetForms(of lines: String, _ arguments: Values) throws {
        try execute("DELETE FROM taken_form WHERE change_id IN (SELECT id FROM change WHERE \(lines))", arguments)
    }
}
