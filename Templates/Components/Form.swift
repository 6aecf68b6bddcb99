import Domain
import Routes

/// Writes one form on a page: each field with what was typed and what is wrong with it.
struct FormWriter {
    let state: FormState
    let c: Chrome

    private var l: Language { c.language }

    init(_ state: FormState, _ c: Chrome) {
        self.state = state
        self.c = c
    }

    /// The form around its fields. `back` is where "Cancel" leads.
    func form(_ action: Action, back: String, save: String? = nil, _ fields: HTML, danger: HTML = .none) -> HTML {
        """
        \(notice)
        <form class="form" method="post" action="\(c.action(action))" data-draft="\(l("What you typed before is here again."))" data-discard="\(l("Discard"))">
        \(hidden(c, version: state.version))<input type="hidden" name="once" value="\(c.formNumber())">\
        \(if: !state.base.isEmpty, "<input type=\"hidden\" name=\"base\" value=\"\(state.base)\">")
        \(fields)
        <p class="buttons"><button class="button main">\(save ?? l("Save"))</button>
        <a class="button" href="\(back)">\(l("Cancel"))</a>\(danger)</p>
        </form>
        """
    }

    /// A form that belongs to no record: no draft of it is kept, and it has no "Cancel".
    func plainForm(_ action: Action, save: String, _ fields: HTML) -> HTML {
        """
        <form class="form" method="post" action="\(c.action(action))">\(hidden(c, version: state.version))
        \(fields)
        <p class="buttons"><button class="button">\(save)</button></p>
        </form>
        """
    }

    /// A form of many cells in a sheet, with its buttons at the foot. `hidden`: what else it says.
    func grid(_ action: Action, hidden fields: HTML, _ unit: String, _ cells: HTML) -> HTML {
        """
        \(notice)
        <form class="sheet gridform" id="targets" method="post" action="\(c.action(action))" data-draft="\(l("What you typed before is here again."))" data-discard="\(l("Discard"))">\
        \(hidden(c, version: state.version))<input type="hidden" name="once" value="\(c.formNumber())">\(fields)\
        \(if: !state.base.isEmpty, "<input type=\"hidden\" name=\"base\" value=\"\(state.base)\">")
        <header><h2>\(l("Targets"))</h2><span class="quiet">\(unit)</span></header>
        \(cells)
        <p class="savebar unprinted">\
        <button type="button" class="button" data-back hidden>\(l("Undo the paste"))</button> <button class="button main">\(l("Save"))</button></p></form>
        """
    }

    /// A cell of such a form. `label` names it for those who hear the page.
    func cell(_ name: String, _ label: String) -> HTML {
        """
        <input name="\(name)" value="\(typed: state.entries.raw(name))" aria-label="\(label)" inputmode="decimal" autocomplete="off"\(described(name, nil))>\
        \(theirs(name))\(ifLet: state.problems[name], { "<span class=\"error\" id=\"\(name)-error\">\(l.word($0))</span>" })
        """
    }

    /// A field beside such a form, which is sent with its cells; it begins with `value`.
    func beside(_ name: String, _ label: String, _ value: String) -> HTML {
        """
        <label>\(label) <input form="targets" name="\(name)" value="\(typed: state.entries.has(name) ? state.entries.raw(name) : value)" \
        inputmode="decimal" size="6"\(described(name, nil))></label>\
        \(ifLet: state.problems[name], { " <span class=\"error\" id=\"\(name)-error\">\(l.word($0))</span>" })
        """
    }

    /// A button beside such a form, which sends its cells to another act.
    func button(_ action: Action, _ word: String) -> HTML {
        "<button class=\"button\" form=\"targets\" formaction=\"\(c.action(action))\">\(word)</button>"
    }

    /// The same in a row of a record, with the record's mark. `label` says it with the row's name.
    func button(_ action: Action, _ word: String, label: String, mark: Int) -> HTML {
        "<button class=\"plain\" form=\"targets\" formaction=\"\(c.action(action))\" name=\"mark\" value=\"\(String(mark))\" aria-label=\"\(label)\">\(word)</button>"
    }

    /// A password field. It is always empty at first.
    func password(_ name: String, _ label: String, isNew: Bool, hint: String? = nil, id: String? = nil) -> HTML {
        let use: HTML = isNew ? "new-password" : "current-password"
        return around(
            name, label, false, hint, "wide",
            "<input type=\"password\" id=\"\(id ?? name)\" name=\"\(name)\" autocomplete=\"\(use)\"\(described(name, hint))>",
            id: id)
    }

    /// The notice above a form that was not accepted.
    private var notice: HTML {
        if state.isStale {
            let told =
                state.base.isEmpty
                ? l("Somebody changed this record while you were looking at it. Look again before you go on.")
                : l(
                    "Not saved yet: somebody changed the same fields while you were typing. Both versions are below; save again to keep yours, or take theirs. The history keeps both."
                )
            return "<p class=\"notice\" role=\"alert\">\(told)</p>"
        }
        return state.problems.isEmpty
            ? .none
            : "<p class=\"notice\" role=\"alert\">\(l("Not saved yet: \(state.problems.byField.count) fields need a look."))</p>"
    }

    /// A field of one line. A style sheet can tell whether a field that `showsWhenFilled` has a text.
    func text(
        _ name: String, _ label: String, required: Bool = false, type: StaticString = "text", hint: String? = nil,
        list: [String]? = nil, suggest: String? = nil, width: StaticString = "wide", showsWhenFilled: Bool = false
    ) -> HTML {
        let listed: HTML = list == nil && suggest == nil ? "" : " list=\"\(name)-list\" autocomplete=\"off\""
        return around(
            name, label, required, hint, width,
            """
            <input id="\(name)" name="\(name)" type="\(HTML(stringLiteral: type))" dir="auto" value="\(typed: state.entries.raw(name))"\
            \(if: required, " required")\(if: showsWhenFilled, " placeholder=\" \"")\(listed)\(ifLet: suggest, { " data-suggest=\"\($0)\"" })\(described(name, hint))>\(theirs(name))\
            \(if: list != nil || suggest != nil, "<datalist id=\"\(name)-list\">\(each: list ?? [], { "<option value=\"\(typed: $0)\">" })</datalist>")
            """)
    }

    /// A date field.
    func day(_ name: String, _ label: String, required: Bool = false, hint: String? = nil) -> HTML {
        text(name, label, required: required, type: "date", hint: hint, width: "narrow")
    }

    func area(_ name: String, _ label: String, rows: Int = 5, hint: String? = nil) -> HTML {
        around(
            name, label, false, hint, "wide",
            """
            <textarea id="\(name)" name="\(name)" rows="\(rows)" dir="auto"\(described(name, hint))>
            \(typed: state.entries.raw(name))</textarea>\(theirs(name))
            """)
    }

    /// A list of choices. `none` is the word for no choice; leave it out if the user must choose.
    func choice(_ name: String, _ label: String, none: String? = nil, _ options: [(value: String, word: String)])
        -> HTML
    {
        let chosen = state.entries[name]
        return around(
            name, label, false, nil, "narrow",
            """
            <select id="\(name)" name="\(name)"\(described(name, nil))>\
            \(ifLet: none, { "<option value=\"\">\($0)</option>" })\
            \(each: options, { option($0, chosen) })</select>\(theirs(name) { value in options.first { $0.value == value }?.word ?? none ?? value })
            """)
    }

    /// Choices of which one is picked, all in sight.
    func pick(_ name: String, _ options: [(value: String, word: String)]) -> HTML {
        let chosen = state.entries[name]
        return """
            <p class="field wide"><span class="candidates">\(each: options, { option in
            "<label><input type=\"radio\" name=\"\(name)\" value=\"\(typed: option.value)\"\(if: option.value == chosen, " checked")\(described(name, nil))> \(option.word)</label>"
            })</span>\(ifLet: state.problems[name], { "<span class=\"error\" id=\"\(name)-error\">\(l.word($0))</span>" })</p>
            """
    }

    func tick(_ name: String, _ label: String) -> HTML {
        """
        <p class="tick"><input type="checkbox" id="\(name)" name="\(name)" value="yes"\(described(name, nil))\
        \(if: !["", "no"].contains(state.entries[name]), " checked")> <label for="\(name)">\(label)</label>\(theirs(name))\
        \(ifLet: state.problems[name], { "<span class=\"error\" id=\"\(name)-error\">\(l.word($0))</span>" })</p>
        """
    }

    /// Says what somebody else did to a field: their value is taken over if the viewer left the field alone, and is shown beside it if both
    /// changed it.
    private func theirs(_ name: String, _ word: (String) -> String = { $0 }) -> HTML {
        if state.adopted.contains(name) {
            return
                "<small class=\"theirs\" id=\"\(name)-theirs\">\(l("Somebody else changed this meanwhile; their version is now here."))</small>"
        }
        guard let value = state.clashes[name] else { return .none }
        return """
            <span class="theirs" id="\(name)-theirs">\(l("Theirs:")) <ins class="note">\(value.isEmpty ? l("empty") : word(value))</ins>
            <label><input type="checkbox" name="theirs-\(name)" value="yes"> \(l("Use theirs"))</label></span>
            """
    }

    private func option(_ option: (value: String, word: String), _ chosen: String) -> HTML {
        "<option value=\"\(typed: option.value)\"\(if: option.value == chosen, " selected")>\(option.word)</option>"
    }

    private func described(_ name: String, _ hint: String?) -> HTML {
        let isWrong = state.problems[name] != nil
        let isTheirs = state.clashes[name] != nil || state.adopted.contains(name)
        let parts = [(isWrong, "error"), (isTheirs, "theirs"), (hint != nil, "hint")].filter { $0.0 }.map {
            "\(name)-\($0.1)"
        }
        guard !parts.isEmpty else { return .none }
        return "\(if: isWrong, " aria-invalid=\"true\"") aria-describedby=\"\(parts.joined(separator: " "))\""
    }

    /// The label, the field, its hint, and what is wrong with it.
    private func around(
        _ name: String, _ label: String, _ required: Bool, _ hint: String?, _ width: StaticString, _ field: HTML,
        id: String? = nil
    ) -> HTML {
        """
        <p class="field \(HTML(stringLiteral: width))"><label for="\(id ?? name)">\(label)\
        \(if: required, "<span class=\"must\" aria-hidden=\"true\"> *</span>")</label>
        \(field)
        \(ifLet: state.problems[name], { "<span class=\"error\" id=\"\(name)-error\">\(l.word($0))\(ifLet: state.holders[name], { " \(culprit($0, c))" })</span>" })\
        \(ifLet: hint, { "<small id=\"\(name)-hint\">\($0)</small>" })\
        \(choices(name))</p>
        """
    }

    private func choices(_ name: String) -> HTML {
        guard let candidates = state.candidates[name], !candidates.isEmpty else { return .none }
        return """
            <span class="candidates">\(each: candidates, { candidate in
            "<label><input type=\"radio\" name=\"\(name)_id\" value=\"\(candidate.value)\"\(if: state.entries[name + "_id"] == candidate.value, " checked")> \(candidate.name)</label>"
            })</span>
            """
    }
}

/// A form for a part of a record, with a link back to the record's page. `delete` is the page that asks before deleting the part.
func partForm(
    _ title: String, of name: String, _ home: Route, _ action: Action, _ f: FormWriter, _ c: Chrome,
    save: String? = nil, _ fields: HTML, delete: Route? = nil
) -> HTML {
    let back = c.link(home)
    let danger: HTML =
        delete.map { "<a class=\"danger\" href=\"\(c.link($0))\">\(c.language("Delete"))</a>" } ?? .none
    return layout(
        title, c,
        """
        \(trail(name, back))
        \(head(title))
        \(f.form(action, back: back, save: save, fields, danger: danger))
        """)
}
