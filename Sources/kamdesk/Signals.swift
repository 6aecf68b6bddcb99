import Glibc

/// The signals that a daemon may be sent: some ask for its end, a hangup for its log to be opened anew, and no other ends it.
struct Signals {
    private static let ends = [SIGTERM, SIGINT, SIGQUIT]
    /// All others that end a program by themselves, but for those by which it breaks. SIGPIPE and SIGXFSZ come with writes that fail, and
    /// are told as such; none means anything here.
    private static let ignored =
        [SIGPIPE, SIGXFSZ, SIGXCPU, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGIO, SIGPWR, SIGSTKFLT]
        + (__libc_current_sigrtmin()...__libc_current_sigrtmax())
    private var awaited = sigset_t()

    /// From then on signals wait for `waitForEnd`: to be made before any other thread begins, for threads inherit it.
    init() {
        for number in Signals.ignored { signal(number, SIG_IGN) }
        sigemptyset(&awaited)
        for number in Signals.ends + [SIGHUP] { sigaddset(&awaited, number) }
        pthread_sigmask(SIG_BLOCK, &awaited, nil)
    }

    /// Returns when an end is asked for.
    func waitForEnd(atHangup: () -> Void) {
        var (awaited, number) = (awaited, Int32(0))
        repeat {
            guard sigwait(&awaited, &number) == 0 else { continue }
            if number == SIGHUP { atHangup() }
        } while !Signals.ends.contains(number)
    }
}
