/// A colleague, who holds clients or works on the desk.
package struct User: Sendable, Equatable, Encodable {
    package typealias ID = Domain.ID<User>

    package var id: ID
    package var name: String
    package var role: Role
    package var department: Named<Department>?
    /// True if they may change the team, the settings and the copies.
    package var administers: Bool
    /// False if they have left: they cannot sign in, and history still names them.
    package var isActive: Bool
    /// True if they have a password.
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
    /// True if a client may be handed over to them.
    package var mayHoldClients: Bool { isActive && role.worksWithClients }
}

/// A part of the team with a head.
package enum Department {}

/// A colleague's role. It decides what they see (`Sight`) and which pages they may open (`Access`).
package enum Role: String, Wording {
    case kam, head, director, support, administrator, reader
}

/// The language of the desk for one viewer.
package enum Tongue: String, Wording {
    case english = "en"
    case russian = "ru"
}

/// Who is looking. Every read takes a viewer and returns only what the viewer may see.
package struct Viewer: Sendable, Equatable, Encodable {
    package var id: User.ID
    package var name: String
    package var role: Role
    package var administers: Bool
    package var department: ID<Department>?
    package var tongue: Tongue
    /// True for the owner who works without signing in.
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

    /// A viewer who is not signed in.
    package static func stranger(_ tongue: Tongue) -> Viewer {
        Viewer(id: User.ID(0), name: "", role: .reader, administers: false, tongue: tongue)
    }

    package var isStranger: Bool { id.number == 0 }
}

extension Role {
    /// KAMs, heads and directors.
    package var worksWithClients: Bool { self == .kam || leads }
    /// KAMs, heads, directors and sales support. They keep orders, products and receivables.
    package var keepsBooks: Bool { worksWithClients || self == .support }
    /// Heads and directors.
    package var leads: Bool { self == .head || self == .director }
}

extension Viewer {
    package var asMember: Sight.Member { Sight.Member(id: id, role: role, department: department) }

    /// True if they may change records of this kind at all, in any way. `Access` has the same rule for every address.
    package func mayChange(_ subject: Change.Subject) -> Bool {
        switch subject.kind.keepers {
        case .administrators: administers
        case .leads: role.leads
        case .clientWorkers: role.worksWithClients
        case .bookkeepers: role.keepsBooks
        }
    }
}

/// A colleague's fields as typed.
package struct UserDraft: StoredDraft, Sendable, Equatable {
    package var name: String
    package var role: Role
    /// The department's name. The department is made if there is none.
    package var department: String?
    package var administers: Bool
    package var isActive: Bool

    /// The role administrator always administers; other roles only if the form says so.
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

    package static var blank: UserDraft { UserDraft(name: "", role: .blank) }

    /// The department is a record of its own, and the form asks whether the colleague has left.
    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("name", &name)
        fields.field("role", &role)
        fields.field("administers", &administers)
        fields.field("is_active", form: nil, &isActive)
    }

    /// The owner of a desk, who sees everything and administers it.
    package static func owner(_ name: String) -> UserDraft {
        UserDraft(name: typed(name), role: .director, administers: true)
    }
}

extension User {
    /// The colleague's fields as their form shows them.
    package var entries: Entries {
        Entries([
            "name": name, "role": role.rawValue, "department": department?.name ?? "",
            "administers": administers ? "yes" : "", "has_left": isActive ? "" : "yes",
        ])
    }
}
