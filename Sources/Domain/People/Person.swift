/// A person on the client's side who decides, shapes opinion, or works with us.
package struct Person: Record, Equatable {
    package typealias ID = Domain.ID<Person>

    package var id: ID
    package var version: Int
    package var draft: PersonDraft

    package init(id: ID, version: Int, draft: PersonDraft) {
        self.id = id
        self.version = version
        self.draft = draft
    }
}

/// A person's fields as typed or imported, checked.
package struct PersonDraft: StoredDraft, Sendable, Equatable, Encodable {
    /// The person's number in another system. An import finds the person by it.
    package var key: String?
    package var name: String
    /// True if the person decides or controls money.
    package var isVip: Bool
    /// True if the person shapes colleagues' opinions.
    package var isKol: Bool
    package var phone: String?
    package var email: String?
    package var birthday: Birthday?
    package var note: String?

    package init(_ entries: Entries) throws(Problems) {
        var read = FieldReader(entries)
        key = read.optionalText("key", atMost: 80)
        name = read.text("name", atMost: 300)
        isVip = read.flag("vip")
        isKol = read.flag("kol")
        phone = read.phones("phone")
        email = read.emails("email")
        birthday = read.checked("birthday", .notABirthday) { Birthday(typed: $0) }
        note = read.optionalText("note", atMost: 20_000)
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(
        key: String? = nil, name: String, isVip: Bool = false, isKol: Bool = false, phone: String? = nil,
        email: String? = nil, birthday: Day? = nil, note: String? = nil
    ) {
        self.key = key
        self.name = name
        self.isVip = isVip
        self.isKol = isKol
        self.phone = phone
        self.email = email
        self.birthday = birthday.map(Birthday.init)
        self.note = note
    }

    package static var blank: PersonDraft { PersonDraft(name: "") }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("key", &key)
        fields.field("name", &name)
        fields.field("is_vip", form: "vip", &isVip)
        fields.field("is_kol", form: "kol", &isKol)
        fields.field("phone", &phone)
        fields.field("email", &email)
        fields.field("birthday", &birthday)
        fields.field("note", &note)
    }
}

/// A person as a row of a list.
package struct PersonRow: Sendable, Equatable, Encodable {
    package var id: Person.ID
    package var name: String
    package var isVip: Bool
    package var isKol: Bool
    /// The title of a current post, the one begun last; nil when there is none.
    package var title: String?
    package var client: Named<Client>?
    /// How many posts they hold today.
    package var posts: Int
    package var lastContact: Day?

    package init(
        id: Person.ID, name: String, isVip: Bool, isKol: Bool, title: String?, client: Named<Client>?, posts: Int,
        lastContact: Day?
    ) {
        self.id = id
        self.name = name
        self.isVip = isVip
        self.isKol = isKol
        self.title = title
        self.client = client
        self.posts = posts
        self.lastContact = lastContact
    }
}

/// The request for a list of people.
package struct PersonListQuery: Sendable, Equatable, Hashable {
    package enum Flag: String, Wording { case vip, kol }

    package var text: String?
    package var flag: Flag?
    package var place: ListPlace?

    package init(text: String? = nil, flag: Flag? = nil, place: ListPlace? = nil) {
        self.text = text
        self.flag = flag
        self.place = place
    }

    package var isFiltered: Bool { text != nil || flag != nil }

    package func at(_ place: ListPlace?) -> PersonListQuery {
        var query = self
        query.place = place
        return query
    }
}

package struct PersonList: Sendable, Encodable {
    package var rows: [PersonRow]
    package var earlier: ListPlace?
    package var later: ListPlace?

    package init(rows: [PersonRow], earlier: ListPlace?, later: ListPlace?) {
        self.rows = rows
        self.earlier = earlier
        self.later = later
    }

    private enum CodingKeys: String, CodingKey { case rows, earlier, later }
}

/// The page of a person whom the viewer knows by name only.
package struct NamedPersonSheet: Sendable, Encodable {
    package var person: Named<Person>
    package var posts: [PostRow]
    /// The names of colleagues who hold a client where the person has a post.
    package var knownBy: [String]

    package init(person: Named<Person>, posts: [PostRow], knownBy: [String]) {
        self.person = person
        self.posts = posts
        self.knownBy = knownBy
    }
}
