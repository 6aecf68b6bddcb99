import Domain
import HTTP

@testable import Web

/// One of us, or nobody, who asks a desk for everything in turn.
struct Asking {
    let who: String
    let team: TeamDesk
    let served: ServedDesk
    let browser: ServedBrowser

    /// Asks for an address with the record of a client's letter: as an answer of the table, or what else came.
    func answer(_ address: Rights.Address, _ record: String) throws -> String {
        let target = target(address, record)
        guard address.method == "POST" else {
            return word(try browser.get(target), String(record.prefix(1)))
        }
        let answers = Set(try forms(address, record).map { word(try browser.post(target, $0), "") })
        return answers.sorted().joined(separator: "+")
    }

    /// What an act is sent, once without the version of its record and once with an old one.
    func forms(_ address: Rights.Address, _ record: String) -> [[(String, String)]] {
        let fields = fields(address.pattern, record)
        // Whoever has logged out is nobody at the second time.
        return address.pattern == "/logout" ? [fields] : [fields.filter { $0.0 != "version" }, fields]
    }

    func target(_ address: Rights.Address, _ record: String) -> String {
        let name = address.pattern.replacing("NAME/NAME", with: "0/none")
        return team.number(at: name, of: record).map { name.replacing("ID", with: String($0)) } ?? name
    }

    private func word(_ answer: WireAnswer, _ letter: String) -> String {
        let location = answer.headers["Location"] ?? ""
        switch answer.status {
        case 404: return "missing"
        case 403: return "refused"
        case 303 where location.hasPrefix("/login"): return "login"
        case 303 where letter == "": return "yes"
        case 303: return "home"
        case 200, 409, 422:
            if letter == "" { return "yes" }
            return Canary.all(in: answer.text).contains { $0.letter == letter } ? "whole" : "name"
        default: return "\(answer.status)"
        }
    }

    /// What an act is sent: everything that one could need, from a record of long ago, so that it does no harm.
    private func fields(_ pattern: String, _ record: String) -> [(String, String)] {
        let client = team.number(at: "/clients", of: record).map(String.init) ?? ""
        return [
            ("version", "0"), ("name", "X"), ("text", "x"), ("topic", "x"), ("kam", "999"), ("number", "x"),
            ("line-1-product", "Gloves"), ("line-1-quantity", "1"),
            ("amount", "1"), ("quantity", "1"), ("reason", "x"), ("product", "Gloves"), ("client", client),
            ("client_id", client), ("client_name", "Client a"), ("to", "2026-03-02"), ("tongue", "en"),
        ]
    }
}

extension String {
    /// A page without what differs from one to the next by itself: the tokens of its forms, and the thousandths of a second by which
    /// two acts of one moment are told apart.
    var settled: String {
        replacing(/name="(token|once)" value="[^"]*"/, with: "").replacing(/:(\d\d)\.\d{3}Z/) { ":\($0.1)Z" }
    }
}
