import Domain
import Testing

@testable import Web

/// What a map's page says and how it is asked.
@Suite struct MapPageTests {
    private let world = try! WorldApp()

    @Test func `a map begins with its answer, in words, before the picture`() throws {
        for address in ["/map", "/clients/2/map", "/people/3/map"] {
            let page = world.get(address).text
            let answer = try #require(page.range(of: "<p class=\"answer\">"))
            let picture = try #require(page.range(of: "<svg class=\"map"))
            #expect(answer.lowerBound < picture.lowerBound, "\(address)")
        }
    }

    @Test func `people without ties are drawn if that is asked for, in a picture of their own`() throws {
        #expect(world.get("/map?lone=shown").text.contains("data-map=\"/map?lone=shown\""))
        let (usual, all) = (try people("/map.json"), try people("/map.json?lone=shown"))
        let withTables = try people("/map.json?lone=shown&tables=yes")
        #expect(usual < all && all == withTables)
    }

    private func people(_ address: String) throws -> Int {
        try #require(try world.get(address).json()["people"] as? [Any]).count
    }

    @Test func `a map's file has the colours and shapes of the page, and lights the way that was asked for`() {
        let file = world.get("/map.svg?to=5").text
        for text in [
            "<g class=\"key\"", ".body.for{fill:#1f66ad}", ".body.against{fill:#a9500a}", "class=\"sign\"", "▲",
            "person lit",
        ] {
            #expect(file.contains(text), "\(text)")
        }
    }

    @Test func `what is said after the picture is printed only with the tables`() {
        #expect(world.get("/map").text.contains("charted-words unprinted"))
        let page = world.get("/map?tables=yes").text
        #expect(!page.contains("charted-words unprinted") && page.contains("<details class=\"folded\" open>"))
    }
}
