import Glibc

/// Handles the signals that a daemon may get: some ask it to end, a hangup asks it to reopen its log, and all others must not end it.
struct Signals {
    private static let ends = [SIGTERM, SIGINT, SIGQUIT]
    /// All other signals that end a program by default, except those of a crash. SIGPIPE and SIGXFSZ come with failed writes, which report
    /// an error anyway. The rest mean nothing here.
    private static let ignored =
        [SIGPIPE, SIGXFSZ, SIGXCPU, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGIO, SIGPWR, SIGSTKFLT]
        + (__libc_current_sigrtmin()...__libc_current_sigrtmax())
    private var awaited = sigset_t()

    /// From now on signals wait for `waitForEnd`. Create it before any other thread, because threads inherit it.
    init() {
        for number in Signals.ignored { signal(number, SIG_IGN) }
        sigemptyset(&awaited)
        for number in Signals.ends + [SIGHUP] { sigaddset(&awaited, number) }
        pthread_sigmask(SIG_BLOCK, &awaited, nil)
    }

    /// Returns when a signal asks the program to end.
    func waitForEnd(atHangup: () -> Void) {
        var (awaited, number) = (awaited, Int32(0))
        repeat {
            guard sigwait(&awaited, &number) == 0 else { continue }
            if number == SIGHUP { atHangup() }
        } while !Signals.ends.contains(number)
    }
}
