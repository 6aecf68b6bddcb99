/// What a viewer sees of the desk beyond names: the clients that are theirs to see, and of these which rooms. Of all other clients
/// they see the name, kind, city and the KAM in charge; of all other people name and posts. (Domain section 7.)
package struct Sight: Sendable, Equatable {
    /// The colleagues whose clients the viewer sees; nil: those of all.
    package var kams: Set<User.ID>?
    /// Do they see clients whom nobody holds?
    package var seesUnheld: Bool
    /// Interactions, matters, briefs, people.
    package var seesDossier: Bool
    /// Orders, invoices, payments and what follows from them.
    package var seesMoney: Bool
    /// Birthdays, notes on people and confidential interactions.
    package var seesPersonal: Bool
    /// Confidential clients among those of `kams`.
    package var seesConfidential: Bool
    /// History and log of the team itself.
    package var seesTeam: Bool
    /// For whom the viewer acts where a colleague holds the client: those whose clients they see as a deputy only.
    package var standsIn: [User.ID: User.ID] = [:]
    /// For whom they act at every other client; nil of whoever deputises for nobody who sees everything.
    package var standsInForAll: User.ID?

    package init(
        kams: Set<User.ID>?, seesUnheld: Bool = false, seesDossier: Bool = true, seesMoney: Bool = true,
        seesPersonal: Bool = true, seesConfidential: Bool = true, seesTeam: Bool = false
    ) {
        self.kams = kams
        self.seesUnheld = seesUnheld
        self.seesDossier = seesDossier
        self.seesMoney = seesMoney
        self.seesPersonal = seesPersonal
        self.seesConfidential = seesConfidential
        self.seesTeam = seesTeam
    }

    /// Is a client whom a colleague holds, or nobody, one that the viewer sees whole?
    package func sees(heldBy kam: User.ID?, isConfidential: Bool) -> Bool {
        guard seesConfidential || !isConfidential else { return false }
        guard let kam else { return seesUnheld }
        return kams?.contains(kam) ?? true
    }

    /// Do they see the room of a dossier in which records of a kind are?
    package func seesRoom(of subject: Change.Subject) -> Bool {
        switch subject.kind.room {
        case .everybody: true
        case .dossier: seesDossier
        case .personal: seesPersonal
        case .money: seesMoney
        case .team: seesTeam
        }
    }

    /// May they say who stands in for a colleague? Those who see the colleague's clients by their own right: nobody comes to see more
    /// by an order of their own.
    package func leads(_ colleague: User.ID) -> Bool {
        (kams?.contains(colleague) ?? false) && standsIn[colleague] == nil
    }

    /// For whom the viewer acts at a client whom a colleague holds, or nobody; nil where for themselves.
    package func deputises(atClientOf kam: User.ID?, _ viewer: User.ID) -> User.ID? {
        let absent = kam.flatMap { standsIn[$0] } ?? standsInForAll
        return absent == viewer ? nil : absent
    }

    /// One who may see something: the viewer, or somebody for whom they deputise today.
    package struct Member: Sendable {
        package var id: User.ID
        package var role: Role
        package var department: ID<Department>?

        package init(id: User.ID, role: Role, department: ID<Department>?) {
            self.id = id
            self.role = role
            self.department = department
        }

        /// Do they see everything?
        package var isAbove: Bool { role == .director || role == .head && department == nil }
    }

    /// The sight of a viewer. `absent` are those for whom they deputise today, `inDepartment` names the colleagues of a department.
    /// Nil where the viewer sees everything by their own right: a director, a head above all departments.
    package static func of(
        _ viewer: Viewer, absent: [Member], inDepartment: (ID<Department>) throws -> [User.ID]
    ) rethrows -> Sight? {
        let me = viewer.asMember
        func clients(of member: Member) throws -> Set<User.ID> {
            switch member.role {
            case .kam: [member.id]
            case .head: Set(try member.department.map(inDepartment) ?? []).union([member.id])
            case .director, .support, .administrator, .reader: []
            }
        }
        if me.isAbove { return nil }
        let own = try clients(of: me)
        var standsIn: [User.ID: User.ID] = [:]
        for member in absent {
            for kam in try clients(of: member) where !own.contains(kam) && standsIn[kam] == nil {
                standsIn[kam] = member.id
            }
        }
        let above = absent.first(where: \.isAbove)
        guard own.isEmpty && standsIn.isEmpty && above == nil else {
            var sight = Sight(
                kams: above == nil ? own.union(standsIn.keys) : nil,
                seesUnheld: above != nil || ([me] + absent).contains { $0.role == .head }, seesTeam: viewer.administers)
            (sight.standsIn, sight.standsInForAll) = (standsIn, above?.id)
            for kam in own where above != nil { sight.standsIn[kam] = viewer.id }
            return sight
        }
        let kams = try viewer.department.map { Set(try inDepartment($0)) }
        switch viewer.role {
        case .support:
            return Sight(
                kams: kams, seesUnheld: true, seesDossier: false, seesPersonal: false, seesConfidential: false,
                seesTeam: viewer.administers)
        case .reader:
            return Sight(
                kams: kams, seesUnheld: true, seesPersonal: false, seesConfidential: false,
                seesTeam: viewer.administers)
        case .administrator, .kam, .head, .director:
            return Sight(
                kams: [], seesDossier: false, seesMoney: false, seesPersonal: false, seesConfidential: false,
                seesTeam: viewer.administers)
        }
    }
}
