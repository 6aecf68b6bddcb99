/// The telephones or the e-mail addresses of a client or a person, in one field: "work: +7 495 111-22-33; +7 916 000-00-00".
package struct ContactList: Sendable, Equatable {
    package struct Contact: Sendable, Equatable {
        /// What it is for, as "work"; nil if nobody said.
        package var label: String?
        package var value: String

        fileprivate var text: String { label.map { "\($0): \(value)" } ?? value }
    }

    package private(set) var contacts: [Contact]

    private init(_ contacts: [Contact]) { self.contacts = contacts }

    /// The list as a field and the desk hold it.
    package var text: String { contacts.map(\.text).joined(separator: "; ") }

    /// Reads e-mail addresses as people and address books write them: several with commas, semicolons or line breaks between them, "Anna
    /// <a@x.example>", "mailto:a@x.example", with a label in front. Nil if one of them is no address.
    package init?(emails text: String) {
        var contacts: [Contact] = []
        let parts = text.split(whereSeparator: { ";,\n".contains($0) }).map {
            ContactList.withoutScheme(trimmed(String($0)))
        }
        for (place, part) in parts.enumerated() where !part.isEmpty {
            if let open = part.firstIndex(of: "<"), let close = part[open...].firstIndex(of: ">") {
                contacts.append(
                    Contact(value: ContactList.withoutScheme(String(part[part.index(after: open)..<close]))))
                continue
            }
            // The first half of "Petrova, Anna <a@x.example>".
            if !part.contains("@"), place + 1 < parts.count, parts[place + 1].contains("<") { continue }
            let (label, rest) = ContactList.labelled(part)
            // Several may stand behind each other with spaces alone between them.
            for word in rest.split(separator: " ") {
                contacts.append(Contact(label: label, value: ContactList.withoutScheme(String(word))))
            }
        }
        guard !contacts.isEmpty, contacts.allSatisfy({ NetAddress.email($0.value) != nil }) else { return nil }
        self.init(ContactList.distinct(contacts) { $0.lowercased() })
    }

    /// Reads telephones: several with semicolons or line breaks between them, or with commas between two whole numbers. A text that is no
    /// list of telephones stays as it is.
    package init(phones text: String) {
        var parts: [String] = []
        for part in text.split(whereSeparator: { ";\n".contains($0) }) {
            var open = ""
            for piece in part.split(separator: ",", omittingEmptySubsequences: false) {
                if [open, String(piece)].allSatisfy({ ContactList.isPhone($0) && ContactList.digits($0).count >= 5 }) {
                    parts.append(open)
                    open = String(piece)
                } else {
                    open += (open.isEmpty ? "" : ",") + piece
                }
            }
            parts.append(open)
        }
        parts = parts.map { ContactList.withoutScheme(trimmed($0)) }.filter { !$0.isEmpty }
        if !parts.allSatisfy(ContactList.isPhone) { parts = [text] }
        let contacts = parts.map { part in
            let (label, rest) = ContactList.isPhone(part) ? ContactList.labelled(part) : (nil, part)
            return Contact(label: label, value: rest)
        }
        self.init(ContactList.distinct(contacts) { ContactList.phoneKey($0) })
    }

    /// Has it a digit, and besides digits only what stands in telephone numbers, with a label in front or an extension behind?
    private static func isPhone(_ part: String) -> Bool {
        let number = labelled(part).rest
        return number.contains { $0.isASCII && $0.isNumber }
            && number.allSatisfy { $0.isLetter || $0.isASCII && $0.isNumber || " +-()./#\u{A0}–".contains($0) }
            && number.count(where: \.isLetter) <= 10
    }

    /// The list with those of another that it lacks.
    package static func phones(_ first: String?, and second: String?) -> String? {
        joined(first, second).map { ContactList(phones: $0).text }
    }

    package static func emails(_ first: String?, and second: String?) -> String? {
        joined(first, second).map { ContactList(emails: $0)?.text ?? $0 }
    }

    private static func joined(_ first: String?, _ second: String?) -> String? {
        let texts = [first, second].compactMap(\.self)
        return texts.isEmpty ? nil : texts.joined(separator: "; ")
    }

    /// What a `tel:` link dials: "+74951112233", and the extension behind it. Nil if there is no number.
    package static func dialled(_ phone: String) -> String? {
        let (number, extra) = taken(phone)
        guard isPhone(phone), digits(number).count >= 3 else { return nil }
        return number + (extra.isEmpty ? "" : ";ext=\(extra)")
    }

    /// By what two ways to write one number are known to be the same: "8 495 111-22-33" is "+7 (495) 111 22 33".
    private static func phoneKey(_ phone: String) -> String {
        let (number, extra) = taken(phone)
        return digits(number).count < 5 ? phone.lowercased() : "\(number) \(extra)"
    }

    /// The digits of the number, as it is dialled from anywhere if its country shows, and those of its extension.
    private static func taken(_ phone: String) -> (number: String, extra: String) {
        let words = phone.lowercased()
        let mark = ["доб", "ext", "вн", " x", "#"].compactMap { words.range(of: $0)?.lowerBound }.min()
        let number = digits(String(words[..<(mark ?? words.endIndex)]))
        let extra = mark.map { digits(String(words[$0...])) } ?? ""
        // The trunk code 8 of Russia and Kazakhstan.
        if number.count == 11, number.hasPrefix("8") || number.hasPrefix("7") {
            return ("+7" + number.dropFirst(), extra)
        }
        return ((trimmed(phone).hasPrefix("+") ? "+" : "") + number, extra)
    }

    private static func digits(_ text: String) -> String { String(text.filter { $0.isASCII && $0.isNumber }) }

    private static func distinct(_ contacts: [Contact], _ key: (String) -> String) -> [Contact] {
        var seen: Set<String> = []
        return contacts.filter { seen.insert(key($0.value)).inserted }
    }

    /// "work: a@x" as label and value.
    private static func labelled(_ part: String) -> (label: String?, rest: String) {
        guard let colon = part.firstIndex(of: ":"), part[..<colon].contains(where: \.isLetter),
            part[..<colon].allSatisfy({ $0.isLetter || $0 == " " })
        else { return (nil, part) }
        return (trimmed(String(part[..<colon])), trimmed(String(part[part.index(after: colon)...])))
    }

    private static func withoutScheme(_ part: String) -> String {
        for scheme in ["mailto:", "tel:"] where part.lowercased().hasPrefix(scheme) {
            return trimmed(String(part.dropFirst(scheme.count)))
        }
        return part
    }
}
