/// What a connection is doing now. `working` has no time limit, because then the client waits for us.
enum Phase: Sendable {
    case headers, body, working, answering, idle
}
