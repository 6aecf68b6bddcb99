/// A column of a table: its heading and what its cells hold.
struct Column {
    enum Kind {
        /// Names the row.
        case name
        /// Names the row in several words, such as a title.
        case title
        case text
        /// The name of another record; it has a line of its own on a phone.
        case record
        /// A text of a sentence or more; it gets the room of several words.
        case words
        /// Numbers, amounts and days, on the right and never broken.
        case number
        /// Links and buttons; they have no heading.
        case acts
    }

    let name: String
    let kind: Kind
    /// What stands at the head in place of the name: a link that sorts, for one.
    let head: HTML

    init(_ name: String, _ kind: Kind = .text) {
        let name = kept(name)
        (self.name, self.kind) = (name, kind)
        head = "<th scope=\"col\"\(if: kind == .number, " class=\"num\"")>\(name)</th>"
    }

    init(_ name: String, _ kind: Kind = .number, head: HTML) {
        (self.name, self.kind, self.head) = (name, kind, head)
    }

    /// The column of what can be done with a row.
    static func acts(_ name: String) -> Column {
        Column(name, .acts, head: "<th scope=\"col\" class=\"acts\"><span class=\"unseen\">\(name)</span></th>")
    }

    fileprivate var opening: HTML {
        switch kind {
        case .name: "<th scope=\"row\">"
        case .title: "<th scope=\"row\" class=\"title\">"
        case .text: "<td data-label=\"\(name)\">"
        case .record: "<td class=\"record\" data-label=\"\(name)\">"
        case .words: "<td class=\"words\" data-label=\"\(name)\">"
        case .number: "<td class=\"num\" data-label=\"\(name)\">"
        case .acts: "<td class=\"acts\">"
        }
    }

    fileprivate var closing: HTML { kind == .name || kind == .title ? "</th>" : "</td>" }
}

/// The name of a column without a last word of its own line that is as short as a currency sign.
private func kept(_ name: String) -> String {
    guard let space = name.lastIndex(of: " "), name[space...].utf8.count <= 4 else { return name }
    return name[..<space] + "\u{A0}" + name[name.index(after: space)...]
}

/// A table with a cell for each column. Where there is no room for its columns beside each other, each row becomes a block in which the
/// values stand behind the names of their columns (`tables.css`). On paper a row that is `leftOut` is not shown.
func table<Rows: Sequence>(
    _ name: String, _ columns: [Column], _ rows: Rows, foot: [HTML] = [],
    leftOut: (Rows.Element) -> Bool = { _ in false }, _ cells: (Rows.Element) -> [HTML]
) -> HTML {
    let frames = columns.map { HTML.Frame(opening: $0.opening, closing: $0.closing) }
    // A title needs the room of two.
    let weight = columns.count + columns.count { $0.kind == .title }
    let size = HTML(stringLiteral: sizes[min(weight, sizes.count) - 1])
    return """
        <div class="wide \(size)" tabindex="0" role="region" aria-label="\(name)"><table class="stacks">
        <thead><tr>\(each: columns, \.head)</tr></thead>
        <tbody>\(rows: rows, frames, leftOut: leftOut, cells)</tbody>\
        \(if: !foot.isEmpty, "<tfoot><tr>\(cells: foot, frames)</tr></tfoot>")</table></div>
        """
}

/// The classes of tables by the number of their columns; each tells from which width on they stand beside each other.
private let sizes: [StaticString] = ["of-3", "of-2", "of-3", "of-4", "of-5", "of-6", "of-7", "of-8"]

/// What somebody must act on, in red.
func alarming(_ text: HTML, if isAlarming: Bool) -> HTML {
    isAlarming ? "<span class=\"bad\">\(text)</span>" : text
}
