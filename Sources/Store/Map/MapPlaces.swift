import Domain
import GRDB

extension ReadTransaction {
    /// The places of a map's people in the picture that the viewer saw last. Two statements.
    package func mapPlaces(_ map: String) throws -> MapPlaces {
        let mine: Values = [map, pictureOwner]
        let places = try rows(
            "SELECT person_id, x, y, is_pinned FROM map_place WHERE map = ? AND viewer_id = ?", mine
        ) { ($0.id(0) as Person.ID, MapPlace(x: $0[1], y: $0[2], isPinned: $0[3])) }
        let mark = try first("SELECT mark FROM map_picture WHERE map = ? AND viewer_id = ?", mine) { $0[0] as Int64 }
        return MapPlaces(places: Dictionary(places) { first, _ in first }, mark: mark)
    }

    /// The viewer whose picture is used. All viewers who see everything share the picture 0.
    fileprivate var pictureOwner: Int64 { seen == nil ? 0 : viewer.number }
}

extension WriteTransaction {
    /// How many pictures are kept for one viewer.
    static let pictures = 100

    /// Stores the places of a map's people. It changes no record and writes no history. If there are too many pictures, deletes those in
    /// which nobody is pinned.
    package func keep(_ places: MapPlaces, of map: String) throws {
        guard let mark = places.mark else { return }
        let owner = pictureOwner
        if try read.count("SELECT count(*) FROM map_picture WHERE viewer_id = ?", [owner]) >= WriteTransaction.pictures
        {
            let loose = """
                viewer_id = ?1 AND map NOT IN (SELECT map FROM map_place WHERE viewer_id = ?1 AND is_pinned = 1)
                """
            try execute("DELETE FROM map_picture WHERE \(loose)", [owner])
            try execute("DELETE FROM map_place WHERE \(loose)", [owner])
        }
        try execute("DELETE FROM map_place WHERE map = ? AND viewer_id = ?", [map, owner])
        for (person, place) in places.places.sorted(by: { $0.key < $1.key }) {
            try execute(
                """
                INSERT INTO map_place (map, viewer_id, person_id, x, y, is_pinned)
                SELECT ?, ?, id, ?, ?, ? FROM person WHERE id = ?
                """, [map, owner, place.x, place.y, place.isPinned ? 1 : 0, person.number])
        }
        try execute("DELETE FROM map_picture WHERE map = ? AND viewer_id = ?", [map, owner])
        try execute("INSERT INTO map_picture (map, viewer_id, mark) VALUES (?, ?, ?)", [map, owner, mark])
    }

    /// Pins a person at a place of a map; nil lets the person move again.
    package func pin(_ person: Person.ID, at place: MapPoint?, on map: String) throws {
        let mine: Values = [map, pictureOwner, person.number]
        if let place {
            try execute(
                "UPDATE map_place SET x = ?, y = ?, is_pinned = 1 WHERE map = ? AND viewer_id = ? AND person_id = ?",
                [place.x, place.y] + mine)
        } else {
            try execute(
                "UPDATE map_place SET is_pinned = 0 WHERE map = ? AND viewer_id = ? AND person_id = ?", mine)
        }
    }

    private var pictureOwner: Int64 { sight == nil ? 0 : read.viewer.number }
}
