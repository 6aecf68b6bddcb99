import Domain
import HTTP

/// Lists all addresses of the desk. Any other address is not found. `kamdesk routes` prints the list.
package enum SiteMap {
    package static let entries: [Entry] =
        [
            Entry(.get, copy.path, .administrator, twin: nil) { _ in .copy },
            Entry(.get, "/health", .anybody, twin: nil) { _ in .health },
            Entry(.get, "/assets/NAME/NAME", .anybody, twin: nil) { .asset(hash: $0.names[0], name: $0.names[1]) },
        ] + Section.allCases.flatMap(\.declaration.entries)

    /// The address of the latest copy of the desk.
    package static let copy = Address("/settings/copy")

    package enum Match: Sendable {
        case found(Target, Access)
        /// The address exists, but only for these methods.
        case otherMethod([Request.Method])
        case unknown
    }

    /// Finds what a request asks for. HEAD is treated as GET.
    package static func match(_ request: Request) -> Match {
        let method = request.method == .head ? .get : request.method
        let segments = request.path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        var others: [Request.Method] = []
        for entry in byLength[segments.count] ?? [] {
            guard let captures = entry.captures(segments, query: request.query), let target = entry.make(captures)
            else { continue }
            guard entry.method == method else {
                others.append(entry.method)
                continue
            }
            return .found(target, entry.access)
        }
        return others.isEmpty ? .unknown : .otherMethod(others.contains(.get) ? others + [.head] : others)
    }

    /// Who may open a page; nil if the site map does not have it.
    package static func access(of route: Route) -> Access? {
        guard case .found(_, let access) = match(Request(.get, route.address.path)) else { return nil }
        return access
    }

    /// True if a request to this address may upload a file.
    package static func takesUpload(_ method: Request.Method, _ path: String) -> Bool {
        entries.contains { $0.method == method && $0.takesUpload && $0.pattern == path }
    }

    /// The page at an address that a form sent back; nil if it is not one of our pages.
    package static func page(at text: String) -> Route? {
        guard text.hasPrefix("/"), !text.hasPrefix("//") else { return nil }
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let query = parts.count == 2 ? Form(urlEncoded: parts[1].utf8) : Form()
        guard let path = PercentEncoding.decodePath(parts[0].utf8), let query,
            case .found(.page(let route), _) = match(Request(.get, path, query: query))
        else { return nil }
        return route
    }

    /// All entries by their number of path segments. JSON, CSV, XLSX, SVG and iCalendar addresses are separate entries.
    private static let byLength: [Int: [Entry]] = {
        let all = entries.flatMap { entry in
            [entry]
                + [
                    entry.twinEntry, entry.exportEntry, entry.workbookEntry, entry.pictureEntry, entry.calendarEntry,
                ].compactMap { $0 }
        }
        return Dictionary(grouping: all) { $0.segments.count }
    }()
}

/// A line of the site map: method, address and access.
package struct Entry: Sendable {
    package let method: Request.Method
    /// The address. ID stands for a record's number, NAME for any word.
    package let pattern: String
    package let access: Access
    /// The address of the JSON twin; nil for forms and acts.
    package let twin: String?
    /// The address of the table as CSV; nil if there is none.
    package private(set) var export: String?
    /// The address of its tables as a workbook; nil if there is none.
    package private(set) var workbook: String?
    /// The address of the picture as SVG; nil if there is none.
    package private(set) var picture: String?
    /// The address of its days as an iCalendar file; nil if there is none.
    package private(set) var calendar: String?
    /// True if a request may upload a file.
    package private(set) var takesUpload = false
    let make: @Sendable (Captures) -> Target?
    let segments: [Substring]

    init(
        _ method: Request.Method, _ pattern: String, _ access: Access, twin: String?,
        make: @escaping @Sendable (Captures) -> Target?
    ) {
        self.method = method
        self.pattern = pattern
        self.access = access
        self.twin = twin
        self.make = make
        segments = pattern.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    }

    /// A page with a JSON twin.
    static func page(
        _ pattern: String, _ access: Access, twin: String, _ route: @escaping @Sendable (Captures) -> Route?
    ) -> Entry {
        Entry(.get, pattern, access, twin: twin) { route($0).map(Target.page) }
    }

    /// A page whose twin has the same address with ".json" appended.
    static func page(_ pattern: String, _ access: Access, _ route: @escaping @Sendable (Captures) -> Route?) -> Entry {
        page(pattern, access, twin: pattern + ".json", route)
    }

    /// A page with a table: it has a JSON twin and a CSV.
    static func table(_ pattern: String, _ access: Access, _ route: @escaping @Sendable (Captures) -> Route?) -> Entry {
        var entry = page(pattern, access, route)
        entry.export = pattern + ".csv"
        return entry
    }

    /// The same page with a table that can be exported as CSV.
    var withTable: Entry {
        var entry = self
        entry.export = pattern + ".csv"
        return entry
    }

    /// The same page with its tables as a workbook for spreadsheets.
    var withWorkbook: Entry {
        var entry = self
        entry.workbook = pattern + ".xlsx"
        return entry
    }

    /// The same page with a picture that can be exported as SVG.
    var withPicture: Entry {
        var entry = self
        entry.picture = pattern + ".svg"
        return entry
    }

    /// The same page with its days as a file for calendars.
    var withCalendar: Entry {
        var entry = self
        entry.calendar = pattern + ".ics"
        return entry
    }

    /// A page with a form. It has no JSON twin.
    static func form(_ pattern: String, _ access: Access, _ route: @escaping @Sendable (Captures) -> Route?) -> Entry {
        Entry(.get, pattern, access, twin: nil) { route($0).map(Target.page) }
    }

    static func act(
        _ pattern: String, _ access: Access, takesUpload: Bool = false,
        _ action: @escaping @Sendable (Captures) -> Action?
    ) -> Entry {
        var entry = Entry(.post, pattern, access, twin: nil) { action($0).map(Target.action) }
        entry.takesUpload = takesUpload
        return entry
    }

    var twinEntry: Entry? {
        twin.map { address in
            Entry(method, address, access, twin: nil) { captures in
                guard case .page(let route) = make(captures) else { return nil }
                return .twin(route)
            }
        }
    }

    var exportEntry: Entry? {
        export.map { address in
            Entry(method, address, access, twin: nil) { captures in
                guard case .page(let route) = make(captures) else { return nil }
                return .export(route)
            }
        }
    }

    var workbookEntry: Entry? {
        workbook.map { address in
            Entry(method, address, access, twin: nil) { captures in
                guard case .page(let route) = make(captures) else { return nil }
                return .workbook(route)
            }
        }
    }

    var pictureEntry: Entry? {
        picture.map { address in
            Entry(method, address, access, twin: nil) { captures in
                guard case .page(let route) = make(captures) else { return nil }
                return .picture(route)
            }
        }
    }

    var calendarEntry: Entry? {
        calendar.map { address in
            Entry(method, address, access, twin: nil) { captures in
                guard case .page(let route) = make(captures) else { return nil }
                return .calendar(route)
            }
        }
    }

    func captures(_ path: [Substring], query: Form) -> Captures? {
        var captures = Captures(query: query)
        for (pattern, segment) in zip(segments, path) {
            if pattern == "NAME" {
                captures.names.append(String(segment))
            } else if pattern.hasPrefix("ID") {
                let ending = pattern.dropFirst(2)
                guard segment.hasSuffix(ending) else { return nil }
                captures.numbers.append(String(segment.dropLast(ending.count)))
            } else if pattern != segment {
                return nil
            }
        }
        return captures
    }
}

/// The variable parts of an address.
struct Captures {
    var numbers: [String] = []
    var names: [String] = []
    var query: Form

    init(query: Form) { self.query = query }

    /// The number of the record in the address; nil if it is not a number.
    func id<Kind>() -> Domain.ID<Kind>? { numbers.first.flatMap { Domain.ID($0) } }

    func queryID<Kind>(_ name: String) -> Domain.ID<Kind>? { query[name].flatMap { Domain.ID($0) } }

    func day(_ name: String) -> Day? { query[name].flatMap { Day($0) } }

    /// A text from the query, normalized like all stored texts; nil if empty.
    func text(_ name: String) -> String? { query[name].map(typed).flatMap { $0.isEmpty ? nil : $0 } }

    /// The words of a field that may occur more than once. Each is returned once, in the order of the type's cases.
    func words<Word: Wording>(_ name: String) -> [Word] {
        let asked = Set(query.all(name))
        return Word.allCases.filter { asked.contains($0.rawValue) }
    }

    func word<Word: Wording>(_ name: String) -> Word? { query[name].flatMap { Word(rawValue: $0) } }
}
