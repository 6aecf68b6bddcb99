import Domain
import Foundation
import GRDB
import Store
import Testing

@testable import Web

/// The dossier as a file, from the command line.
@Suite struct SecretPrintTests {
    private func printed(_ client: Int64, at path: String) throws -> String {
        let file = try DossierFile(sections: nil, since: nil, language: "en")
        return String(
            decoding: try file.bytes(
                of: client, at: path, paper: "A4", by: "kamdesk print, root", clock: Clock { TeamDesk.noon }),
            as: UTF8.self)
    }

    /// Who printed what, as the file has it.
    private func lines(at path: String) throws -> [String] {
        try DatabaseQueue(path: path).read { db in
            try Row.fetchAll(db, sql: "SELECT name, record_id FROM log WHERE act = 'printed' ORDER BY id").map {
                "\($0[0] as String): \($0[1] as Int64)"
            }
        }
    }

    @Test func `a confidential dossier printed by the command line is logged and marked as a trade secret`() throws {
        let copy = try TeamDesk.plain.copy()
        let path = copy.desk.path
        try copy.desk.close()
        #expect(try printed(5, at: path).contains("— Trade secret\""))
        #expect(try !printed(1, at: path).contains("Trade secret"))
        #expect(try lines(at: path) == ["kamdesk print, root: 5"])
    }

    @Test func `a confidential dossier is not printed if the log cannot be written`() throws {
        let copy = try TeamDesk.plain.copy()
        let path = copy.desk.path
        #expect(try printed(1, at: path).contains("Client a"))
        #expect(throws: DossierFile.Fault.self) { try printed(5, at: path) }
    }
}
