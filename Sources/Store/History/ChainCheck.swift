import Domain
import GRDB

/// What should stand at the end of a desk's chains, as others know it: the file of what was acknowledged, and the latest copies.
struct KnownEnds {
    private var known: [(where: String, ends: ChainEnds)] = []
    private var findings: [String] = []

    /// How many of the latest copies are asked, of those that are not sealed.
    private static let copies = 3

    /// To be read before the desk: others write on it, and so it can only be ahead.
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
                // It has been removed meanwhile, as older copies are.
            } catch {
                findings.append("\(error)")
            }
        }
    }

    /// What a desk lacks of that.
    func findings(in db: Database) throws -> [String] {
        try findings
            + known.compactMap { known in try known.ends.missing(in: db).map { "\(known.where), \($0)" } }
    }
}

extension Chain {
    /// Where the chains of a desk do not hold.
    static func findings(_ db: Database) throws -> [String] {
        try [(Chain.history, "history"), (.log, "log")].compactMap { chain, book in
            try chain.firstBreak(db).map { "the \(book) does not follow from line \($0) on" }
        }
    }
}
