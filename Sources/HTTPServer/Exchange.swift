import CMicroHTTPD
import Glibc
import HTTP

/// One request and its answer. Only the HTTP thread of its connection uses it, except for `outcome`.
final class Exchange: @unchecked Sendable {
    enum Outcome {
        case pending, abandoned
        case answered(Response)
    }

    let connection: OpaquePointer
    /// The result of the lane's work, handed to the HTTP thread.
    let outcome = Lock(Outcome.pending)

    private let context: ServerContext
    private let record: Connection
    private let target: RawTarget
    private var admission: Admission?
    private var form = FormParser()
    private var upload: UploadBody?
    private var received = 0
    private var isParked = false
    /// The file that the answer is sent from. Holding it keeps its room reserved.
    private var spooled: SpooledFile?
    private var isTurnedAway = false

    init(_ context: ServerContext, connection: OpaquePointer, record: Connection, target: RawTarget) {
        self.context = context
        self.connection = connection
        self.record = record
        self.target = target
        record.enter(.headers, within: context.limits.headers)
        if target.separators > context.limits.queryFields { turnAway() }
    }

    /// Refuses a query with too many fields: libmicrohttpd splits the query itself, and hangs if it has no memory for so many.
    private func turnAway() {
        isTurnedAway = true
        context.send(refusal: .headersTooLarge, on: connection, record.descriptor)
        Descriptor.shutDown(record.descriptor, .both)
    }

    /// The head has arrived. An accepted request must not be answered yet, because libmicrohttpd closes a connection that is answered here.
    /// For refusals that is right.
    func begin(method: UnsafePointer<CChar>, version: UnsafePointer<CChar>) -> MHD_Result {
        guard !isTurnedAway else { return .NO }
        do throws(Refusal) {
            let head = try RequestHead(
                of: connection, method: method, target: target, version: version, limits: context.limits)
            let admission = try context.gate.admit(head, from: record.address)
            self.admission = admission
            let limits = context.limits
            if case .upload(let parser) = admission.type, let room = context.room {
                upload = UploadBody(parser, in: room.folder, limits: limits, logger: context.logger)
                record.enter(.body, within: limits.body, atMost: limits.upload)
            } else {
                record.enter(.body, within: limits.body)
            }
            return .YES
        } catch {
            return refuse(error.status)
        }
    }

    var hasBegun: Bool { admission != nil }

    /// A piece of the body.
    func take(_ bytes: UnsafeRawBufferPointer) -> MHD_Result {
        do throws(Refusal) {
            if let upload {
                record.prolong(by: .seconds(1) * bytes.count / max(context.limits.slowestBytesPerSecond, 1))
                try upload.take(bytes)
            } else {
                try takeForm(bytes)
            }
            return .YES
        } catch {
            // Delete the staged file before the client reads the refusal.
            upload = nil
            // libmicrohttpd accepts no answer in the middle of a body.
            context.send(refusal: error.status, on: connection, record.descriptor)
            return .NO
        }
    }

    private func takeForm(_ bytes: UnsafeRawBufferPointer) throws(Refusal) {
        received += bytes.count
        guard received <= context.limits.bodyBytes else { throw Refusal(.contentTooLarge) }
        form.feed(bytes)
    }

    /// The whole request has arrived, or its parked work is done.
    func answer() -> MHD_Result {
        guard let admission else { return .NO }
        if isParked { return collect() }
        var request = admission.request
        do throws(Refusal) { try finish(&request) } catch { return refuse(error.status) }
        record.enter(.working, within: nil)
        request.isAwaited = { [context, record] in
            !context.isOver.load(ordering: .relaxed) && context.connections.isAwaited(record)
        }
        switch context.handler(request) {
        case .now(let response): return send(context.stored(response))
        case .parked(let lane, let work, let orElse): return park(on: lane, work, orElse: orElse)
        }
    }

    /// From then on the request alone owns the uploaded file.
    private func finish(_ request: inout Request) throws(Refusal) {
        defer { upload = nil }
        if let upload {
            (request.form, request.upload) = try upload.finish()
        } else {
            guard let fields = form.finish() else { throw .malformed }
            request.form = fields
        }
    }

    private func park(
        on lane: Lane, _ work: @escaping @Sendable () -> Response, orElse: (@Sendable () -> Response)?
    ) -> MHD_Result {
        guard context.parked.park(self) else { return refuse(.unavailable) }
        isParked = true
        let (context, exchange) = (context, self)
        let isAdded = context.lanes.add(to: lane) {
            let isTooLate = lane.isForWorkers && context.isStopping.load(ordering: .relaxed)
            let response = isTooLate ? context.answers.refusal(.unavailable) : context.stored(work())
            context.parked.finish(exchange, with: response)
        }
        if !isAdded { context.parked.finish(self, with: orElse?() ?? context.answers.refusal(.unavailable)) }
        return .YES
    }

    private func collect() -> MHD_Result {
        switch outcome.withLock({ outcome in
            // From then on the library has its own copy.
            defer { if case .answered = outcome { outcome = .abandoned } }
            return outcome
        }) {
        case .pending: .YES
        case .abandoned: .NO
        case .answered(let response): send(response)
        }
    }

    private func refuse(_ status: Status) -> MHD_Result {
        context.logger.debug("refused", metadata: ["status": "\(status.rawValue)"])
        return send(context.answers.refusal(status), ending: true)
    }

    private func send(_ response: Response, ending: Bool = false) -> MHD_Result {
        let limits = context.limits
        let seconds = response.body.count / max(limits.slowestBytesPerSecond, 1)
        record.enter(.answering, within: limits.answer + .seconds(seconds))
        if case .spooled(let file) = response.body { spooled = file }
        let ending = ending || admission?.endsConnection ?? true || context.isStopping.load(ordering: .relaxed)
        return Reply.queue(response, headers: context.answers.headers(of: response), ending: ending, on: connection)
    }

    /// The answer is sent, or the connection is broken.
    func end() { record.enter(.idle, within: context.limits.idle) }
}

extension Lane {
    fileprivate var isForWorkers: Bool { if case .worker = self { true } else { false } }
}
