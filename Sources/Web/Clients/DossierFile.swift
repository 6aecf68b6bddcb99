import Domain
import Store
import Templates

/// A client's dossier as one self-contained file: what `kamdesk print` writes.
package struct DossierFile {
    package enum Fault: Error, CustomStringConvertible {
        case noClient(Int64)
        case noSection(String)
        case noDay(String)
        case noLanguage(String)
        /// The dossier shows confidential clients, whose names are given, but the log cannot be written.
        case untold([String], reason: String)

        package var description: String {
            switch self {
            case .noClient(let number): "there is no client \(number) on this desk"
            case .noSection(let name):
                "\(name) is no section; there are: \(DossierFile.sections.joined(separator: ", "))"
            case .noDay(let text): "\(text) is no day: write it as 2026-11-23"
            case .noLanguage(let text): "\(text) is no language of the desk: en or ru"
            case .untold(let clients, let reason):
                "\(clients.joined(separator: ", ")): confidential, so that each print is noted in the log, which cannot be written now: \(reason). Print it in the browser, or stop the daemon first"
            }
        }
    }

    package static let sections = DossierSection.allCases.map(\.rawValue)

    private let choice: PrintChoice
    private let tongue: Tongue?

    /// Takes the sections and the day as typed. Without sections: the usual ones. Without a language: the owner's.
    package init(sections: String?, since: String?, language: String?) throws {
        let names = sections?.split(separator: ",").map { String($0) } ?? []
        choice = PrintChoice(
            try names.map { name in
                guard let section = DossierSection(rawValue: trimmed(name)) else { throw Fault.noSection(name) }
                return section
            },
            since: try since.map { text in
                guard let day = Day(typed: text) else { throw Fault.noDay(text) }
                return day
            })
        tongue = try language.map { text in
            guard let tongue = Tongue(rawValue: text) else { throw Fault.noLanguage(text) }
            return tongue
        }
    }

    /// The page as UTF-8. `paper` is a paper size in CSS, "A4" or "letter". If the page shows a confidential client, it is logged before it
    /// is returned; `who` names the reader in the log.
    package func bytes(
        of client: Int64, at path: String, paper: String, by who: String, clock: Clock = Clock()
    ) throws -> [UInt8] {
        try Desk.bringForward(path) { clock.today(in: $0) }
        let (bytes, told) = try page(of: client, at: path, paper: paper, clock)
        guard !told.isEmpty else { return bytes }
        do {
            let desk = try Desk(path: path)
            try desk.write(at: clock.now, on: clock.today(in: desk.timeZone())) {
                try $0.note(LogEntry(name: who, act: ReadingAct.printed.rawValue, title: "kamdesk print"), of: told)
            }
            try desk.close()
        } catch {
            throw Fault.untold(told.map(\.name), reason: "\(error)")
        }
        return bytes
    }

    /// The page, and the confidential clients that it shows.
    private func page(of client: Int64, at path: String, paper: String, _ clock: Clock) throws
        -> (bytes: [UInt8], told: [Named<Client>])
    {
        try Desk.read(at: path) { read in
            let frame = read.frame
            let zone = frame.desk.timeZone
            var chrome = Chrome(
                language: Language(tongue ?? frame.viewer.tongue, Assets.catalogue),
                now: clock.local(clock.now, in: zone),
                frame: frame, route: nil, token: "", base: "", asset: { $0 }, local: { clock.local($0, in: zone) },
                formNumber: { "" })
            chrome.styles =
                Assets.styles + [paper == "letter" ? "@page { size: letter }" : "@page { size: A4 }"]
            do {
                let dossier = try read.printedDossier(ID(client), choice, on: chrome.today)
                chrome.secrets = try read.told()
                return (dossierPrintPage(dossier, chrome).bytes, chrome.secrets)
            } catch Refusal.notFound {
                throw Fault.noClient(client)
            }
        }
    }
}
