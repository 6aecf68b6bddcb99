import Domain

// Records which trade secrets a rehearsal has read, because its answers can confirm a guess about them.

extension ImportRun {
    /// Notes that a row was compared with a client or a person. In a rehearsal the answer reveals something about them.
    func meet(_ client: Client.ID?) { if write == nil, let client { read.reading.witness?.saw(client: client.number) } }

    func meet(_ person: Person.ID?) { if write == nil, let person { read.reading.witness?.saw(person: person.number) } }
}
