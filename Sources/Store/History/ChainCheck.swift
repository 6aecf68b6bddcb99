import Domain
import GRDB

/// The ends of a desk's chains as other sources know them: the file of acknowledged lines, and the latest copies.
struct KnownEnds {
    private var known: [(where: String, ends: ChainEnds)] = []
    private var findings: [String] = []

    /// How many of the latest unsealed copies are read.
    private static let copies = 3

    /// Must be called before the desk is read. Other programs write to the desk, so it may only be ahead of what is known.
    init(of desk: String, copiesIn folder: String) {
        if let ends = Heads.read(of: desk) { known.append(("of what was acknowledged", ends)) }
        let copies = Desk.backups(of: desk, in: folder).map(\.path).filter { !Desk.isSealed($0) }
        for copy in copies.prefix(KnownEnds.copies) {
            do {
                let ends = try Desk.look(at: copy, mayBeOlder: true) { db in
                    try db.columns(in: Chain.history.table).contains { $0.name == "hash" } ? ChainEnds(db) : .none
                }
                known.append(("of what is in the copy \(copy)", ends))
            } catch DeskError.missing {
                // The copy was removed meanwhile, as old copies are.
            } catch {
                findings.append("\(error)")
            }
        }
    }

    /// The known lines that a desk lacks.
    func findings(in db: Database) throws -> [String] {
        try findings
            + known.compactMap { known in try known.ends.missing(in: db).map { "\(known.where), \($0)" } }
    }
}

extension Chain {
    /// Where the chains of a desk are broken.
    static func findings(_ db: Database) throws -> [String] {
        try [(Chain.history, "history"), (.log, "log")].compactMap { chain, book in
            try chain.firstBreak(db).map { "the \(book) does not follow from line \($0) on" }
        }
    }
}
