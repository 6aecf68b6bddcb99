import Domain
import Testing

@testable import Store

/// A desk that no daemon served today is brought to the day by whatever opens it.
@Suite struct ForwardTests {
    private func clock(_ path: String) throws -> Day? {
        try Desk.read(at: path) { try $0.first("SELECT day FROM clock", []) { $0.day(0) } }
    }

    private func overdue(_ path: String) throws -> Int {
        try Desk.read(at: path) { try $0.count("SELECT coalesce(sum(overdue), 0) FROM standing") }
    }

    private func closedDesk() throws -> TemporaryDesk {
        let desk = try TemporaryDesk()
        try desk.write { write in
            let client = try write.addClient(ClientDraft(name: "Debtor", kind: .other))
            try write.addInvoice(
                InvoiceDraft(
                    number: "1", day: TemporaryDesk.today, due: TemporaryDesk.today + 10, amount: Money(500)),
                of: client)
        }
        try desk.desk.close()
        return desk
    }

    @Test func `an import or an undo finds the debts of the day`() throws {
        let desk = try closedDesk()
        #expect(try #require(try clock(desk.path)) <= TemporaryDesk.today)
        #expect(try overdue(desk.path) == 0)
        let later = Moment(milliseconds: TemporaryDesk.noon.milliseconds + 40 * 86_400_000)
        try Desk.openExisting(path: desk.path, at: later).close()
        #expect(try clock(desk.path) == TemporaryDesk.today + 40 && overdue(desk.path) == 500)
    }

    @Test func `a print shows the debts of the day, and a desk of today is not written`() throws {
        let desk = try closedDesk()
        try Desk.bringForward(desk.path) { _ in TemporaryDesk.today + 40 }
        #expect(try clock(desk.path) == TemporaryDesk.today + 40 && overdue(desk.path) == 500)
        try Desk.bringForward(desk.path) { _ in TemporaryDesk.today }
        #expect(try clock(desk.path) == TemporaryDesk.today + 40)
    }
}
