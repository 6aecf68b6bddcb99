import Domain
import Testing

@testable import Store

@Suite struct MapPictureTests {
    @Test func `a viewer's map pictures are kept up to a limit, and a picture with a pinned person stays`() throws {
        let desk = try TemporaryDesk()
        let person = try desk.addPerson("Vera")
        func keep(_ map: String) throws {
            try desk.write {
                try $0.keep(MapPlaces(places: [person: MapPlace(x: 1, y: 1, isPinned: false)], mark: 1), of: map)
            }
        }
        try keep("/map/pinned")
        try desk.write { try $0.pin(person, at: MapPoint(x: 2, y: 2), on: "/map/pinned") }
        for number in 0..<(WriteTransaction.pictures * 2) { try keep("/map/\(number)") }
        let (pictures, places) = try desk.desk.read {
            (try $0.count("SELECT count(*) FROM map_picture"), try $0.count("SELECT count(*) FROM map_place"))
        }
        #expect((1...WriteTransaction.pictures).contains(pictures) && places == pictures)
        #expect(try desk.desk.read { try $0.mapPlaces("/map/pinned").places[person]?.isPinned } == true)
    }
}
