import HTTP

/// Counts the bodies that are arriving: forms, held in memory, and files, written to the disk.
final class Arrivals: Sendable {
    private let limits: Limits
    private let room: PassingRoom?
    private let forms = Allowance()
    private let formsOfStrangers = Allowance()
    private let files = Allowance()
    private let filesOf = Lock<[String: Allowance]>([:])

    init(_ limits: Limits, room: PassingRoom?) {
        self.limits = limits
        self.room = room
    }

    /// Reserves what a body needs until its request is answered. Throws a refusal before the body is sent. `sender` is called only if it
    /// matters, because it costs a query.
    func admit(_ framing: BodyFraming, _ type: BodyType, from sender: () -> Sender) throws(Refusal) -> [Allowance.Share]
    {
        switch type {
        case .form: try admitForm(framing, from: sender)
        case .upload: try admitFile(framing, from: sender())
        }
    }

    /// A small form is accepted from anybody: the limit on connections limits these.
    private func admitForm(_ framing: BodyFraming, from sender: () -> Sender) throws(Refusal) -> [Allowance.Share] {
        let length =
            switch framing {
            case .none: 0
            case .length(let length): length
            case .chunked: limits.bodyBytes
            }
        guard length <= limits.bodyBytes else { throw Refusal(.contentTooLarge) }
        guard length > limits.smallBodyBytes else { return [] }
        let isKnown = sender().name != nil
        let share =
            isKnown
            ? forms.take(length, atMost: limits.formBytesAtOnce)
            : formsOfStrangers.take(length, atMost: limits.formBytesOfStrangersAtOnce)
        guard let share else { throw Refusal(.unavailable) }
        return [share]
    }

    /// A file must state its length, so that it is refused before it is sent if there is no room for it. Only senders who may upload learn
    /// how much room there is.
    private func admitFile(_ framing: BodyFraming, from sender: Sender) throws(Refusal) -> [Allowance.Share] {
        guard let room, let name = sender.name, sender.bringsFiles else { throw Refusal(.forbidden) }
        guard case .length(let length) = framing else { throw Refusal(.lengthRequired) }
        guard length <= limits.uploadBytes else { throw Refusal(.contentTooLarge) }
        guard let place = files.take(1, atMost: limits.uploadsAtOnce),
            let ownPlace = allowance(of: name).take(1, atMost: limits.uploadsAtOnceOfOne)
        else { throw Refusal(.tooManyRequests) }
        do throws(StagedFile.Failure) { return [place, ownPlace, try room.take(length)] } catch {
            throw Refusal(error.isForSpace ? .insufficientStorage : .unavailable)
        }
    }

    private func allowance(of name: String) -> Allowance {
        filesOf.withLock { known in
            if let allowance = known[name] { return allowance }
            let allowance = Allowance()
            known[name] = allowance
            return allowance
        }
    }
}
