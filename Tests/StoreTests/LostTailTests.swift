import Domain
import Foundation
import GRDB
import Testing

@testable import Demo
@testable import Store

/// What was acknowledged is there, or is told to be lost.
@Suite struct LostTailTests {
    /// What befalls the end of SQLite's log.
    enum Damage: CaseIterable {
        case flip, tear, cut

        func apply(to bytes: inout Data, _ random: inout SplitMix) {
            guard !bytes.isEmpty else { return }
            // Half of the time near the end, where the latest acts are.
            let reach = random.chance(50) ? bytes.count : min(bytes.count, 12 * 4120)
            let place = bytes.count - 1 - random.below(reach)
            switch self {
            case .flip: bytes[place] ^= 1 << UInt8(random.below(8))
            case .cut: bytes = bytes.prefix(place)
            case .tear:
                let isZero = random.chance(50)
                for at in place..<min(bytes.count, place + 4096) {
                    bytes[at] = isZero ? 0 : UInt8(random.below(256))
                }
            }
        }
    }

    static let variants = Int(ProcessInfo.processInfo.environment["TORTURE_WAL"] ?? "") ?? 20

    @Test(arguments: Damage.allCases)
    func `after damage to SQLite's log every act is there, or its loss is reported`(damage: Damage) throws {
        let temporary = try TemporaryDesk()
        try temporary.desk.close()
        let live = try Desk(path: temporary.path)
        var random = SplitMix(seed: 1)
        var (acts, losses) = (0, 0)
        for variant in 0..<LostTailTests.variants {
            for _ in 0...random.below(12) {
                acts += 1
                try live.write(at: .current(), on: TemporaryDesk.today) { write in
                    if acts % 3 != 0 { _ = try write.addPerson(PersonDraft(name: "Person \(acts)")) }
                    try write.log(LogEntry(user: Desk.owner, act: "act", record: Int64(acts)))
                }
            }
            let copy = temporary.folder.appendingPathComponent("copy-\(variant).sqlite").path
            for suffix in ["", "-wal", "-heads"] {
                try FileManager.default.copyItem(atPath: temporary.path + suffix, toPath: copy + suffix)
            }
            let log = URL(fileURLWithPath: copy + "-wal")
            var bytes = try Data(contentsOf: log)
            damage.apply(to: &bytes, &random)
            try bytes.write(to: log)

            let findings = try Desk.check(path: copy)
            let desk = try Desk(path: copy)
            let (kept, people) = try desk.read { read in
                (
                    try read.count("SELECT count(*) FROM log WHERE act = 'act'"),
                    try read.count("SELECT count(*) FROM person")
                )
            }
            let isWhole = kept == acts
            #expect(people == kept - kept / 3, "\(variant)")
            #expect(isWhole == (desk.lostTail == nil), "\(variant): \(kept) of \(acts)")
            #expect(isWhole == findings.isEmpty, "\(variant): \(findings)")
            if !isWhole {
                losses += 1
                #expect(desk.lostTail?.log == LostTail.Gap(first: Int64(kept) + 1, last: Int64(acts), isOther: false))
                _ = try desk.write(at: .current(), on: TemporaryDesk.today) {
                    try $0.addPerson(PersonDraft(name: "Later"))
                }
            }
            try desk.close()
            #expect(try Desk.check(path: copy) == [], "\(variant)")
            for suffix in ["", "-wal", "-shm", "-heads", "-lock"] {
                try? FileManager.default.removeItem(atPath: copy + suffix)
            }
        }
        #expect(losses > LostTailTests.variants / 5)
        try live.close()
    }

    @Test func `one torn slot of the file of last lines does no harm, and the loss of both is logged`() throws {
        let temporary = try ChainTests.closed()
        let heads = URL(fileURLWithPath: Heads.path(of: temporary.path))
        let whole = try #require(Heads.read(of: temporary.path))
        for places in [[0], [4096], [0, 4096]] {
            var bytes = try Data(contentsOf: heads)
            for place in places { bytes[place + 20] ^= 1 }
            try bytes.write(to: heads)
            #expect((Heads.read(of: temporary.path) == nil) == (places.count == 2))
            #expect(try Desk.check(path: temporary.path) == [])
            let desk = try Desk(path: temporary.path)
            #expect(desk.lostTail == nil)
            let last = try desk.read { try $0.logPage(LogQuery()) }.lines[0]
            #expect((last.act == "heads-made") == (places.count == 2))
            try desk.close()
        }
        #expect(Heads.read(of: temporary.path)?.history == whole.history)
    }

    @Test func `the file of last lines is written only by an open desk, never by a check, copy or restore`() throws {
        let temporary = try ChainTests.closed()
        let heads = Heads.path(of: temporary.path)
        let folder = temporary.path + "-backups"
        try FileManager.default.removeItem(atPath: heads)
        #expect(try Desk.check(path: temporary.path) == [])
        let copy = try Desk.backUp(temporary.path, into: folder, keep: nil).path
        let again = temporary.folder.appendingPathComponent("again.sqlite").path
        try Data("of another".utf8).write(to: URL(fileURLWithPath: Heads.path(of: again)))
        try Desk.restore(copy, to: again)
        for path in [temporary.path, copy, again] {
            #expect(!FileManager.default.fileExists(atPath: Heads.path(of: path)))
        }
        let desk = try Desk(path: again)
        #expect(desk.lostTail == nil)
        #expect(Heads.read(of: again) == (try desk.read { try ChainEnds($0.db) }))
        try desk.close()
    }

    @Test func `a new desk ignores the last lines of an earlier desk, and a filled desk brings its own`() throws {
        let temporary = try ChainTests.closed()
        try FileManager.default.removeItem(atPath: temporary.path)
        let new = try Desk.openOrMake(path: temporary.path, owner: "A", language: "en")
        #expect(new.lostTail == nil)
        try new.close()
        try FileManager.default.removeItem(atPath: temporary.path)
        try Desk.make(path: temporary.path, owner: "A", language: "en") { desk in
            try World(clients: 3, years: 1, seed: 1, language: "en", today: TemporaryDesk.today).write(into: desk) {
                _, _ in
            }
        }
        let filled = try Desk(path: temporary.path)
        #expect(filled.lostTail == nil)
        let (ends, log) = try filled.read { (try ChainEnds($0.db), try $0.logPage(LogQuery()).lines) }
        #expect(ends.history.id > 10 && Heads.read(of: temporary.path) == ends && log == [])
        try filled.close()
        #expect(try Desk.check(path: temporary.path) == [])
    }

    @Test func `the check names lines that are in the latest three unsealed copies but not in the desk`() throws {
        let temporary = try TakingBackTests.world()
        let folder = Desk.backupFolder(of: temporary.path)
        for second in 0..<4 {
            _ = try temporary.addPerson("Person \(second)")
            let moment = Moment(milliseconds: 1_800_000_000_000 + Int64(second) * 1000)
            _ = try Desk.backUp(
                temporary.path, into: folder, keep: nil, sealedBy: second == 3 ? "correct horse" : nil, at: moment)
        }
        try temporary.desk.close()
        #expect(try Desk.check(path: temporary.path) == [])
        var last: Int64 = 0
        try ChainTests.edit(temporary.path) { db in
            last = try Chain.history.end(db).id
            try db.execute(sql: "DELETE FROM change WHERE id >= \(last - 2)")
        }
        try FileManager.default.removeItem(atPath: Heads.path(of: temporary.path))
        let copies = Desk.backups(of: temporary.path, in: folder).map(\.path)
        let found = try Desk.check(path: temporary.path).filter { $0.hasPrefix("of what is in the copy") }
        #expect(
            found == [
                "of what is in the copy \(copies[1]), lines \(last - 2) to \(last - 1) of the history are lost",
                "of what is in the copy \(copies[2]), line \(last - 2) of the history is lost",
            ])
        try Data("no desk at all, but long enough to be read as if it were one".utf8).write(
            to: URL(fileURLWithPath: copies[1]))
        #expect(try Desk.check(path: temporary.path).contains("\(DeskError.foreign(copies[1]))"))
        #expect(
            try Desk.check(path: temporary.path, copies: temporary.path + "-none").allSatisfy { !$0.contains("copy") })
    }
}
