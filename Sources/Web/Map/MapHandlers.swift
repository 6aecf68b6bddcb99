import Domain
import Routes
import Store
import Templates

extension MapRoute: PageHandler {
    func page(_ app: App, _ visit: Visit) throws -> Page { try app.page(self, visit) }
}

extension MapAction: ActionHandler {
    func act(_ app: App, _ deed: Deed) throws -> Route { try app.act(self, deed) }

    func formPage(_ app: App, _ entries: Entries, _ read: ReadTransaction) -> Route { app.formPage(of: self) }
}

extension App {
    func page(_ route: MapRoute, _ visit: Visit) throws -> Page {
        switch route {
        case .sheet(let query):
            let read = visit.read
            let day = query.day ?? visit.today
            let picture = MapRoute.sheet(query.picture)
            let balance = try read.balance(query, on: day)
            let material = try read.mapMaterial(query, on: day)
            let before = try query.since.map { try read.mapMaterial(query, on: $0) }
            let sheet = MapSheet(
                material, before: before,
                try before.map { try read.mapMoves(MapChange.all(from: $0, to: material), query, on: day) },
                balance: balance?.curve ?? [], balance?.outlook, try read.mapChoices(query, of: material.people), query,
                try read.mapPlaces(picture.path), on: day, by: read.frame.viewer.id)
            // An empty map is not stored: anybody may ask for the map of a territory that does not exist.
            if let fresh = sheet.drawing.fresh, !fresh.places.isEmpty, query.day == nil {
                visit.after.write = { try $0.keep(fresh, of: picture.path) }
            }
            return Page(sheet) { mapPage(sheet, query, $0) }
                .exporting { mapExport(sheet, $0) }
                .drawing { mapFile(sheet, $0) }
        }
    }

    func act(_ action: MapAction, _ deed: Deed) throws -> Route {
        switch action {
        case .pin:
            guard case .sheet(let query) = SiteMap.page(at: deed.entries["map"])?.page as? MapRoute,
                let person = Person.ID(deed.entries["person"])
            else { throw Refusal.notFound }
            var place: MapPoint?
            if !deed.entries["x"].isEmpty {
                guard let x = Double(deed.entries["x"]), let y = Double(deed.entries["y"]), abs(x) < 1e6, abs(y) < 1e6
                else { throw Refusal.notFound }
                place = MapPoint(x: x, y: y)
            }
            try deed.write.pin(person, at: place, on: MapRoute.sheet(query.picture).path)
            return .map(.sheet(query))
        }
    }

    func formPage(of action: MapAction) -> Route { .map(.sheet(MapQuery(.desk))) }
}
