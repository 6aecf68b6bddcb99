import Domain
import HTTP

package enum PostRoute: SectionRoute, Equatable {
    case edit(Post.ID)
    case end(Post.ID)
    case delete(Post.ID)

    package var address: Address {
        switch self {
        case .edit(let id): Address("/posts/\(id.number)/edit")
        case .end(let id): Address("/posts/\(id.number)/end")
        case .delete(let id): Address("/posts/\(id.number)/delete")
        }
    }

    package var section: Section? { .people }

    package var record: RecordReference? {
        switch self {
        case .edit(let id), .end(let id), .delete(let id): RecordReference(.post, id)
        }
    }

    static let entries: [Entry] = [
        .form("/posts/ID/edit", .editor) { $0.id().map { .posts(.edit($0)) } },
        .form("/posts/ID/end", .editor) { $0.id().map { .posts(.end($0)) } },
        .form("/posts/ID/delete", .editor) { $0.id().map { .posts(.delete($0)) } },
    ]
}

package enum PostAction: SectionAction, Equatable {
    case change(Post.ID)
    case end(Post.ID)
    case delete(Post.ID)

    package var address: Address {
        switch self {
        case .change(let id): Address("/posts/\(id.number)")
        case .end(let id): Address("/posts/\(id.number)/end")
        case .delete(let id): Address("/posts/\(id.number)/delete")
        }
    }

    static let entries: [Entry] = [
        .act("/posts/ID", .editor) { $0.id().map { .posts(.change($0)) } },
        .act("/posts/ID/end", .editor) { $0.id().map { .posts(.end($0)) } },
        .act("/posts/ID/delete", .editor) { $0.id().map { .posts(.delete($0)) } },
    ]
}

extension Route {
    package static func posts(_ page: PostRoute) -> Route { Route(page) }
}

extension Action {
    package static func posts(_ action: PostAction) -> Action { Action(action) }
}
