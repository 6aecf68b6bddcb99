import ArgumentParser
import Store

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy a desk as it is at one instant, beside a daemon that writes on, and check the copy.")

    @OptionGroup var file: DeskOption
    @Option(help: "The folder for the copies. (default: the desk's name with -backups behind it)") var to: String?
    @Option(help: "How many copies to keep, the latest.") var keep: Int = environment("KEEP", 14)

    func validate() throws {
        guard keep > 0 else { throw ValidationError("--keep \(keep): at least 1") }
    }

    func run() throws {
        let path = try file.path()
        do {
            let made = try Desk.backUp(path, into: to ?? Desk.backupFolder(of: path), keep: keep)
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
        do { try Desk.restore(backup, to: path) } catch { throw fail("\(error)") }
        print("\(path): restored from \(backup), sound")
    }
}
