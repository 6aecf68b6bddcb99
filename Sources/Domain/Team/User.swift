/// One of us: a colleague who holds clients or works on the desk.
package struct User: Sendable, Equatable, Encodable {
    package typealias ID = Domain.ID<User>

    package var id: ID
    package var name: String
    package var role: Role

    package init(id: ID, name: String, role: Role) {
        self.id = id
        self.name = name
        self.role = role
    }
}

/// What somebody is on the desk; the rule for every page names the least of them in `Access`.
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
    package var tongue: Tongue

    package init(id: User.ID, name: String, role: Role, tongue: Tongue) {
        self.id = id
        self.name = name
        self.role = role
        self.tongue = tongue
    }
}
