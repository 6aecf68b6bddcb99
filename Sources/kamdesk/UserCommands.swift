import ArgumentParser
import Domain
import Glibc
import Secrets
import Store

/// Manages users from the console, for the first user and for when everybody is locked out. While a daemon serves the desk, use the
/// settings page.
struct UserCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Who is on a desk: add, list, disable, set a password, ask for codes no more.",
        subcommands: [Add.self, List.self, Disable.self, Password.self, ResetSecondFactor.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Add one of us; the first is the owner.")

        @OptionGroup var file: DeskOption
        @Argument(help: "The full name.") var name: String
        @Option(help: "kam, head, director, support, administrator or reader.") var role = "kam"
        @Option(help: "The department; it comes into being where there is none.") var department: String?
        @Flag(help: "Administrator: team, settings, copies.") var administers = false
        @Flag(help: "The owner needs no login on this machine, as long as nobody else has a password.")
        var withoutLogin = false

        func run() throws {
            guard let role = Role(word: role) else { throw fail("--role \(role): none of the roles") }
            try changing(file) { desk in
                let draft = try UserDraft(
                    Entries([
                        "name": name, "role": role.rawValue, "department": department ?? "",
                        "administers": administers ? "yes" : "",
                    ]))
                if try desk.hasNobody() {
                    let owner = UserDraft.owner(draft.name)
                    try desk.makeOwner(owner, tongue: terminalLanguage.hasPrefix("ru") ? .russian : .english)
                    if withoutLogin { try desk.act { try $0.setOpen(true) } }
                    print(
                        "\(name) is the owner of the desk\(withoutLogin ? "" : "; now set a password: kamdesk user password")"
                    )
                } else {
                    try desk.act { try $0.addColleague(draft) }
                    print("\(name) is on the desk; now set a password, or invite them from the settings")
                }
            }
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List all of us.")

        @OptionGroup var file: DeskOption

        func run() throws {
            do {
                for user in try Desk.read(at: file.path(), { try $0.colleagues() }) {
                    let marks = [
                        user.role.rawValue, user.department?.name, user.administers ? "administers" : nil,
                        user.canLogIn ? nil : "no password", user.isActive ? nil : "has left",
                    ]
                    print("\(user.name): \(marks.compactMap { $0 }.joined(separator: ", "))")
                }
            } catch { throw fail("\(error)") }
        }
    }

    struct Disable: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "One of us has left: may not log in any more, and stays in the history.")

        @OptionGroup var whom: Whom

        func run() throws {
            try whom.change { desk, user in
                var entries = user.entries
                entries["has_left"] = "yes"
                let draft = try UserDraft(entries)
                try desk.act { try $0.changeColleague(user.id, from: nil, draft) }
                print("\(user.name) may not log in any more")
            }
        }
    }

    struct Password: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Set the password of one of us; it is asked for, or read from the first line of standard input.")

        @OptionGroup var whom: Whom

        func run() throws {
            try whom.change { desk, user in
                let password = typed()
                let hash: String
                do { hash = try Passwords.hash(password) } catch Passwords.Refused.tooShort {
                    throw fail("a password has \(Passwords.fewestCharacters) characters or more")
                } catch Passwords.Refused.tooLong {
                    throw fail("a password has \(Passwords.mostCharacters) characters at most")
                }
                try desk.act { write in
                    try write.setPassword(hash, of: user.id)
                    try write.log(LogEntry(user: user.id, name: user.name, act: "password", address: "console"))
                }
                print("\(user.name) has a new password")
            }
        }

        private func typed() -> String {
            guard isatty(STDIN_FILENO) == 1, let line = getpass("Password: ") else { return readLine() ?? "" }
            return String(cString: line)
        }
    }

    struct ResetSecondFactor: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ask one of us for codes no more: the telephone is lost, and the codes for its loss too.")

        @OptionGroup var whom: Whom

        func run() throws {
            try whom.change { desk, user in
                try desk.act { write in
                    try write.setSecondFactor(nil, step: 0, recoveryCodes: [], of: user.id)
                    try write.endSessions(of: user.id)
                    try write.log(
                        LogEntry(user: user.id, name: user.name, act: "second-factor-reset", address: "console"))
                }
                print("\(user.name) is asked for a password alone")
            }
        }
    }
}

/// A user, given by name.
struct Whom: ParsableArguments {
    @OptionGroup var file: DeskOption
    @Argument(help: "The full name.") var name: String

    /// Changes the user. The desk must not be served meanwhile.
    fileprivate func change(_ body: (Desk, User) throws -> Void) throws {
        try changing(file) { desk in
            guard let user = try desk.read({ try $0.colleague(named: name) }) else {
                throw fail("\(name): nobody of this name; kamdesk user list shows who is on the desk")
            }
            try body(desk, user)
        }
    }
}

/// Opens the desk, or creates it, runs `body`, and closes the desk.
private func changing(_ file: DeskOption, _ body: (Desk) throws -> Void) throws {
    do {
        let desk = try Desk.openOrMake(path: file.path(), owner: nil, language: terminalLanguage)
        let result = Result { try body(desk) }
        try desk.close()
        try result.get()
    } catch let error as ExitCode { throw error } catch let problems as Problems {
        throw fail(problems)
    } catch Refusal.invalid(let problems) {
        throw fail(problems)
    } catch { throw fail("\(error)") }
}

extension Desk {
    /// Runs an act from the console, with the machine's time.
    fileprivate func act(_ body: (WriteTransaction) throws -> Void) throws {
        let now = Moment.current()
        try write(at: now, on: now.day(in: timeZone()), body)
    }
}
