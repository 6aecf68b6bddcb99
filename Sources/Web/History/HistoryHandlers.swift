import Domain
import Routes
import Store
import Templates

extension App {
    func pastActPage(_ id: Change.ID, _ visit: Visit) throws -> Page {
        let act = try visit.read.pastAct(id)
        return .form { Templates.pastActPage(act, back: App.home(of: act), visit.form(), $0) }
    }

    func takeBack(_ id: Change.ID, _ deed: Deed) throws -> Route {
        try deed.write.takeBack(id)
        return App.home(of: try deed.write.read.pastAct(id))
    }

    private static func home(of act: PastAct) -> Route { act.client.map { .clients(.sheet($0)) } ?? .today }
}
