import Domain
import Foundation
import HTTP
import Routes
import Store
import Templates

/// Downloads the latest copy of the desk. Those who do not see everything get it sealed with a passphrase.
extension App {
    func copy(_ access: Access, _ request: Request, _ session: Session) -> Response {
        guarded(request, session) {
            let viewer = try admitted(by: access, request, session).viewer
            let seesAll = viewer.asMember.isAbove
            guard let backups, let copy = backups.latest(mayBeSealed: seesAll),
                FileManager.default.isReadableFile(atPath: copy.path)
            else { throw Refusal.notFound }
            var name = URL(fileURLWithPath: copy.path).lastPathComponent
            let body: Response.Body
            if seesAll {
                body = .file(path: copy.path, count: copy.size)
            } else {
                body = try sealed(copy)
                name += ".sealed"
            }
            try write(as: .program(for: viewer.id)) { try $0.note(seesAll ? "copied" : "copied-sealed", request) }
            var headers = headers(session, type: "application/vnd.sqlite3")
            headers.add("Content-Disposition", attachment(named: name))
            return Response(.ok, headers: headers, body: body)
        }
    }

    /// A copy sealed with the passphrase that a director has set. Throws `notAllowed` if none is set.
    private func sealed(_ copy: Backup) throws -> Response.Body {
        guard let lock = try desk.copyLock() else { throw Refusal.notAllowed }
        let share = try room.take(copy.size)
        defer { withExtendedLifetime(share) {} }
        let file = try StagedFile(in: room.folder)
        try Desk.seal(copy.path, to: file.path, by: lock)
        guard let source = FileHandle(forReadingAtPath: file.path) else { throw Refusal.notFound }
        defer { try? source.close() }
        var spool = Spool(in: room)
        while let part = try source.read(upToCount: Spool.inMemory), !part.isEmpty { try spool.append([UInt8](part)) }
        return try spool.body()
    }

    /// Sets the passphrase for copies sealed from now on.
    func setCopyPassphrase(_ request: Request, _ session: Session) throws {
        let words = request.form["passphrase"] ?? ""
        guard words.count >= CopyLock.fewestCharacters else {
            throw Problems(["passphrase": .tooShort(CopyLock.fewestCharacters)])
        }
        guard request.form["again"] == words else { throw Problems(["again": .notTheSame]) }
        let lock = try CopyLock(words)
        try write(as: callers.caller(session)) { write in
            try write.setCopyLock(lock)
            try write.note("copy-passphrase", request)
        }
    }
}
