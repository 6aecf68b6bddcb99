import Domain
import Foundation
import HTTP
import Logging
import Store
import Synchronization

/// The uploaded files that wait to be imported, and the work on them. They live as long as the program, and only the user who uploaded a
/// file sees it.
final class WaitingFiles: Sendable {
    private struct Place {
        var file: WaitingFile
        let owner: User.ID
        /// Nil once the file is imported and not needed any more.
        var upload: Upload?
        /// The number of the upload in order of arrival.
        let order: Int

        var isBusy: Bool { if case .busy = file.progress { true } else { false } }
    }

    private struct State {
        var places: [Int: Place] = [:]
        /// What prevented an undo of each import. `undoing` is how far a running undo is, in percent.
        var obstacles: [Import.ID: [Obstacle]] = [:]
        var undoing: [Import.ID: Int] = [:]
        var failed: Set<Import.ID> = []
        var count = 0
        var generation = 0
    }

    private let state = Mutex(State())
    private let desk: Desk
    private let logger: Logger

    init(desk: Desk, logger: Logger) {
        self.desk = desk
        self.logger = logger
    }

    /// Grows with every change. While it stays the same, no page about the files has changed.
    var generation: Int { state.withLock { $0.generation } }

    func file(_ number: Int, of owner: User.ID) throws -> WaitingFile {
        guard let place = state.withLock({ $0.places[number] }), place.owner == owner else { throw Refusal.notFound }
        return place.file
    }

    /// Adds an upload and reads its first rows. Throws a problem with the field "file" if it is not a table.
    func add(_ upload: Upload, _ kind: ImportKind, of owner: User.ID) throws -> Int {
        let table: CSVFile
        do { table = try CSVFile(path: upload.path, as: kind) } catch { throw Problems(["file": .notATable]) }
        let last = try desk.read { try $0.lastReading(of: kind) }
        let number = Int.random(in: 1...Int(Int32.max))
        var file = WaitingFile(
            number: number, name: composed(upload.fileName), byteCount: upload.byteCount, kind: kind, table,
            kept: last?.conventions ?? Conventions())
        file.matchNames(last: last?.map)
        let waiting = file
        change { state in
            // Files are large, so the oldest idle one is dropped.
            if state.places.count >= 8,
                let first = state.places.filter({ !$0.value.isBusy }).min(by: { $0.value.order < $1.value.order })
            {
                state.places[first.key] = nil
            }
            state.count += 1
            state.places[number] = Place(file: waiting, owner: owner, upload: upload, order: state.count)
        }
        return number
    }

    /// Does nothing if the file belongs to somebody else.
    func discard(_ number: Int, of owner: User.ID) {
        change { if $0.places[number]?.owner == owner { $0.places[number] = nil } }
    }

    /// Rehearses a file as the user says to read it, on its own thread. `note` logs the rehearsal before anyone sees the result; it gets
    /// the trade secrets that were read.
    func rehearse(
        _ number: Int, _ reading: FileReading, of owner: User.ID,
        note: @escaping @Sendable ([Named<Client>]) throws -> Void
    ) throws {
        var file = try file(number, of: owner)
        guard let upload = state.withLock({ $0.places[number]?.upload }) else { throw Refusal.notFound }
        if reading.conventions.cutsOtherwise(than: file.conventions) {
            // Another encoding, delimiter or header gives other columns.
            guard let table = try? CSVFile(path: upload.path, as: file.kind, reading.conventions) else {
                return change { $0.places[number]?.file.progress = .failed(.file(.empty)) }
            }
            file.conventions = reading.conventions
            file.show(table)
            file.matchNames(last: nil)
        } else {
            file.map = ImportPlan.map(
                reading.columns.filter { $0.value.allSatisfy(file.header.indices.contains) }, file.header, file.kind)
            file.conventions = reading.conventions
        }
        file.constants = reading.constants
        try rehearse(file, note: note)
    }

    /// Rehearses a file as it was read so far.
    func rehearse(_ file: WaitingFile, note: @escaping @Sendable ([Named<Client>]) throws -> Void) throws {
        try work(file) { desk, path, progress in
            var secrets: [Named<Client>] = []
            let report = try desk.rehearse(
                file.kind, path: path, file.options, secrets: { secrets = $0 }, progress: progress)
            try note(secrets)
            return .rehearsed(report)
        }
    }

    /// Imports a file without the rows that would be refused, on its own thread.
    func run(_ number: Int, as user: User.ID) throws {
        let file = try file(number, of: user)
        guard case .rehearsed(let rehearsal) = file.progress else { throw Refusal.notFound }
        var options = file.options
        options.survey = rehearsal.survey
        try work(file) { [options] desk, path, progress in
            .imported(
                try desk.importFile(file.kind, path: path, name: file.name, options, as: user, progress: progress))
        }
    }

    private func work(
        _ file: WaitingFile,
        _ body:
            @escaping @Sendable (Desk, _ path: String, _ progress: (Int, Int) -> Void) throws -> WaitingFile.Progress
    ) throws {
        let number = file.number
        let upload: Upload? = state.withLock { state in
            guard let place = state.places[number], let upload = place.upload, !place.isBusy else { return nil }
            state.places[number]?.file = file
            state.places[number]?.file.progress = .busy(percent: 0)
            state.generation += 1
            return upload
        }
        guard let upload else { throw Refusal.notFound }
        Thread.detachNewThread { [desk, logger] in
            var shown = 0
            let outcome: WaitingFile.Progress
            do {
                outcome = try body(desk, upload.path) { done, total in
                    let percent = Self.percent(done, of: total)
                    guard percent > shown else { return }
                    shown = percent
                    self.change { $0.places[number]?.file.progress = .busy(percent: percent) }
                }
            } catch let refusal as CSVRefusal {
                outcome = .failed(.file(refusal))
            } catch ImportRefusal.missing(let field, _) {
                outcome = .failed(.column(field: field))
            } catch ImportRefusal.constant(let field) {
                outcome = .failed(.constant(field: field))
            } catch ImportRefusal.open(let questions) {
                outcome = .failed(.open(questions))
            } catch {
                logger.error("an import failed", metadata: ["error": "\(error)"])
                outcome = .failed(.fault)
            }
            self.change { state in
                state.places[number]?.file.progress = outcome
                if case .rehearsed(let report) = outcome, let survey = report.survey {
                    state.places[number]?.file.conventions = survey.conventions
                }
                if case .imported = outcome { state.places[number]?.upload = nil }
            }
        }
    }

    /// Undoes an import on its own thread. Does nothing if it has been undone already.
    func undo(_ id: Import.ID, as user: User.ID) throws {
        switch try desk.read({ try $0.importRecord(id) }).state {
        case .done: break
        case .undone: return
        case .running: throw Refusal.notFound
        }
        let begins = state.withLock { state in
            guard state.undoing[id] == nil else { return false }
            state.obstacles[id] = nil
            state.failed.remove(id)
            state.undoing[id] = 0
            state.generation += 1
            return true
        }
        guard begins else { return }
        Thread.detachNewThread { [desk, logger] in
            do {
                let obstacles = try desk.undoImport(id, as: user) { done, total in
                    self.change { $0.undoing[id] = Self.percent(done, of: total) }
                }
                self.change { $0.obstacles[id] = obstacles }
            } catch {
                logger.error("an import was not taken back", metadata: ["error": "\(error)"])
                self.change { $0.failed.insert(id) }
            }
            self.change { $0.undoing[id] = nil }
        }
    }

    /// True if the undo failed because of the desk itself.
    func hasFailed(_ id: Import.ID) -> Bool { state.withLock { $0.failed.contains(id) } }

    func obstacles(_ id: Import.ID) -> [Obstacle] { state.withLock { $0.obstacles[id] ?? [] } }

    /// Nil if no undo is running.
    func percentUndone(_ id: Import.ID) -> Int? { state.withLock { $0.undoing[id] } }

    private static func percent(_ done: Int, of total: Int) -> Int { total == 0 ? 0 : done * 100 / total }

    private func change(_ body: (inout State) -> Void) {
        state.withLock { state in
            body(&state)
            state.generation += 1
        }
    }
}

/// How a user says to read a file.
struct FileReading {
    var columns: [String: [Int]] = [:]
    var constants: [String: String] = [:]
    var conventions = Conventions()
}

extension Conventions {
    /// True if a file has other cells when it is read so.
    fileprivate func cutsOtherwise(than other: Conventions) -> Bool {
        encoding != other.encoding || delimiter != other.delimiter || firstRow != other.firstRow
    }
}

extension WaitingFile {
    fileprivate var options: ImportOptions {
        ImportOptions(
            map: map, constants: ImportPlan.constants(constants), said: conventions, kept: kept,
            skipsRefused: true, matchesNames: false)
    }

    /// Takes the mapping of the last file of this kind if it fits, otherwise the columns that have the name of a field.
    fileprivate mutating func matchNames(last: String?) {
        let fits = last.flatMap { try? ImportPlan(kind, header: header, map: $0, isWhole: false).map }
        map = fits ?? (try? ImportPlan(kind, header: header, map: "", isWhole: false).map) ?? ""
    }
}
