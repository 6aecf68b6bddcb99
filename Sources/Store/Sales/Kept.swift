import Domain
import Synchronization

/// What was computed last, by what it was computed from.
final class Kept<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    /// As many as the largest team has viewers.
    private let most = 100
    private let values = Mutex<[Key: Value]>([:])

    func value(_ key: Key, _ compute: () throws -> Value) rethrows -> Value {
        if let known = values.withLock({ $0[key] }) { return known }
        let value = try compute()
        values.withLock {
            if $0.count >= most { $0 = [:] }
            $0[key] = value
        }
        return value
    }
}

/// Figures that take longer than everything else on a page where there are millions of lines, kept while nothing of what they are
/// computed from has changed.
final class KeptFigures: Sendable {
    let moves = Kept<SalesMovesKey, SalesMoves>()
    let keys = Kept<KeyFiguresKey, KeyFigures>()
}

/// What was sold, as a viewer sees it. Figures of the same ground are the same.
struct SalesGround: Hashable, Sendable {
    /// The row of `sale_mark`.
    var mark: Int64
    /// Nil for a viewer who sees everything.
    var viewer: User.ID?
    var sight: Int64?
    var day: Day?
}

extension ReadTransaction {
    /// One statement.
    func salesGround() throws -> SalesGround {
        let mark = try one("SELECT n FROM sale_mark WHERE id = 1", []) { $0[0] as Int64 }
        return SalesGround(mark: mark, viewer: seen?.viewer.id, sight: seen?.n, day: seen?.day)
    }
}
