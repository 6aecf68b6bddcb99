import Domain
import Foundation
import Logging
import Store
import Synchronization
import Testing

@testable import Web

/// A clock that a test moves on.
private final class Hands: Sendable {
    private let now: Mutex<Moment>
    init(_ now: Moment) { self.now = Mutex(now) }
    func move(hours: Int64) { now.withLock { $0 = Moment(milliseconds: $0.milliseconds + hours * 3_600_000) } }
    var clock: Clock { Clock { [self] in now.withLock { $0 } } }
}

@Suite struct BackupKeeperTests {
    @Test func `a copy is made once a day, and a restore is tried once a week`() throws {
        let world = try WorldApp()
        let hands = Hands(world.noon)
        let keeper = BackupKeeper(
            desk: world.desk.path, folder: nil, keep: 3, clock: hands.clock, logger: Logger(label: "test"))
        #expect(keeper.state.last == nil)
        keeper.keepUp()
        #expect(keeper.state.count == 1 && keeper.state.drilled == world.noon && keeper.failure == nil)
        hands.move(hours: 23)
        keeper.keepUp()
        #expect(keeper.state.count == 1)
        for _ in 1...8 {
            hands.move(hours: 24)
            keeper.keepUp()
        }
        #expect(keeper.state.count == 3 && keeper.state.drilled.map { $0 > world.noon } == true)
        let files = try FileManager.default.contentsOfDirectory(atPath: keeper.state.folder)
        #expect(files.count == 3, "\(files)")
    }

    @Test func `a copy dated in the future does not cause a new copy at every check`() throws {
        let world = try WorldApp()
        let hands = Hands(world.noon)
        let keeper = BackupKeeper(
            desk: world.desk.path, folder: nil, keep: 9, clock: hands.clock, logger: Logger(label: "test"))
        keeper.keepUp()
        hands.move(hours: -24 * 365)
        for _ in 1...3 {
            keeper.keepUp()
            hands.move(hours: 1)
        }
        #expect(keeper.state.count == 2)
        hands.move(hours: 24)
        keeper.keepUp()
        #expect(keeper.state.count == 3 && keeper.failure == nil)
    }

    @Test func `a failed copy is reported on Today and in the settings, and is tried again after an hour`() throws {
        let world = try WorldApp()
        let hands = Hands(world.noon)
        let folder = world.folder.appendingPathComponent("taken").path
        try Data().write(to: URL(fileURLWithPath: folder))
        let keeper = BackupKeeper(
            desk: world.desk.path, folder: folder, keep: 3, clock: hands.clock, logger: Logger(label: "test"))
        try world.restart(backups: keeper)
        #expect(!world.get("/").text.contains("No copy could be made"))
        #expect(world.get("/settings/copy").status == .notFound)
        keeper.keepUp()
        for address in ["/", "/settings"] { #expect(world.get(address).text.contains("No copy could be made")) }
        try FileManager.default.removeItem(atPath: folder)
        keeper.keepUp()
        #expect(keeper.failure != nil)
        hands.move(hours: 1)
        keeper.keepUp()
        #expect(keeper.failure == nil && keeper.state.count == 1)
        for address in ["/", "/settings"] { #expect(!world.get(address).text.contains("No copy could be made")) }
        #expect(world.get("/settings").text.contains("1 kept"))
        let copy = world.get("/settings/copy")
        #expect(copy.status == .ok && copy.text.hasPrefix("SQLite format 3"))
        #expect(copy.body.count == keeper.state.last?.size)
    }
}
