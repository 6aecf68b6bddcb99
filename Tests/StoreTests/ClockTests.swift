import Domain
import Foundation
import Testing

@testable import Store

/// What was begun while a clock was a year ahead, once it has been set back.
@Suite struct ClockTests {
    private let temporary: TemporaryDesk
    private var desk: Desk { temporary.desk }

    init() throws {
        temporary = try TemporaryDesk()
        try temporary.write { try $0.setPassword("a hash", of: Desk.owner) }
    }

    private func moment(hours: Int64) -> Moment {
        Moment(milliseconds: TemporaryDesk.noon.milliseconds + hours * 3_600_000)
    }

    private func write<T>(hours: Int64, _ body: (WriteTransaction) throws -> T) throws -> T {
        try desk.write(at: moment(hours: hours), on: TemporaryDesk.today, body)
    }

    private func isIn(_ digest: [UInt8], hours: Int64) throws -> Bool {
        do {
            return try desk.read(as: .session(digest: digest, at: moment(hours: hours))) { _ in true }
        } catch Refusal.needsLogin { return false }
    }

    @Test func `a login made before the clock was set back lasts no longer than another`() throws {
        let digest = [UInt8](repeating: 7, count: 32)
        try write(hours: 24 * 365) { try $0.beginSession(digest, address: "127.0.0.1", browser: "") }
        #expect(try isIn(digest, hours: 0))
        try desk.keepSessions([digest: (at: moment(hours: 24 * 365), address: "127.0.0.1")], at: moment(hours: 0))
        #expect(try isIn(digest, hours: 11))
        #expect(try !isIn(digest, hours: 13))
    }

    @Test func `an invitation made before the clock was set back is valid for three days more`() throws {
        let digest = [UInt8](repeating: 8, count: 32)
        try write(hours: 24 * 365) { try $0.invite(Desk.owner, by: digest, until: moment(hours: 24 * 368)) }
        try desk.keepSessions([:], at: moment(hours: 0))
        #expect(try desk.invited(by: digest, at: moment(hours: 71)) != nil)
        #expect(try desk.invited(by: digest, at: moment(hours: 73)) == nil)
    }

    @Test func `a code taken before the clock was set back locks nobody out, and no code works twice`() throws {
        #expect(try write(hours: 24 * 365) { try $0.takeCode(ofStep: 1_000_000) })
        #expect(try write(hours: 0) { try $0.takeCode(ofStep: 500) })
        for step: Int64 in [498, 499, 500] {
            #expect(try !write(hours: 0) { try $0.takeCode(ofStep: step) }, "\(step)")
        }
        #expect(try write(hours: 0) { try $0.takeCode(ofStep: 501) })
    }
}
