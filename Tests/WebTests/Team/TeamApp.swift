import Domain
import Foundation
import HTTP
import Logging
import Secrets
import Store

@testable import Web

/// A desk in use by a team: several browsers, each with cookies of its own, and a clock that a test moves.
final class TeamApp {
    static let password = "correct horse battery"
    /// Hashed once, for that takes its time.
    static let hash = try! Passwords.hash(password)

    let folder: URL
    let desk: Desk
    let app: App
    let backups: BackupKeeper?
    private let time = MovedTime(
        Moment(milliseconds: Int64(WorldApp.today.number) * 86_400_000 + 12 * 3_600_000))

    /// `owner` nil leaves the desk without anybody.
    init(owner: String? = "Anna Orlova", isLocal: Bool = true, keepsCopies: Bool = false) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("desk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        desk = try Desk.openOrMake(
            path: folder.appendingPathComponent("desk.sqlite").path, owner: owner, language: "en", at: time.now)
        let clock = Clock { [time] in time.now }
        backups =
            keepsCopies
            ? BackupKeeper(desk: desk.path, folder: nil, keep: 3, clock: clock, logger: Logger(label: "test")) : nil
        app = try App(
            desk: desk, base: "", isLocal: isLocal, clock: clock, logger: Logger(label: "test"), backups: backups)
    }

    deinit {
        try? desk.close()
        try? FileManager.default.removeItem(at: folder)
    }

    var now: Moment { time.now }

    func wait(hours: Int64) { time.move(hours * 3_600_000) }

    @discardableResult
    func act<T>(_ body: (WriteTransaction) throws -> T) throws -> T {
        try desk.write(at: time.now, on: WorldApp.today, body)
    }

    /// Adds somebody who can log in.
    func add(_ name: String, _ role: Role, department: String? = nil, administers: Bool = false) throws -> User.ID {
        try act { write in
            let id = try write.addColleague(
                UserDraft(name: name, role: role, department: department, administers: administers))
            try write.setPassword(TeamApp.hash, of: id)
            return id
        }
    }

    func setPassword(of user: User.ID) throws { try act { try $0.setPassword(TeamApp.hash, of: user) } }

    func browser() -> Browser { Browser(app) }

    func loggedIn(_ name: String) -> Browser {
        let browser = browser()
        _ = browser.logIn(name)
        return browser
    }
}
