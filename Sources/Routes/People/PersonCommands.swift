import Domain

extension SectionDeclaration {
    /// What can be done with a person, and their further pages.
    static func commands(of person: Person.ID) -> [Named] {
        [
            .init(called: "Log an interaction", .interactions(.new(nil, person))),
            .init(called: "Reassess", .profile(.new(person, .assessments))),
            .init(called: "Record a step", .profile(.new(person, .ladder))),
            .init(called: "Add a tie", .profile(.new(person, .ties))),
            .init(called: "Add a fact", .profile(.new(person, .facts))),
            .init(called: "Add a post", .people(.newPost(person))),
            .init(called: "Merge two records", .profile(.merge(person))),
            .init(called: "Invite", .events(.invitation(person))),
            .init(called: "New VIP project", .projects(.new(person))),
            .init(called: "History", .people(.history(person, HistoryQuery()))),
            .init(called: "Edit", .people(.edit(person))),
            .init(called: "Delete", .people(.delete(person))),
        ]
    }
}
