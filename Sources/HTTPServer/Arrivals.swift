import HTTP

/// What is on its way in at once: forms, which are held in memory, and files, which go to the disk.
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

    /// What a body takes until its request is answered. Throws why it is not taken, before a byte of it was sent; whoever sends it is asked
    /// for only where that matters.
    func admit(_ framing: BodyFraming, _ type: BodyType, from sender: () -> Sender) throws(Refusal) -> [Allowance.Share]
    {
        switch type {
        case .form: try admitForm(framing, from: sender)
        case .upload: try admitFile(framing, from: sender())
        }
    }

    /// A small form is taken of anybody: their number is that of the connections.
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

    /// A file says how long it is, so that one for which there is no room is refused before it is sent. What room there is learns only who
    /// may send one.
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
