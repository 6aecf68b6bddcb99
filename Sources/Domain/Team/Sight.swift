/// What a viewer sees of the desk beyond names: which clients they see whole, and which rooms of these. Of all other clients they see the
/// name, kind, city and the KAM in charge; of all other people the name and posts. (Domain section 7.)
package struct Sight: Sendable, Equatable {
    /// The colleagues whose clients the viewer sees; nil means all colleagues.
    package var kams: Set<User.ID>?
    /// True if they see clients that nobody holds.
    package var seesUnheld: Bool
    /// Interactions, matters, briefs, people.
    package var seesDossier: Bool
    /// Orders, invoices, payments and what follows from them.
    package var seesMoney: Bool
    /// Birthdays, notes on people and confidential interactions.
    package var seesPersonal: Bool
    /// True if they see confidential clients among those of `kams`.
    package var seesConfidential: Bool
    /// True if they see the history and the log of the team.
    package var seesTeam: Bool
    /// By KAM: the absent colleague for whom the viewer acts at this KAM's clients. Only for KAMs whose clients the viewer sees as a
    /// deputy.
    package var standsIn: [User.ID: User.ID] = [:]
    /// The absent colleague for whom the viewer acts at every other client. Nil unless the viewer deputises for somebody who sees
    /// everything.
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

    /// True if the viewer sees a client whole that this KAM holds; nil means a client that nobody holds.
    package func sees(heldBy kam: User.ID?, isConfidential: Bool) -> Bool {
        guard seesConfidential || !isConfidential else { return false }
        guard let kam else { return seesUnheld }
        return kams?.contains(kam) ?? true
    }

    /// True if they see the room of a dossier that has records of this kind.
    package func seesRoom(of subject: Change.Subject) -> Bool {
        switch subject.kind.room {
        case .everybody: true
        case .dossier: seesDossier
        case .personal: seesPersonal
        case .money: seesMoney
        case .team: seesTeam
        }
    }

    /// True if they may say who deputises for a colleague: if they see the colleague's clients by their own right. So nobody can give
    /// themselves more sight by a deputy order.
    package func leads(_ colleague: User.ID) -> Bool {
        (kams?.contains(colleague) ?? false) && standsIn[colleague] == nil
    }

    /// The absent colleague for whom the viewer acts at a client of this KAM (nil: a client that nobody holds). Nil if the viewer acts for
    /// themselves.
    package func deputises(atClientOf kam: User.ID?, _ viewer: User.ID) -> User.ID? {
        let absent = kam.flatMap { standsIn[$0] } ?? standsInForAll
        return absent == viewer ? nil : absent
    }

    /// A person with rights: the viewer, or a colleague for whom the viewer deputises today.
    package struct Member: Sendable {
        package var id: User.ID
        package var role: Role
        package var department: ID<Department>?

        package init(id: User.ID, role: Role, department: ID<Department>?) {
            self.id = id
            self.role = role
            self.department = department
        }

        /// True if they see everything.
        package var isAbove: Bool { role == .director || role == .head && department == nil }
    }

    /// The sight of a viewer. `absent` are the colleagues for whom they deputise today. `inDepartment` returns the colleagues of a
    /// department. Returns nil if the viewer sees everything by their own right: a director, or a head above all departments.
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
