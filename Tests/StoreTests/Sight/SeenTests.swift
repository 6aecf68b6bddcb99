import Dispatch
import Domain
import Glibc
import Synchronization
import Testing

@testable import Store

@Suite struct SeenTests {
    @Test func `a head who has already looked sees the notes of a new colleague of their department`() throws {
        let desk = try SightDesk()
        func notes(_ who: String) throws -> Int {
            try desk.read(who) { try $0.count("SELECT count(*) FROM interaction WHERE topic = 'newcomer'") }
        }
        #expect(try [notes("head"), notes("clara")] == [0, 0])
        let newcomer = try desk.temporary.write {
            try $0.addColleague(UserDraft(name: "newcomer", role: .kam, department: "north"))
        }
        _ = try desk.temporary.desk.write(as: .user(newcomer), at: TemporaryDesk.noon, on: SightDesk.today) {
            var draft = SightDesk.contact(desk.clients["a"]!, "newcomer")
            draft.client = nil
            return try $0.logInteraction(draft)
        }
        #expect(try [notes("head"), notes("clara")] == [1, 0])
    }

    @Test func `a login always sees what its user's present role allows`() throws {
        let desk = try SightDesk()
        let anna = try #require(desk.users["anna"])
        let digest = [UInt8](repeating: 7, count: 32)
        _ = try desk.temporary.desk.write(as: .user(anna), at: TemporaryDesk.noon, on: SightDesk.today) {
            try $0.beginSession(digest, address: "127.0.0.1", browser: "")
        }
        func seen() throws -> Int {
            try desk.temporary.desk.read(
                as: .session(digest: digest, at: TemporaryDesk.noon), on: { _ in SightDesk.today },
                { try $0.count("SELECT count(*) FROM client") })
        }
        for (role, count) in [("kam", 2), ("director", 5), ("kam", 2), ("kam", 2), ("director", 5)] {
            try desk.temporary.write { try $0.execute("UPDATE user SET role = ? WHERE id = ?", [role, anna.number]) }
            #expect(try [seen(), seen()] == [count, count], "\(role)")
        }
    }

    @Test func `many users who read at once each see only their own clients`() throws {
        let team = try SightDesk()
        let (desk, users) = (team.temporary.desk, team.users)
        let wrong = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 240) { turn in
            let (who, clients) = SightTests.whole[turn % SightTests.whole.count]
            let seen = try? desk.read(
                as: .user(users[who]!), on: { _ in SightDesk.today },
                { read in
                    usleep(1000)
                    return try read.rows("SELECT name FROM client ORDER BY name") { String(($0[0] as String).last!) }
                        .joined()
                })
            if seen != clients { wrong.withLock { $0.append("\(who): \(seen ?? "nothing")") } }
        }
        #expect(wrong.withLock { $0 } == [])
    }
}
