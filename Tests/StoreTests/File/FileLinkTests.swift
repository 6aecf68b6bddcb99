import Domain
import Foundation
import Testing

@testable import Store

/// A file has one desk, by whatever name it is called.
@Suite struct FileLinkTests {
    private let temporary: TemporaryDesk
    private var link: String { temporary.folder.appendingPathComponent("link.sqlite").path }

    init() throws { temporary = try TemporaryDesk() }

    @Test func `a second program that opens the desk by a symbolic link finds it in use`() throws {
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "desk.sqlite")
        #expect(throws: DeskError.inUse(temporary.path, by: String(getpid()))) { try Desk(path: link) }
        try temporary.desk.close()
        let desk = try Desk(path: link)
        #expect(desk.path == temporary.path)
        #expect(throws: DeskError.inUse(temporary.path, by: String(getpid()))) { try Desk(path: temporary.path) }
        _ = try desk.write(at: .current(), on: TemporaryDesk.today) { try $0.addPerson(PersonDraft(name: "By a link")) }
        // All commands read what the daemon has written, and keep it in one place.
        #expect(try Desk.read(at: link) { try $0.count("SELECT count(*) FROM person") } == 1)
        #expect(try Desk.check(path: link) == [])
        let made = try Desk.backUp(link, into: Desk.backupFolder(of: link), keep: nil)
        #expect(Desk.backups(of: temporary.path, in: Desk.backupFolder(of: temporary.path)) == [made])
        try desk.close()
        let beside = try FileManager.default.contentsOfDirectory(atPath: temporary.folder.path)
        #expect(beside.filter { $0.hasPrefix("link") } == ["link.sqlite"])
    }

    @Test func `a file with a second hard link is refused by every command, and no file is made beside it`()
        throws
    {
        try FileManager.default.linkItem(atPath: temporary.path, toPath: link)
        for path in [link, temporary.path] {
            let refused = DeskError.linked(path, names: 2)
            #expect(throws: refused) { try Desk(path: path) }
            #expect(throws: refused) { try Desk.check(path: path) }
            #expect(throws: refused) { try Desk.read(at: path) { _ in } }
            #expect(throws: refused) { try Desk.backUp(path, into: temporary.path + "-backups", keep: nil) }
            #expect(throws: refused) { try Desk.openOrMake(path: path, owner: nil, language: "en") }
        }
        let beside = try FileManager.default.contentsOfDirectory(atPath: temporary.folder.path)
        #expect(beside.filter { $0.hasPrefix("link") } == ["link.sqlite"])
    }

    @Test func `a symbolic link to nothing creates no desk`() throws {
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "nowhere.sqlite")
        #expect(throws: DeskError.linkToNothing(link)) { try Desk.openOrMake(path: link, owner: nil, language: "en") }
        #expect(!FileManager.default.fileExists(atPath: temporary.folder.appendingPathComponent("nowhere.sqlite").path))
    }

    @Test func `a second name left by an interrupted restore is removed`() throws {
        try temporary.desk.close()
        try FileManager.default.linkItem(atPath: temporary.path, toPath: temporary.path + "-unfinished")
        let desk = try Desk(path: temporary.path)
        #expect(!FileManager.default.fileExists(atPath: temporary.path + "-unfinished"))
        try desk.close()
    }

    @Test func `an act is refused after the lock file was removed and made again`() throws {
        let lock = temporary.path + "-lock"
        try FileManager.default.removeItem(atPath: lock)
        try Data().write(to: URL(fileURLWithPath: lock))
        #expect(throws: DiskFault.gone(temporary.path, .lock)) { try temporary.addClient("Nobody's") }
    }
}
