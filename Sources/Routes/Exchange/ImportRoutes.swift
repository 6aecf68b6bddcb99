import Domain
import HTTP

package enum ImportRoute: SectionRoute, Equatable {
    /// Past imports, and the field to upload a file.
    case list
    /// A file that waits to be imported, by its number: its columns and its rehearsal.
    case waiting(Int)
    /// The rows of such a file that are refused, and the same rows as a file to correct.
    case refused(Int)
    /// An import that is done, running or undone.
    case sheet(Import.ID)

    package var address: Address {
        switch self {
        case .list: Address("/imports")
        case .waiting(let number): Address("/imports/waiting/\(number)")
        case .refused(let number): Address("/imports/waiting/\(number)/refused")
        case .sheet(let id): Address("/imports/\(id.number)")
        }
    }

    package var section: Section? { .imports }

    package var record: RecordReference? {
        switch self {
        case .list, .waiting, .refused, .sheet: nil
        }
    }

    static let entries: [Entry] = [
        .page("/imports", .importer) { _ in .imports(.list) },
        .form("/imports/waiting/ID", .importer) { captures in
            captures.numbers.first.flatMap { Int($0) }.map { .imports(.waiting($0)) }
        },
        .form("/imports/waiting/ID/refused", .importer) { captures in
            captures.numbers.first.flatMap { Int($0) }.map { .imports(.refused($0)) }
        }.withTable,
        .page("/imports/ID", .importer) { $0.id().map { .imports(.sheet($0)) } },
    ]
}

package enum ImportAction: SectionAction, Equatable {
    case upload
    case rehearse(Int)
    case run(Int)
    case discard(Int)
    case undo(Import.ID)

    package var address: Address {
        switch self {
        case .upload: Address("/imports")
        case .rehearse(let number): Address("/imports/waiting/\(number)/rehearsal")
        case .run(let number): Address("/imports/waiting/\(number)/run")
        case .discard(let number): Address("/imports/waiting/\(number)/discard")
        case .undo(let id): Address("/imports/\(id.number)/undo")
        }
    }

    static let entries: [Entry] = [
        .act("/imports", .importer, takesUpload: true) { _ in .imports(.upload) },
        .act("/imports/waiting/ID/rehearsal", .importer) { captures in
            captures.numbers.first.flatMap { Int($0) }.map { .imports(.rehearse($0)) }
        },
        .act("/imports/waiting/ID/run", .importer) { captures in
            captures.numbers.first.flatMap { Int($0) }.map { .imports(.run($0)) }
        },
        .act("/imports/waiting/ID/discard", .importer) { captures in
            captures.numbers.first.flatMap { Int($0) }.map { .imports(.discard($0)) }
        },
        .act("/imports/ID/undo", .importer) { $0.id().map { .imports(.undo($0)) } },
    ]
}

extension Route {
    package static func imports(_ page: ImportRoute) -> Route { Route(page) }
}

extension Action {
    package static func imports(_ action: ImportAction) -> Action { Action(action) }
}

extension SectionDeclaration {
    static let imports = SectionDeclaration(
        called: "Import", first: .imports(.list), place: .end, access: .importer,
        entries: ImportRoute.entries + ImportAction.entries)
}
