import Domain
import HTTP

package enum PostRoute: Sendable, Equatable {
    case edit(Post.ID)
    case end(Post.ID)
    case delete(Post.ID)

    var address: Address {
        switch self {
        case .edit(let id): Address("/posts/\(id.number)/edit")
        case .end(let id): Address("/posts/\(id.number)/end")
        case .delete(let id): Address("/posts/\(id.number)/delete")
        }
    }

    static let entries: [Entry] = [
        .form("/posts/ID/edit", .editor) { $0.id().map { .posts(.edit($0)) } },
        .form("/posts/ID/end", .editor) { $0.id().map { .posts(.end($0)) } },
        .form("/posts/ID/delete", .editor) { $0.id().map { .posts(.delete($0)) } },
    ]
}

package enum PostAction: Sendable, Equatable {
    case change(Post.ID)
    case end(Post.ID)
    case delete(Post.ID)

    var address: Address {
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
