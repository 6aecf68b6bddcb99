import Domain
import Foundation
import GRDB
import Testing

@testable import Store

/// What a copy of the desk tells of what is secret: nothing that opens anything.
@Suite struct CopiedSecretTests {
    static let second = Array("a telephone's secret".utf8)

    /// Does a file hold some bytes, in a page that is used or in one that is free? False of a file that is not there.
    static func holds(_ path: String, _ bytes: [UInt8]) -> Bool {
        (try? Data(contentsOf: URL(fileURLWithPath: path)))?.range(of: Data(bytes)) != nil
    }

    /// The files of a folder, and of those in it, that hold some bytes.
    static func files(in folder: URL, with bytes: [UInt8]) -> Set<String> {
        let all = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return Set(all.filter { holds(folder.appendingPathComponent($0).path, bytes) })
    }

    private func withSecondFactors() throws -> TemporaryDesk {
        let temporary = try TemporaryDesk()
        try temporary.write { write in
            for number in 0..<60 {
                let user = try write.addColleague(UserDraft(name: "Colleague \(number)", role: .kam))
                try write.setPassword("hash", of: user)
                try write.setSecondFactor(CopiedSecretTests.second, step: 0, recoveryCodes: [], of: user)
            }
        }
        return temporary
    }

    @Test func `the desk's key and second factor secrets are not in its file, its log or a copy`() throws {
        let temporary = try withSecondFactors()
        _ = try Desk.backUp(temporary.path, into: temporary.path + "-backups", keep: nil)
        for secret in [temporary.desk.tokenKey, CopiedSecretTests.second] {
            #expect(CopiedSecretTests.files(in: temporary.folder, with: secret) == [])
        }
        #expect(try temporary.desk.credentials(of: ID(2))?.secondSecret == CopiedSecretTests.second)
    }

    @Test(arguments: [4, 5, 6])
    func `an upgrade leaves no plain secret in the file or in the older version that is kept`(version: Int) throws {
        let older = try OlderDesk(version)
        let desk = try Desk(path: older.path)
        try desk.write(at: .current(), on: TemporaryDesk.today) { try $0.log(LogEntry(act: "said")) }
        _ = try Desk.backUp(older.path, into: older.path + "-backups", keep: nil)
        #expect(try desk.credentials(of: ID(2))?.secondSecret == older.second)
        #expect(CopiedSecretTests.files(in: older.folder, with: older.second) == [])
        #expect(CopiedSecretTests.files(in: older.folder, with: older.secret) == [])
        try desk.close()
        #expect(try Desk.check(path: older.path) == [])
        #expect(CopiedSecretTests.files(in: older.folder, with: older.second) == [])
    }

    @Test func `a copy of a desk that is not upgraded yet holds no plain secret`() throws {
        let older = try OlderDesk(6)
        let made = try Desk.backUp(older.path, into: older.path + "-backups", keep: nil)
        for secret in [older.secret, older.second] { #expect(!CopiedSecretTests.holds(made.path, secret)) }
        let again = older.folder.appendingPathComponent("again.sqlite").path
        _ = try Desk.restore(made.path, to: again)
        let desk = try Desk(path: again)
        // Nobody comes past a second factor that is lost.
        let credentials = try #require(try desk.credentials(of: ID(2)))
        #expect(credentials.password == "hash" && credentials.secondSecret == nil && credentials.hasLostSecond)
        try desk.close()
    }

    @Test func `a desk restored with its key is as it was, and without the key its second factors are lost`() throws {
        let temporary = try withSecondFactors()
        let digest = [UInt8](repeating: 7, count: 32)
        try temporary.write { try $0.beginSession(digest, address: "", browser: "") }
        let made = try Desk.backUp(temporary.path, into: temporary.path + "-backups", keep: nil)
        let key = try Data(contentsOf: URL(fileURLWithPath: DeskKey.path(of: temporary.path)))
        func restored(_ name: String, withKey: Bool) throws -> Desk {
            let path = temporary.folder.appendingPathComponent(name).path
            if withKey { try key.write(to: URL(fileURLWithPath: DeskKey.path(of: path))) }
            #expect(try Desk.restore(made.path, to: path) == withKey)
            return try Desk(path: path)
        }
        let whole = try restored("whole.sqlite", withKey: true)
        #expect(!whole.hasOtherKey && whole.tokenKey == temporary.desk.tokenKey)
        #expect(try whole.credentials(of: ID(2))?.secondSecret == CopiedSecretTests.second)
        #expect(
            try whole.read(as: .session(digest: digest, at: TemporaryDesk.noon)) { $0.frame.viewer.id } == Desk.owner)
        try whole.close()

        let bare = try restored("bare.sqlite", withKey: false)
        #expect(bare.hasOtherKey && bare.tokenKey != temporary.desk.tokenKey)
        #expect(try bare.credentials(of: ID(2))?.hasLostSecond == true)
        #expect(throws: Refusal.needsLogin) {
            try bare.read(as: .session(digest: digest, at: TemporaryDesk.noon)) { $0.frame.viewer.id }
        }
        #expect(try bare.read { try $0.logPage(LogQuery()) }.lines[0].act == "key-other")
        try bare.close()
        // Once it is back, the telephones are good again.
        try key.write(to: URL(fileURLWithPath: DeskKey.path(of: bare.path)))
        let back = try Desk(path: bare.path)
        #expect(try back.credentials(of: ID(2))?.secondSecret == CopiedSecretTests.second)
        try back.close()
        let again = try Desk(path: bare.path)
        #expect(!again.hasOtherKey)
        try again.close()
    }

    @Test func `the sealed secret of one colleague does not work for another`() throws {
        let temporary = try withSecondFactors()
        try temporary.desk.withWriter {
            try $0.execute(
                sql: "UPDATE user SET second_secret = (SELECT second_secret FROM user WHERE id = 3) WHERE id = 2")
        }
        #expect(try temporary.desk.credentials(of: ID(2))?.hasLostSecond == true)
        #expect(try temporary.desk.credentials(of: ID(3))?.secondSecret == CopiedSecretTests.second)
    }

    @Test func `an unreadable key is an error and is not replaced`() throws {
        let temporary = try TemporaryDesk()
        try temporary.desk.close()
        let place = DeskKey.path(of: temporary.path)
        try Data("no key".utf8).write(to: URL(fileURLWithPath: place))
        #expect(throws: DeskError.noKey(place)) { try Desk(path: temporary.path) }
        #expect(try String(contentsOfFile: place, encoding: .utf8) == "no key")
    }
}

/// A fixture in a folder of its own, some of whose colleagues have a second factor, in clear as its program kept it.
final class OlderDesk {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("older-\(UUID().uuidString)")
    var path: String { folder.appendingPathComponent("desk.sqlite").path }
    let second = Array("a telephone's secret".utf8)
    let secret: [UInt8]

    init(_ version: Int) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appendingPathComponent("desk.sqlite").path
        try FileManager.default.copyItem(
            atPath: FixtureTests.folder.appendingPathComponent("schema-\(version).desk").path, toPath: path)
        let queue = try DatabaseQueue(path: path, configuration: Connection.configuration())
        secret = try queue.write { [second] db in
            try db.execute(
                sql: "UPDATE user SET password = 'hash', second_secret = ? WHERE id > 1", arguments: [Data(second)])
            return [UInt8](try Data.fetchOne(db, sql: "SELECT secret FROM desk")!)
        }
        try queue.close()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
}
