/// A key that works on a page without Ctrl. `Public/js/keys.js` presses the element that names it in `aria-keyshortcuts`, or does what the
/// key means on every page.
enum Key: String, CaseIterable {
    case find = "/"
    case new = "N"
    case log = "L"
    case edit = "E"
    case undo = "U"
    case brief = "B"
    case tab = "1 – 9, 0"
    case payment = "R"
    case handOver = "H"
    case back = "["
    case on = "]"
    case save = "Ctrl Enter"
    case print = "P"
    case filter = "F"
    case rows = "T"
    case keys = "?"

    /// What the key does, in words.
    func does(in l: Language) -> String {
        switch self {
        case .find: l("find; Ctrl K does so even while you type")
        case .new: l("new")
        case .log: l("log a contact; in Today, to the one line")
        case .edit: l("edit")
        case .undo: l("undo what was saved just now")
        case .brief: l("the brief of a client's meeting")
        case .tab: l("to a tab of the dossier")
        case .payment: l("record a payment")
        case .handOver: l("hand the client over")
        case .back: l("move the card of the board that has the focus one stage back")
        case .on: l("move it one stage on")
        case .save: l("save what is typed")
        case .print: l("print")
        case .filter: l("filter the list")
        case .rows: l("to the rows of the table; arrows walk them")
        case .keys: l("these keys")
        }
    }
}
