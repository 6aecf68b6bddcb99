import Domain
import Foundation
import HTTP
import Routes
import Store
import Synchronization
import Testing

@testable import Web

/// What takes its time waits its turn on a worker, and nobody waits behind it.
@Suite struct TurnTests {
    private func isParked(_ app: App, _ address: String) -> Bool {
        if case .parked = app.answer(Request(.get, address)) { true } else { false }
    }

    @Test func `a worker makes what may take long, and what is short is answered at once`() throws {
        let world = try WorldApp()
        for address in [
            "/orders.csv", "/clients.csv", "/people.csv", "/receivables.csv", "/products.csv", "/events.csv",
            "/projects.csv", "/clients/2/interactions.csv", "/map", "/map.json", "/map.csv", "/map.svg",
            "/clients/2/map.svg", "/clients/2/print", "/clients/2/people", "/clients/2/people.json",
            "/colleagues/1/handover", "/orders/1", "/orders/1.json", "/history/1/back", "/history/1/version",
        ] {
            #expect(isParked(world.app, address), "\(address)")
        }
        for address in ["/", "/clients", "/clients/2", "/orders", "/health", "/search", "/clients.json", "/login"] {
            #expect(!isParked(world.app, address), "\(address)")
        }
    }

    @Test func `an empty map is not stored, and a stranger's form does not wait for the writer`() throws {
        let world = try WorldApp()
        let generation = world.desk.generation
        for number in 0..<3 { #expect(world.get("/map?territory=none-\(number)").status == .ok) }
        #expect(world.desk.generation == generation)
        let door = try Door()
        let answer = door.visitor(from: "10.0.0.9").answer("/clients", ["name": "X"])
        if case .parked = answer { Issue.record("a stranger waits for the writer") }
    }

    @Test func `no work is done for a client that has disconnected`() throws {
        let world = try WorldApp()
        for address in ["/orders.csv", "/map.svg", "/clients/2/print"] {
            var request = Request(.get, address)
            request.isAwaited = { false }
            guard case .parked(.worker, let work, _) = world.app.answer(request) else {
                Issue.record("\(address) is not parked")
                continue
            }
            let response = work()
            #expect(response.status == .unavailable && response.body.count == 0)
        }
    }

    @Test func `an export stops once its reader has disconnected`() throws {
        let world = try WorldApp()
        try fill(world, .products, "key,name\n", (1...2500).map { "p\($0),Product \($0)" })
        let asked = Mutex(0)
        var request = Request(.get, "/products.csv")
        // There for the beginning and the first part.
        request.isAwaited = {
            asked.withLock {
                $0 += 1
                return $0 < 3
            }
        }
        #expect(world.app.answerAtOnce(request).status == .unavailable)
        #expect(asked.withLock { $0 } == 3)
    }

    private func fill(_ world: WorldApp, _ kind: ImportKind, _ header: String, _ rows: [String]) throws {
        let path = world.folder.appendingPathComponent("rows.csv").path
        try Data((header + rows.joined(separator: "\n")).utf8).write(to: URL(fileURLWithPath: path))
        let report = try world.desk.importFile(kind, path: path, ImportOptions(map: ""), at: world.noon) {
            _, _ in
        }
        #expect(report.added == rows.count)
    }

    @Test func `every row of a list is in its export once, however many parts it is read in`() throws {
        let world = try WorldApp()
        try fill(world, .products, "key,name\n", (1...2500).map { "p\($0),Product \($0)" })
        try fill(world, .clients, "key,name\n", (1...2100).map { "c\($0),Works \($0)" })
        try fill(
            world, .invoices, "number,client,date,due,amount\n",
            (1...2100).map { "n\($0),c\($0),2026-01-0\(1 + $0 % 9),2026-02-0\(1 + $0 % 7),10" })
        for (address, name, count) in [
            ("/products.csv", "Product", 2500), ("/clients.csv", "Works", 2100),
            ("/clients.csv?order=income", "Works", 2100),
            ("/clients.csv?order=overdue", "Works", 2100), ("/clients.csv?order=contact", "Works", 2100),
            ("/receivables.csv", "n", 2100),
        ] {
            let text = world.get(address).text
            let lines = text.split(separator: "\r\n")
            let found = lines.flatMap { $0.matches(of: /\b(Product|Works|n) ?(\d+)\b/) }.filter { $0.1 == name }.map {
                $0.2
            }
            #expect(Set(found).count == count && found.count >= count, "\(address)")
            #expect(
                text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) && text.matches(of: /\u{FEFF}/).count == 1, "\(address)")
            #expect(Set(lines).count == lines.count, "\(address)")
        }
    }
}
