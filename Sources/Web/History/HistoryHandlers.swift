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
        let act = try deed.write.read.pastAct(id)
        try deed.write.takeBack(id)
        // What was added is no more.
        if let client = act.client, (try? deed.write.read.clientName(client)) == nil {
            return .clients(.list(ClientListQuery()))
        }
        return App.home(of: act)
    }

    private static func home(of act: PastAct) -> Route { act.client.map { .clients(.sheet($0)) } ?? .today }
}
