import Foundation
import HTTP
import Logging
import Testing

@testable import Store
@testable import Web

/// What a browser is told where the desk's file is gone, or damaged.
@Suite struct FilePageTests {
    private static let pages = [
        "/", "/clients", "/clients/2", "/clients/2/edit", "/people", "/orders", "/map", "/settings", "/help",
    ]

    @Test func `every page reports that the desk's file is gone, and no act is accepted`() throws {
        let world = try WorldApp()
        let form = try FilledForm(world.get("/clients/2/edit")).with("city", "Tver")
        let token = world.token
        try FileManager.default.moveItem(atPath: world.desk.path, toPath: world.desk.path + "-moved")
        world.desk.lookAtFile()
        for page in FilePageTests.pages {
            let answer = world.get(page)
            #expect(answer.status == .unavailable, "\(page)")
            #expect(answer.text.contains("file is not in its place"), "\(page)")
        }
        for act in ["/clients/2", "/matters/1/done", "/login"] {
            let headers = Headers([("Host", "127.0.0.1:8090"), ("Origin", "http://127.0.0.1:8090")])
            let answer = world.post(act, form, headers: headers, token: token)
            #expect(answer.status == .unavailable && answer.text.contains("not in its place"), "\(act)")
        }
        #expect(world.get("/health").status == .unavailable)
        let russian = world.get("/", headers: Headers([("Accept-Language", "ru")]))
        #expect(russian.text.contains("Файла базы нет на месте"))
    }

    @Test func `every readable page of a damaged desk reports the damage, and the settings name a whole copy`() throws {
        let world = try WorldApp()
        let keeper = BackupKeeper(desk: world.desk.path, folder: nil, keep: 3, logger: Logger(label: "test"))
        try world.restart(backups: keeper)
        keeper.keepUp()
        let copy = try #require(keeper.state.last?.path)
        let form = try FilledForm(world.get("/clients/2/edit")).with("city", "Тверь & <Омск>")
        #expect(!world.get("/").text.contains("file is damaged"))
        let tag = try #require(world.get("/clients").headers["ETag"])
        world.desk.halt(for: .damaged(world.desk.path, reason: "database disk image is malformed"))
        for page in FilePageTests.pages {
            let answer = world.get(page)
            #expect(answer.status == .ok && answer.text.contains("file is damaged"), "\(page)")
        }
        #expect(world.get("/clients", headers: Headers([("If-None-Match", tag)])).status == .ok)
        world.app.lookAfterFile(for: 0)
        #expect(world.get("/settings").text.contains(copy))
        #expect(world.get("/health").status == .unavailable)
        let answer = world.post("/clients/2", form)
        #expect(answer.status == .unavailable)
        #expect(try FilledForm(answer).fields["city"] == "Тверь & <Омск>")
    }

    @Test func `a page that meets damaged data says so, and other pages still work and warn of the damage`() throws {
        let world = try WorldApp()
        try world.desk.withWriter { db in
            try db.execute(
                sql: """
                    PRAGMA ignore_check_constraints = ON;
                    UPDATE client SET status = 'acQive' WHERE id = 2;
                    PRAGMA ignore_check_constraints = OFF
                    """)
        }
        let answer = world.get("/clients/2")
        #expect(answer.status == .unavailable && answer.text.contains("This page cannot be read"))
        let other = world.get("/clients/3")
        #expect(other.status == .ok && other.text.contains("file is damaged"))
    }

    @Test func `the log reports once that the desk's file is gone`() throws {
        let log = LogLines()
        let world = try WorldApp(isEmpty: true)
        let app = try App(desk: world.desk, base: "", logger: Logger(label: "test", factory: { _ in log }))
        try FileManager.default.removeItem(atPath: world.desk.path)
        for second in 0..<3 { app.lookAfterFile(for: second) }
        #expect(log.text.split(separator: "\n").filter { $0.contains("no more acts") }.count == 1, "\(log.text)")
    }

    @Test(arguments: [
        ("desk.csv", "attachment; filename=\"desk.csv\""),
        ("a \"b\" \\ c.csv", "attachment; filename=\"a _b_ _ c.csv\"; filename*=UTF-8''a%20%22b%22%20%5C%20c.csv"),
        ("Стол.csv", "attachment; filename=\"____.csv\"; filename*=UTF-8''%D0%A1%D1%82%D0%BE%D0%BB.csv"),
        ("a\r\nb%;é", "attachment; filename=\"a__b%;_\"; filename*=UTF-8''a%0D%0Ab%25%3B%C3%A9"),
    ])
    func `a downloaded file keeps its name, whatever characters the name contains`(name: String, header: String) {
        #expect(attachment(named: name) == header)
    }

    @Test func `a copy of a desk with quotes in its name is downloaded under that name`() throws {
        let world = try WorldApp(isEmpty: true)
        let path = world.folder.path + "/O'Brien \"& Sons\".sqlite"
        let desk = try Desk.openOrMake(path: path, owner: "Anna Orlova", language: "en")
        defer { try? desk.close() }
        let keeper = BackupKeeper(desk: path, folder: nil, keep: 3, logger: Logger(label: "test"))
        keeper.keepUp()
        let app = try App(desk: desk, base: "", logger: Logger(label: "test"), backups: keeper)
        let answer = Browser(app).get("/settings/copy")
        let header = try #require(answer.headers["Content-Disposition"])
        #expect(answer.status == .ok && header.hasPrefix("attachment; filename=\"O'Brien _& Sons_-"))
        #expect(header.contains("filename*=UTF-8''O%27Brien%20%22%26%20Sons%22-"))
    }
}
