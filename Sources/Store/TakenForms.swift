import Domain

extension ReadTransaction {
    /// The address of the page that followed a submitted form; nil if no form of this digest was submitted.
    package func placeAfterForm(_ digest: String) throws -> String? {
        try first("SELECT place FROM taken_form WHERE digest = ?", [digest]) { $0[0] }
    }
}

extension WriteTransaction {
    /// Stores the form that asked for an act, together with the act's last line of history. The same form may arrive again: after a double
    /// click, after "back" in the browser, or when the program ended before it answered. It must not act twice. The last thousand forms are
    /// kept.
    package func remember(form digest: String, of line: Change.ID?, place: String) throws {
        try execute(
            "INSERT INTO taken_form (digest, change_id, place) VALUES (?, ?, ?)", [digest, line?.number, place])
        try execute("DELETE FROM taken_form WHERE id <= ?", [db.lastInsertedRowID - 1000])
    }

    /// Forgets the forms of the lines of history that `lines` selects. After an act is taken back, the same form may act again.
    func forgetForms(of lines: String, _ arguments: Values) throws {
        try execute("DELETE FROM taken_form WHERE change_id IN (SELECT id FROM change WHERE \(lines))", arguments)
    }
}
