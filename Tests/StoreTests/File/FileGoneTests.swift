import Domain
import Foundation
import GRDB
import Testing

@testable import Store

/// The file under an open desk is taken away, moved or replaced: not one act is acknowledged from then on.
@Suite struct FileGoneTests {
    enum Fate: CaseIterable {
        case removed, moved, replaced, emptied, cut, overwritten, overwrittenByLive, logRemoved, logReplaced,
            logOverwritten, folderMoved, linked, logLinked, keyRemoved, headsRemoved

        var what: DiskFault.Gone {
            switch self {
            case .removed, .moved, .folderMoved: .missing
            case .replaced, .linked: .replaced
            case .emptied, .cut, .overwritten, .overwrittenByLive: .overwritten
            case .logRemoved, .logReplaced, .logLinked: .log
            case .logOverwritten: .logOverwritten
            case .keyRemoved: .key
            case .headsRemoved: .heads
            }
        }
    }

    let temporary: TemporaryDesk
    /// Another desk that was served, with its log.
    let other: TemporaryDesk
    private var path: String { temporary.path }

    init() throws {
        temporary = try TemporaryDesk()
        _ = try temporary.addClient("Kept")
        other = try TemporaryDesk()
        for number in 0..<40 { _ = try other.addClient("Another's \(number)") }
    }

    private func overwrite(_ path: String, with bytes: Data) throws {
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.truncate(atOffset: 0)
        try file.write(contentsOf: bytes)
        try file.close()
    }

    private func contents(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

    private func befall(_ fate: Fate) throws {
        let files = FileManager.default
        switch fate {
        case .removed: try files.removeItem(atPath: path)
        case .moved: try files.moveItem(atPath: path, toPath: path + "-moved")
        case .replaced:
            let copy = try Desk.backUp(other.path, into: other.path + "-backups", keep: nil).path
            #expect(rename(copy, path) == 0)
        case .emptied: try overwrite(path, with: Data())
        case .cut:
            let bytes = try contents(path)
            try overwrite(path, with: bytes.prefix(bytes.count / 2))
        case .overwritten:
            try overwrite(path, with: contents(try Desk.backUp(path, into: path + "-backups", keep: nil).path))
        case .overwrittenByLive:
            try other.desk.close()
            try overwrite(path, with: contents(other.path))
        case .logRemoved: try files.removeItem(atPath: path + "-wal")
        case .logReplaced: #expect(rename(other.path + "-wal", path + "-wal") == 0)
        case .logOverwritten: try overwrite(path + "-wal", with: contents(other.path + "-wal"))
        // As somebody moves a desk to a larger disk.
        case .linked: try moveBehindLink(path)
        case .logLinked: try moveBehindLink(path + "-wal")
        case .keyRemoved: try files.removeItem(atPath: path + "-key")
        case .headsRemoved: try files.removeItem(atPath: path + "-heads")
        case .folderMoved: try files.moveItem(atPath: temporary.folder.path, toPath: temporary.folder.path + "-moved")
        }
    }

    private func moveBehindLink(_ path: String) throws {
        try FileManager.default.moveItem(atPath: path, toPath: path + "-moved")
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path + "-moved")
    }

    @Test(arguments: Fate.allCases)
    func `an act is refused once the desk's file is not in its place, and so is every later act`(fate: Fate) throws {
        defer { try? FileManager.default.removeItem(atPath: temporary.folder.path + "-moved") }
        try befall(fate)
        for number in 0..<40 {
            #expect(throws: DiskFault.gone(path, fate.what)) { try temporary.addClient("Lost \(number)") }
        }
        #expect(throws: DiskFault.gone(path, fate.what)) { try temporary.desk.read { $0.frame } }
        #expect(temporary.desk.halted == .gone(path, fate.what))
    }

    @Test(arguments: Fate.allCases)
    func `a check of the file notices what has become of it, without an act`(fate: Fate) throws {
        defer { try? FileManager.default.removeItem(atPath: temporary.folder.path + "-moved") }
        let before = temporary.desk.generation
        temporary.desk.lookAtFile()
        #expect(temporary.desk.halted == nil)
        try befall(fate)
        temporary.desk.lookAtFile()
        #expect(temporary.desk.halted == .gone(path, fate.what) && temporary.desk.generation > before)
    }

    @Test func `a desk goes on after its file was touched or its log was emptied`() throws {
        for number in 0..<4 {
            #expect(utimes(path, nil) == 0 && utimes(path + "-wal", nil) == 0)
            _ = try temporary.addClient("Client \(number)")
            try temporary.write { try $0.log(LogEntry(act: "said", title: String(repeating: "x", count: 5_000_000))) }
            temporary.desk.lookAtFile()
        }
        #expect(temporary.desk.halted == nil)
        #expect(try Desk.check(path: path) == [])
    }

    @Test func `closing a desk leaves a file that has replaced its own unchanged`() throws {
        try other.desk.close()
        let served = try Desk(path: other.path)
        _ = try served.write(at: .current(), on: TemporaryDesk.today) { try $0.addPerson(PersonDraft(name: "Theirs")) }
        let files = ["", "-wal"].map { (try! contents(other.path + $0), path + $0) }
        for (bytes, place) in files {
            try FileManager.default.removeItem(atPath: place)
            try bytes.write(to: URL(fileURLWithPath: place))
        }
        temporary.desk.lookAtFile()
        try temporary.desk.close()
        for (bytes, place) in files { #expect(try contents(place) == bytes) }
        let desk = try Desk(path: path)
        #expect(try desk.read { try $0.count("SELECT count(*) FROM person") } == 1)
        try desk.close()
        try served.close()
    }

    @Test(arguments: [true, false])
    func `the log of one desk is not read into another desk put in its place`(isCopy: Bool) throws {
        // The program ended in the middle: its log lies there.
        let log = try contents(path + "-wal")
        let lock = try contents(path + "-lock")
        try temporary.desk.close()
        try other.desk.close()
        let replacement =
            isCopy
            ? try contents(try Desk.backUp(other.path, into: other.path + "-backups", keep: nil).path)
            : try contents(other.path)
        try overwrite(path + "-lock", with: lock)
        try log.write(to: URL(fileURLWithPath: path + "-wal"))
        let logged = FileIdentity(path + "-wal")!
        // The lock names the file that was there, and this log.
        let text = String(decoding: lock, as: UTF8.self).split(separator: "\n")[0]
        try Data("\(text)\n\(FileIdentity(path)!) \(logged)\n".utf8).write(to: URL(fileURLWithPath: path + "-lock"))
        if isCopy {
            try overwrite(path, with: replacement)
        } else {
            try FileManager.default.moveItem(atPath: path, toPath: path + "-former")
            try replacement.write(to: URL(fileURLWithPath: path))
        }
        #expect(throws: DeskError.foreignLog(path)) { try Desk(path: path) }
        #expect(throws: DeskError.foreignLog(path)) { try Desk.read(at: path) { _ in } }
        #expect(try contents(path) == replacement && contents(path + "-wal") == log)
    }
}
