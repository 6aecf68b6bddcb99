import ArgumentParser
import Glibc
import Store

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy a desk as it is at one instant, beside a daemon that writes on, and check the copy.")

    @OptionGroup var file: DeskOption
    @Option(help: "The folder for the copies. (default: the desk's name with -backups behind it)") var to: String?
    @Option(help: "How many copies of this desk to keep in the folder, the latest; without it none is removed.")
    var keep: Int?
    @Flag(help: "Seal the copy by a passphrase: KAMDESK_PASSPHRASE, or typed twice.") var seal = false

    func validate() throws {
        if let keep, keep < 1 { throw ValidationError("--keep \(keep): at least 1") }
    }

    func run() throws {
        let path = try file.path()
        do {
            let made = try Desk.backUp(
                path, into: to ?? Desk.backupFolder(of: path), keep: keep, sealedBy: seal ? try Passphrase.new() : nil)
            print("\(made.path): sound, \(made.size) bytes")
        } catch {
            throw fail("\(error)")
        }
    }
}

struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a new desk of a copy, checked; a desk that is there is never overwritten.")

    @Argument(help: "The copy.") var backup: String
    @OptionGroup var file: DeskOption

    func run() throws {
        let path = try file.path()
        let hasKey: Bool
        do {
            hasKey = try Desk.restore(backup, to: path, sealedBy: Desk.isSealed(backup) ? try Passphrase.asked() : "")
        } catch {
            throw fail("\(error)")
        }
        print("\(path): restored from \(backup), sound")
        if !hasKey { say(Serve.words(ofKeyAt: Desk.keyPath(of: path))) }
    }
}

/// The passphrase that seals a copy: from the environment, or typed without echo.
private enum Passphrase {
    struct Refused: Error, CustomStringConvertible { let description: String }

    static func new() throws -> String {
        if let words = environment("PASSPHRASE") { return try checked(words) }
        let words = try checked(ask("Passphrase: "))
        guard try ask("The same again: ") == words else { throw Refused(description: "the two are not the same") }
        return words
    }

    static func asked() throws -> String { try environment("PASSPHRASE") ?? ask("Passphrase: ") }

    private static func checked(_ words: String) throws -> String {
        guard words.count >= CopyLock.fewestCharacters else {
            throw Refused(description: "a passphrase has at least \(CopyLock.fewestCharacters) characters")
        }
        return words
    }

    private static func ask(_ question: String) throws -> String {
        guard isatty(STDIN_FILENO) == 1, let words = getpass(question) else {
            throw Refused(description: "name the passphrase in KAMDESK_PASSPHRASE, or run this at a terminal")
        }
        return String(cString: words)
    }
}
