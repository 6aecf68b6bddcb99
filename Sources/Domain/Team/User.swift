/// One of us: a colleague who holds clients or works on the desk.
package struct User: Sendable, Equatable, Encodable {
    package typealias ID = Domain.ID<User>

    package var id: ID
    package var name: String
    package var role: Role
    package var department: Named<Department>?
    /// May they change the team, the settings and the copies?
    package var administers: Bool
    /// False of one who has left: they cannot log in, and history still names them.
    package var isActive: Bool
    /// Have they a password?
    package var canLogIn: Bool

    package init(
        id: ID, name: String, role: Role, department: Named<Department>? = nil, administers: Bool = false,
        isActive: Bool = true, canLogIn: Bool = false
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.department = department
        self.administers = administers
        self.isActive = isActive
        self.canLogIn = canLogIn
    }
}

extension User {
    /// May a client be handed over to them?
    package var mayHoldClients: Bool { isActive && role.worksWithClients }
}

/// A part of the team with a head.
package enum Department {}

/// What somebody is on the desk. It decides what they see (`Sight`) and, by `Access`, which pages they may open.
package enum Role: String, Wording {
    case kam, head, director, support, administrator, reader
}

/// The language of the desk for one viewer.
package enum Tongue: String, Wording {
    case english = "en"
    case russian = "ru"
}

/// Who is looking. Every read takes one, and what it returns is already cut to what the viewer may see.
package struct Viewer: Sendable, Equatable, Encodable {
    package var id: User.ID
    package var name: String
    package var role: Role
    package var administers: Bool
    package var department: ID<Department>?
    package var tongue: Tongue
    /// True of the one owner who works without login.
    package var needsNoLogin: Bool

    package init(
        id: User.ID, name: String, role: Role, administers: Bool, department: ID<Department>? = nil, tongue: Tongue,
        needsNoLogin: Bool = false
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.administers = administers
        self.department = department
        self.tongue = tongue
        self.needsNoLogin = needsNoLogin
    }

    /// Somebody before the door.
    package static func stranger(_ tongue: Tongue) -> Viewer {
        Viewer(id: User.ID(0), name: "", role: .reader, administers: false, tongue: tongue)
    }

    package var isStranger: Bool { id.number == 0 }
}

extension Role {
    /// KAMs, heads and directors.
    package var worksWithClients: Bool { self == .kam || leads }
    /// They, and sales support: orders, products, receivables.
    package var keepsBooks: Bool { worksWithClients || self == .support }
    /// Heads and directors.
    package var leads: Bool { self == .head || self == .director }
}

extension Viewer {
    package var asMember: Sight.Member { Sight.Member(id: id, role: role, department: department) }

    /// May they change records of a kind at all, by whatever way? `Access` says the same of every address.
    package func mayChange(_ subject: Change.Subject) -> Bool {
        switch subject.kind.keepers {
        case .administrators: administers
        case .leads: role.leads
        case .clientWorkers: role.worksWithClients
        case .bookkeepers: role.keepsBooks
        }
    }
}

/// A colleague as somebody typed them.
package struct UserDraft: Sendable, Equatable {
    package var name: String
    package var role: Role
    /// By its name; it comes into being where there is none.
    package var department: String?
    package var administers: Bool
    package var isActive: Bool

    /// An administrator by role administers; others where it is said.
    package init(_ entries: Entries) throws(Problems) {
        var read = FieldReader(entries)
        name = read.text("name", atMost: 120)
        role = read.choice("role", or: .kam)
        department = read.optionalText("department", atMost: 120)
        administers = read.flag("administers") || role == .administrator
        isActive = !read.flag("has_left")
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(
        name: String, role: Role, department: String? = nil, administers: Bool = false, isActive: Bool = true
    ) {
        self.name = name
        self.role = role
        self.department = department
        self.administers = administers || role == .administrator
        self.isActive = isActive
    }

    /// The owner of a desk: sees everything and looks after it.
    package static func owner(_ name: String) -> UserDraft {
        UserDraft(name: typed(name), role: .director, administers: true)
    }
}

extension User {
    /// The colleague as their form shows them.
    package var entries: Entries {
        Entries([
            "name": name, "role": role.rawValue, "department": department?.name ?? "",
            "administers": administers ? "yes" : "", "has_left": isActive ? "" : "yes",
        ])
    }
}
