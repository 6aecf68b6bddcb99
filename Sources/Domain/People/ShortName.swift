/// A Russian full name with initials, for narrow columns: "Орлова Анна Дмитриевна" and "Анна Дмитриевна Орлова" become "Орлова А. Д.".
/// The patronymic tells which word is the surname; a name without one stays as it is, for nothing is guessed. A short name is never broken.
package func shortName(_ name: String) -> String {
    let space = UInt8(ascii: " ")
    switch name.utf8.count(where: { $0 == space }) {
    case 1:
        // In characters: what is not the first byte of one is not counted.
        guard name.utf8.count(where: { $0 & 0xC0 != 0x80 }) <= 16, let place = name.utf8.firstIndex(of: space) else {
            return name
        }
        return name[..<place] + "\u{A0}" + name[name.utf8.index(after: place)...]
    case 2: return withInitials(name)
    default: return name
    }
}

private func withInitials(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard words.count == 3 else { return name }
    let surname: Int
    switch (isPatronymic(words[1]), isPatronymic(words[2])) {
    case (false, true): surname = 0
    case (true, false): surname = 2
    default: return name
    }
    let initials = words.indices.filter { $0 != surname }.map { "\(words[$0].prefix(1))." }
    return ([String(words[surname])] + initials).joined(separator: "\u{A0}")
}

private func isPatronymic(_ word: Substring) -> Bool {
    ["ич", "вна", "чна"].contains { word.utf8.suffix($0.utf8.count).elementsEqual($0.utf8) }
}
