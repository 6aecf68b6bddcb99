import Domain
import Foundation
import Secrets
import Store

/// A desk of two departments, with every role. Whatever is private on it holds a word of its own, "zq", the letter of the client,
/// the letter of the room and the field: zqcdtopic is the topic of an interaction with client c, of the dossier.
///
/// Of the clients a and b are held by two KAMs of the north, c by one of the south, n by nobody, and s is a's holder's secret.
struct TeamDesk {
    static let today = Day("2026-03-02")!
    static let noon = Moment(milliseconds: Int64(today.number) * 86_400_000 + 12 * 3_600_000)
    static let letters = ["a", "b", "c", "n", "s"]
    static let holders = ["a": "anna", "b": "boris", "c": "clara", "s": "anna"]
    static let password = "correct horse battery"
    /// Good for nothing but to be told from others: no password fits it.
    static let hash = "$argon2id$v=19$m=65536,t=3,p=1$zqhash"

    let folder: URL
    var users: [String: User.ID] = [:]
    /// The numbers of records, by the word that their addresses begin with and the letter of their client.
    var numbers: [String: [String: Int64]] = [:]

    /// One of each, made once; tests work on copies.
    static let plain = try! TeamDesk { _ in }

    /// `more` writes what a desk has beside it, last, so that nothing else has other numbers for it.
    init(_ more: (inout TeamRecords) throws -> Void) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("team-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let desk = try Desk.openOrMake(
            path: folder.appendingPathComponent("desk.sqlite").path, owner: "Owner", language: "en",
            at: TeamDesk.noon)
        var records = TeamRecords(desk)
        try records.hire()
        for letter in TeamDesk.letters { try records.write(letter) }
        try records.share()
        try more(&records)
        (users, numbers) = (records.users, records.numbers)
        try desk.close()
    }

    /// The desk as it was made, in a folder that goes with the copy.
    func copy() throws -> CopiedDesk { try CopiedDesk(of: folder) }

    /// The number of a record at an address, `pattern`, of a client's letter; nil where no such record is the client's. Of what is
    /// nobody's, and of no record ("-"), the first.
    func number(at pattern: String, of letter: String) -> Int64? {
        let kind = pattern.split(separator: "/").first.map(String.init) ?? ""
        return letter == "0" ? 999_999 : numbers[kind]?[letter]
    }
}

/// A copy of a desk, which goes away with it.
final class CopiedDesk {
    let folder: URL
    let desk: Desk

    init(of original: URL) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("copy-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: original, to: folder)
        desk = try Desk(path: folder.appendingPathComponent("desk.sqlite").path)
    }

    func user(_ name: String) -> User.ID { TeamDesk.plain.users[name]! }

    deinit {
        try? desk.close()
        try? FileManager.default.removeItem(at: folder)
    }
}

/// A part of what a desk knows of a client, which some see and some do not.
enum Room: String, CaseIterable {
    /// What the client's own record says beyond name, kind and city.
    case client = "k"
    case dossier = "d"
    case money = "m"
    /// Notes on people, their birthdays, confidential interactions.
    case personal = "p"
    /// Names of files, for whoever looks after the desk.
    case team = "t"

    func word(_ letter: String, _ field: String) -> String { "zq\(letter)\(rawValue)\(field)" }
}

/// A word of a private field that was found somewhere.
struct Canary: Hashable, CustomStringConvertible {
    let word: String
    let letter: String
    let room: Room

    /// All of a text, but for those that it echoes.
    static func all(in text: String, but echo: String = "") -> Set<Canary> {
        guard text.contains("zq") else { return [] }
        return Set(
            text.matches(of: /zq([abcns])([kdmpt])[a-z0-9]+/).filter { String($0.0) != echo }.map {
                Canary(word: String($0.0), letter: String($0.1), room: Room(rawValue: String($0.2))!)
            })
    }

    var description: String { word }

    /// May one of us see it? Domain section 7, in two lines: whose clients, and which rooms.
    func isSeen(by who: String) -> Bool {
        guard let (clients, rooms) = Canary.sight[who] else { return false }
        return room == .team
            ? ["over", "director", "admin", "lead"].contains(who) && who != "over"
            : clients.contains(letter) && rooms.contains(room.rawValue)
    }

    static let sight: [String: (clients: String, rooms: String)] = [
        "anna": ("as", "kdmp"), "head": ("abns", "kdmp"), "over": ("abcns", "kdmp"), "director": ("abcns", "kdmp"),
        "support": ("abcn", "km"), "reader": ("abcn", "kdm"), "admin": ("", ""), "deputy": ("as", "kdmp"),
        "former": ("", ""), "lead": ("", ""),
    ]
}
