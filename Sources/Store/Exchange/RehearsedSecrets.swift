import Domain

// Which trade secrets a rehearsal has read: whether a guess is right tells of them.

extension ImportRun {
    /// Notes that a row was held against a client or a person: in a rehearsal its answer tells of them.
    func meet(_ client: Client.ID?) { if write == nil, let client { read.reading.witness?.saw(client: client.number) } }

    func meet(_ person: Person.ID?) { if write == nil, let person { read.reading.witness?.saw(person: person.number) } }
}
