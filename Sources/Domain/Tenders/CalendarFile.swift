/// A file that a calendar reads (iCalendar, RFC 5545). Moments are in universal time, so that the reader needs no rules of a zone.
package struct CalendarFile: Sendable {
    package struct Entry: Sendable {
        /// Stays the same as long as the record lives.
        package var uid: String
        /// Rises when the record changes, so that a calendar replaces what it has.
        package var sequence: Int
        package var start: Moment
        package var title: String
        package var text: String?

        package init(uid: String, sequence: Int, start: Moment, title: String, text: String?) {
            (self.uid, self.sequence, self.start, self.title, self.text) = (uid, sequence, start, title, text)
        }
    }

    package var name: String
    /// When the file is made.
    package var at: Moment
    package var entries: [Entry]

    package init(name: String, at: Moment, entries: [Entry]) {
        (self.name, self.at, self.entries) = (name, at, entries)
    }

    package var text: String {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//kamdesk//kamdesk//EN", "CALSCALE:GREGORIAN",
            "X-WR-CALNAME:" + CalendarFile.escaped(name),
        ]
        for entry in entries {
            lines += [
                "BEGIN:VEVENT", "UID:" + CalendarFile.escaped(entry.uid), "DTSTAMP:" + CalendarFile.stamp(at),
                "SEQUENCE:\(entry.sequence)", "DTSTART:" + CalendarFile.stamp(entry.start),
                "SUMMARY:" + CalendarFile.escaped(entry.title),
            ]
            if let text = entry.text { lines.append("DESCRIPTION:" + CalendarFile.escaped(text)) }
            lines += ["TRANSP:TRANSPARENT", "END:VEVENT"]
        }
        lines.append("END:VCALENDAR")
        return lines.map { CalendarFile.folded($0) + "\r\n" }.joined()
    }

    /// "20261203T050000Z".
    static func stamp(_ moment: Moment) -> String {
        moment.iso.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
    }

    /// A text as a value: its marks are escaped, and control characters other than line breaks are left out.
    static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
            switch scalar {
            case "\\", ";", ",": out += "\\" + String(scalar)
            case "\n", "\r": out += "\\n"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: break
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    /// A line of at most 75 bytes; what is longer goes on in lines that begin with a space. No character is broken.
    static func folded(_ line: String) -> String {
        guard line.utf8.count > 75 else { return line }
        var (out, width) = ("", 0)
        for scalar in line.unicodeScalars {
            let size = UTF8.width(scalar)
            if width + size > 75 {
                out += "\r\n "
                width = 1
            }
            out.unicodeScalars.append(scalar)
            width += size
        }
        return out
    }
}
