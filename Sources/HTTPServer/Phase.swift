/// What a connection is doing at present; only `working` has no age, since then the client waits for us.
enum Phase: Sendable {
    case headers, body, working, answering, idle
}
