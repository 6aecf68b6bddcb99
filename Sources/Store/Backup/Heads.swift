import Domain
import GRDB
import Glibc
import Synchronization

/// The last lines of both chains of a desk, history and log.
struct ChainEnds: Equatable {
    var history: Chain.End
    var log: Chain.End

    static let none = ChainEnds(history: .none, log: .none)

    init(history: Chain.End, log: Chain.End) {
        self.history = history
        self.log = log
    }

    init(_ db: Database) throws { self.init(history: try Chain.history.end(db), log: try Chain.log.end(db)) }

    /// The lines that a desk lacks up to these ends; nil if it lacks none.
    func missing(in db: Database) throws -> LostTail? {
        LostTail(
            history: try ChainEnds.gap(history, .history, db), log: try ChainEnds.gap(log, .log, db))
    }

    private static func gap(_ end: Chain.End, _ chain: Chain, _ db: Database) throws -> LostTail.Gap? {
        guard end != .none else { return nil }
        guard let hash = try chain.hash(of: end.id, db) else {
            return LostTail.Gap(first: min(try chain.end(db).id + 1, end.id), last: end.id, isOther: false)
        }
        return hash == end.hash ? nil : LostTail.Gap(first: end.id, last: end.id, isOther: true)
    }
}

/// A file beside a desk that stores the last acknowledged lines. SQLite silently drops the damaged end of its own log, and the rest is
/// still a consistent desk. Only this file shows that something is missing.
///
/// It has two slots, a page apart and written in turn, so that one stays whole if the other is torn. A slot holds a mark, a sequence
/// number, both lines, and a checksum over all that.
final class Heads: Sendable {
    private let descriptor: Int32
    private let state: Mutex<State>
    /// What the file held when it was opened; nil if nothing.
    let found: ChainEnds?

    private struct State {
        var sequence: Int64
        var kept: ChainEnds
    }

    private static let mark = Array("kamheads".utf8)
    private static let size = 128
    private static let places: [off_t] = [0, 4096]

    static func path(of desk: String) -> String { DeskPlace.beside(desk, "-heads") }

    /// Opens the file or makes it. For a new desk the old content of the file is ignored.
    init(of desk: String, isNew: Bool) throws(DeskError) {
        let path = Heads.path(of: desk)
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw errno == EACCES || errno == EROFS
                ? .readOnly(path) : .unreadable(path, reason: String(cString: strerror(errno)))
        }
        // Reserves room for both slots, so that they can be written even on a full disk.
        posix_fallocate(descriptor, 0, Heads.places[1] + off_t(Heads.size))
        let slot = Heads.latest(descriptor)
        found = isNew ? nil : slot?.ends
        state = Mutex(State(sequence: slot?.sequence ?? 0, kept: found ?? .none))
    }

    deinit { close(descriptor) }

    /// Writes the last lines of a commit to the disk, unless the file already holds these or later ones. The act is acknowledged
    /// afterwards. If the write fails, the act stands all the same, and the next act tries again.
    func keep(_ ends: ChainEnds) {
        state.withLock { state in
            guard ends.history.id > state.kept.history.id || ends.log.id > state.kept.log.id else { return }
            write(ends, &state)
        }
    }

    /// Continues from what the desk holds, even if the file knows later lines.
    func restart(at ends: ChainEnds) { state.withLock { write(ends, &$0) } }

    private func write(_ ends: ChainEnds, _ state: inout State) {
        let sequence = state.sequence + 1
        var slot = Heads.mark
        slot.append(littleEndian: sequence)
        for end in [ends.history, ends.log] {
            slot.append(littleEndian: end.id)
            slot += end.hash
        }
        slot += LineHash.digest(slot)
        let place = Heads.places[Int(sequence % 2)]
        guard pwrite(descriptor, slot, slot.count, place) == slot.count, fdatasync(descriptor) == 0 else { return }
        state = State(sequence: sequence, kept: ends)
    }

    /// What the file beside a desk holds; nil if there is no file or neither slot is whole.
    static func read(of desk: String) -> ChainEnds? {
        let descriptor = open(path(of: desk), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        return latest(descriptor)?.ends
    }

    private static func latest(_ descriptor: Int32) -> (sequence: Int64, ends: ChainEnds)? {
        places.compactMap { place in
            var slot = [UInt8](repeating: 0, count: size)
            guard pread(descriptor, &slot, size, place) == size, slot.starts(with: mark) else { return nil }
            let (told, checksum) = (Array(slot.prefix(size - LineHash.size)), slot.suffix(LineHash.size))
            guard LineHash.digest(told).elementsEqual(checksum) else { return nil }
            func number(_ at: Int) -> Int64 {
                slot.withUnsafeBytes { Int64(littleEndian: $0.loadUnaligned(fromByteOffset: at, as: Int64.self)) }
            }
            func end(_ at: Int) -> Chain.End {
                Chain.End(id: number(at), hash: Array(slot[at + 8..<at + 8 + LineHash.size]))
            }
            return (number(8), ChainEnds(history: end(16), log: end(56)))
        }.max { $0.sequence < $1.sequence }
    }
}
