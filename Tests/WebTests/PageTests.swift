import Domain
import Foundation
import HTTP
import Routes
import Testing

@testable import Web

@Suite struct PageTests {
    /// Every GET address of the site map behind the door, with the number of a record that is there; no file waits to be imported, and
    /// the owner has no password yet.
    static let addresses = SiteMap.entries.filter {
        $0.method == .get && !$0.pattern.contains("NAME") && !$0.pattern.contains("/waiting/")
            && !["/settings/copy", "/account/second-factor/edit"].contains($0.pattern)
            && ($0.access != .anybody || $0.pattern == "/health")
    }
    .map { $0.pattern.replacing("ID", with: "1") }
    static let twins = SiteMap.entries.compactMap { $0.twin?.replacing("ID", with: "1") }

    @Test(arguments: ["en", "ru"])
    func `every page answers, in both languages`(language: String) throws {
        let world = try WorldApp(language: language)
        for address in PageTests.addresses {
            let answer = world.get(address)
            #expect(answer.status == .ok, "\(address)")
            #expect(!answer.text.contains("&lt;"), "markup is shown as text on \(address)")
            if address != "/health" { #expect(answer.text.contains("<html lang=\"\(language)\" "), "\(address)") }
        }
    }

    @Test func `no page of a tender shows markup as text`() throws {
        let world = try WorldApp()
        for tender in 1...20 {
            for page in ["", "/map", "/contacts", "/deadlines"] {
                let answer = world.get("/tenders/\(tender)\(page)")
                #expect(answer.status == .ok && !answer.text.contains("&lt;"), "\(tender)\(page)")
            }
        }
    }

    @Test func `on an empty desk every page is shown or is not found`() throws {
        let world = try WorldApp(isEmpty: true)
        // The owner, and the rules of laws with which a desk comes.
        let known = ["/colleagues/", "/settings/rules/"]
        for address in PageTests.addresses {
            #expect(
                world.get(address).status
                    == (address.contains("/1") && !known.contains(where: address.contains) ? .notFound : .ok),
                "\(address)")
        }
        #expect(world.get("/").text.contains("Add your first client"))
    }

    @Test func `the JSON twin of every page is valid JSON with sorted keys`() throws {
        let world = try WorldApp()
        for address in PageTests.twins {
            let answer = world.get(address)
            #expect(answer.status == .ok && answer.headers["Content-Type"] == "application/json", "\(address)")
            let sorted = try JSONSerialization.data(
                withJSONObject: answer.json(), options: [.sortedKeys, .withoutEscapingSlashes])
            #expect(String(decoding: sorted, as: UTF8.self) + "\n" == answer.text, "\(address)")
        }
    }

    @Test func `a JSON twin writes null for an unknown value and a word for a choice`() throws {
        let world = try WorldApp()
        let client = try #require(try world.get("/clients/2.json").json()["client"] as? [String: Any])
        #expect(client["note"] is NSNull)
        #expect(client["kind"] as? String == "hospital")
        #expect(client["parent"] as? Int == 1)
        #expect(try world.get("/today.json").json()["day"] as? String == "2026-03-02")
    }

    @Test func `the dossier shows who decides, what is open and what was said`() throws {
        let page = try WorldApp().get("/clients/2").text
        for text in [
            "Regional Oncology Centre", "Irina Sokolova", "Chief physician", "Open promises", "part of",
            "Southern Hospitals Group",
        ] {
            #expect(page.contains(text), "\(text)")
        }
    }

    @Test func `a page is sent again only where something has changed`() throws {
        let world = try WorldApp()
        _ = world.get("/help")
        let tag = try #require(world.get("/clients/2").headers["ETag"])
        #expect(world.get("/clients/2", headers: Headers([("If-None-Match", tag)])).status == .notModified)
        #expect(world.post("/clients", ["name": "New"]).status == .seeOther)
        #expect(world.get("/clients/2", headers: Headers([("If-None-Match", tag)])).status == .ok)
    }

    @Test func `an embedded file is cached for a year at the address of its content`() throws {
        let world = try WorldApp(isEmpty: true)
        let answer = world.get(Assets.embedded.address("base.css"))
        #expect(answer.status == .ok && answer.headers["Cache-Control"] == "public, max-age=31536000, immutable")
        #expect(world.get("/assets/0000/base.css").status == .notFound)
    }

    @Test func `every link of a page lies below the base path`() throws {
        let world = try WorldApp(base: "/kam")
        for address in ["/", "/clients", "/clients/2", "/people", "/search?q=onc", "/settings", "/clients/2/edit"] {
            let page = world.get(address).text
            let links = page.matches(of: /(?:href|action|src)="([^"]*)"/).map { String($0.1) }
            let outside = links.filter {
                !$0.hasPrefix("/kam/") && !$0.hasPrefix("#") && !$0.contains(":") && $0 != "/kam"
            }
            #expect(outside == [], "\(address)")
        }
        #expect(world.post("/clients", ["name": "New"]).headers["Location"] == "/kam/clients/11")
    }

    @Test(arguments: [
        "/clients/999", "/nowhere", "/clients/0", "/clients/1/zoo", "/clients/1/edit.json",
        "/people/99999999999999999999",
    ])
    func `an address that does not exist is not found`(address: String) throws {
        #expect(try WorldApp(isEmpty: true).get(address).status == .notFound)
    }

    @Test func `the same seed makes the same demonstration data`() throws {
        let (one, two) = (try WorldApp(), try WorldApp())
        for address in ["/today.json", "/clients/9.json", "/people.json", "/clients/2/interactions.json"] {
            #expect(one.get(address).text == two.get(address).text, "\(address)")
        }
    }
}
