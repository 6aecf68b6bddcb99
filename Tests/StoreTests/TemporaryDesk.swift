import Domain
import Foundation
import Store

/// A new desk in a folder of its own, which goes away with it.
final class TemporaryDesk {
    let folder: URL
    let desk: Desk

    var path: String { folder.appendingPathComponent("desk.sqlite").path }

    static let today = Day("2026-03-02")!
    static let noon = Moment(milliseconds: Int64(today.number) * 86_400_000 + 12 * 3_600_000)

    /// `template` is the folder of a closed desk that the new one begins as; nil: it begins empty.
    init(from template: URL? = nil) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("desk-\(UUID().uuidString)")
        if let template {
            try FileManager.default.copyItem(at: template, to: folder)
        } else {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        desk = try Desk.openOrMake(
            path: folder.appendingPathComponent("desk.sqlite").path, owner: "Anna Orlova", language: "en",
            at: TemporaryDesk.noon)
    }

    deinit {
        try? desk.close()
        try? FileManager.default.removeItem(at: folder)
    }

    @discardableResult
    func write<T>(on day: Day = TemporaryDesk.today, _ body: (WriteTransaction) throws -> T) throws -> T {
        let noon = Moment(milliseconds: TemporaryDesk.noon.milliseconds + Int64(day - TemporaryDesk.today) * 86_400_000)
        return try desk.write(at: noon, on: day, body)
    }

    func addClient(_ name: String, key: String? = nil) throws -> Client.ID {
        try write { try $0.addClient(ClientDraft(key: key, name: name, kind: .hospital)) }
    }

    func addPerson(_ name: String, at client: Client.ID? = nil, title: String? = nil) throws -> Person.ID {
        try write { write in
            let id = try write.addPerson(PersonDraft(name: name))
            if let client { try write.addPost(PostDraft(title: title), person: id, client: client) }
            return id
        }
    }

    /// Writes a file into the folder and gives its path.
    func file(_ text: String, name: String = "file.csv") throws -> String {
        let url = folder.appendingPathComponent(name)
        try Data(text.utf8).write(to: url)
        return url.path
    }
}

/// A desk that is filled once, for the many tests that begin from it.
final class DeskTemplate: Sendable {
    private let folder: URL

    init(_ fill: (TemporaryDesk) throws -> Void) throws {
        let temporary = try TemporaryDesk()
        try fill(temporary)
        try temporary.desk.close()
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("template-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: temporary.folder, to: folder)
    }

    func copy() throws -> TemporaryDesk { try TemporaryDesk(from: folder) }
}
