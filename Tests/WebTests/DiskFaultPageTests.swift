import Foundation
import HTTP
import Testing

@testable import Store
@testable import Web

/// What a browser is told where the disk does not take an act.
@Suite struct DiskFaultPageTests {
    private func write(_ pragma: String, _ world: WorldApp) throws {
        try world.desk.withWriter { try $0.execute(sql: "PRAGMA \(pragma)") }
    }

    @Test
    func `an act on a read-only desk is refused, keeps what was typed and works once the desk is writable`()
        throws
    {
        let world = try WorldApp()
        var form = try FilledForm(world.get("/clients/2/edit")).with("city", "Тверь & <Омск>")
        try write("query_only = ON", world)
        let answer = world.post("/clients/2", form)
        #expect(answer.status == .unavailable && answer.text.contains("The desk can only be read"))
        let kept = try FilledForm(answer)
        #expect(kept.fields["city"] == "Тверь & <Омск>" && kept.version == Int(form["version"] ?? ""))
        #expect(world.get("/clients/2").status == .ok)
        #expect(world.post("/matters/1/done", ["back": "/"]).status == .unavailable)
        try write("query_only = OFF", world)
        form = kept.fields
        #expect(world.post("/clients/2", form).status == .seeOther)
        #expect(try FilledForm(world.get("/clients/2/edit")).fields["city"] == "Тверь & <Омск>")
    }

    @Test func `the last use of a login is stored once the disk can be written again`() throws {
        let world = try WorldApp()
        let digest = [UInt8](repeating: 9, count: 32)
        try world.app.write(as: .program) { try $0.beginSession(digest, address: "127.0.0.1", browser: "") }
        let session = Session(isSecure: false, key: world.app.key)
        try world.app.write(as: .program) {
            try $0.beginSession(session.digest, address: "127.0.0.1", browser: "")
        }
        world.app.callers.note(session, from: "10.0.0.9")
        try write("query_only = ON", world)
        #expect(throws: DiskFault.readOnly(world.desk.path)) { try world.app.callers.keep() }
        try write("query_only = OFF", world)
        try world.app.callers.keep()
        let seen = try world.desk.read { try $0.sessions(this: session.digest) }.filter(\.isThis)
        #expect(seen.map(\.address) == ["10.0.0.9"])
    }
}
