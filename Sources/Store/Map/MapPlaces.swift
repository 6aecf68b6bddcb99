import Domain
import GRDB

extension ReadTransaction {
    /// Where a map's people stand in the picture that its viewer saw last. Two statements.
    package func mapPlaces(_ map: String) throws -> MapPlaces {
        let mine: Values = [map, pictureOwner]
        let places = try rows(
            "SELECT person_id, x, y, is_pinned FROM map_place WHERE map = ? AND viewer_id = ?", mine
        ) { ($0.id(0) as Person.ID, MapPlace(x: $0[1], y: $0[2], isPinned: $0[3])) }
        let mark = try first("SELECT mark FROM map_picture WHERE map = ? AND viewer_id = ?", mine) { $0[0] as Int64 }
        return MapPlaces(places: Dictionary(places) { first, _ in first }, mark: mark)
    }

    /// Whose picture the viewer sees: 0 is that of all who see everything.
    fileprivate var pictureOwner: Int64 { seen == nil ? 0 : viewer.number }
}

extension WriteTransaction {
    /// How many pictures of one viewer are kept.
    static let pictures = 100

    /// Keeps where a map's people stand. It changes no record, and history does not tell of it. Of too many pictures those go in which
    /// nobody is pinned.
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

    /// Puts a person at a place of a map, to stay there; nil lets them go again.
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
