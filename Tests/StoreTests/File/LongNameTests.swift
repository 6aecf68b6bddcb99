import Domain
import Foundation
import Testing

@testable import Store

/// A desk may be called whatever a file may be called.
@Suite struct LongNameTests {
    @Test(arguments: [
        String(repeating: "d", count: 233) + ".sqlite", String(repeating: "d", count: 240),
        String(repeating: "я", count: 116) + ".sqlite", "O'Brien \"& Sons\" 100%?#;.sqlite", "file:desk.sqlite",
        "-desk",
    ])
    func `a desk of any name can be opened, copied, sealed, restored, checked and upgraded`(name: String) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("names-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.path + "/" + name
        try FileManager.default.copyItem(
            atPath: FixtureTests.folder.appendingPathComponent("schema-6.desk").path, toPath: path)
        let desk = try Desk(path: path)
        _ = try desk.write(at: .current(), on: TemporaryDesk.today) { try $0.addPerson(PersonDraft(name: "Known")) }
        let copies = Desk.backupFolder(of: path)
        let made = try Desk.backUp(path, into: copies, keep: 2)
        let sealed = try Desk.backUp(
            path, into: copies, keep: 2, sealedBy: "correct horse",
            at: Moment(milliseconds: made.at.milliseconds + 1000))
        #expect(Desk.backups(of: path, in: copies) == [sealed, made])
        try desk.close()
        #expect(try Desk.check(path: path) == [])
        let again = folder.path + "/again/" + name
        try FileManager.default.createDirectory(atPath: folder.path + "/again", withIntermediateDirectories: true)
        _ = try Desk.restore(sealed.path, to: again, sealedBy: "correct horse")
        #expect(try Desk.read(at: again) { $0.frame.tallies.people } > 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.contains { $0.hasSuffix("-schema-6") } && !names.contains { $0.contains("unfinished") })
    }

    @Test func `two long names that begin alike have different files beside them`() throws {
        let names = ["a", "b"].map { String(repeating: "d", count: 230) + $0 }
        #expect(Set(names.map { DeskPlace.beside("/folder/" + $0, "-heads") }).count == 2)
        #expect(DeskPlace.beside("/folder/desk.sqlite", "-heads") == "/folder/desk.sqlite-heads")
    }
}
