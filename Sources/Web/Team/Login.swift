import Domain
import HTTP
import Routes
import Secrets
import Store
import Templates

/// One attempt to log in.
struct LoginAttempt: Sendable {
    /// The user whose password was right in the step before, if a code is typed now.
    let half: Credentials?
    let account: String
    /// The names under which guesses are counted: the account and the network.
    let names: [String]

    init(_ request: Request, half: Credentials?, _ throttle: Throttle) {
        self.half = half
        account = half.map { "user \($0.user.id.number)" } ?? "name \(NameForm(LoginAttempt.name(request)).text)"
        names = throttle.names(of: account, from: request.remoteNetwork)
    }

    /// The typed name. A text longer than any name is cut, so that a megabyte from a stranger costs no more than a name.
    static func name(_ request: Request) -> String {
        String((request.form["name"] ?? "").unicodeScalars.prefix(1000))
    }

    /// The field beside which a problem is shown.
    var field: String { half == nil ? "name" : "code" }
}

/// What is asked for besides the password, at the login and at an invitation.
enum BesidesPassword {
    case nothing
    case code
    /// A code that the desk cannot check, because the key that sealed its secret is lost. Nobody can sign in to the account.
    case lost
}

extension Credentials {
    var besidesPassword: BesidesPassword { hasLostSecond ? .lost : secondSecret == nil ? .nothing : .code }
}

/// Logging in: a name and a password, and a code if there is a second factor.
extension App {
    /// The login page again, with the page or form that waits for the login.
    private func again(
        _ problems: [String: Problem], half: String?, _ status: Status, _ request: Request, _ session: Session
    ) throws -> Response {
        let form = request.form
        return try loginAnswer(
            FormState(Entries(["name": LoginAttempt.name(request)]), problems: Problems(problems)), back: form["back"],
            half: half, carried: carried(form), status, request, session)
    }

    /// There were too many guesses in the last minute.
    func tooOften(_ attempt: LoginAttempt, _ seconds: Int, _ request: Request, _ session: Session) throws -> Response {
        var response = try again(
            [attempt.field: .tooOften(seconds)], half: attempt.half == nil ? nil : request.form["half"],
            .tooManyRequests, request, session)
        response.headers.add("Retry-After", "\(seconds)")
        return response
    }

    /// Handles an attempt that has been counted already.
    func logIn(_ attempt: LoginAttempt, _ request: Request, _ session: Session) throws -> Response {
        do { return try letIn(attempt, request, session) } catch let fault as DiskFault {
            // Nobody is logged in if the log cannot be written.
            let (trouble, status) = noted(fault)
            return try loginAgain(for: trouble, status, request, session)
        }
    }

    private func letIn(_ attempt: LoginAttempt, _ request: Request, _ session: Session) throws -> Response {
        let form = request.form
        let carried = carried(form)
        /// Logs the failed attempt without a user, because nobody knows who it was.
        func failed(_ name: String) throws {
            try write(as: .program) {
                try $0.log(LogEntry(name: name, act: "login-failed", address: request.remoteAddress))
            }
        }
        func again(_ problems: [String: Problem], half: String?, _ status: Status) throws -> Response {
            try self.again(problems, half: half, status, request, session)
        }
        let (half, field, names) = (attempt.half, attempt.field, attempt.names)
        let user: User.ID
        if let half {
            guard try takes(form["code"] ?? "", half) else {
                try failed(half.user.name)
                return try again([field: .wrong], half: form["half"], .invalid)
            }
            user = half.user.id
        } else {
            let name = typed(LoginAttempt.name(request))
            let credentials = try desk.credentials(of: name)
            // A name that does not exist takes the same time.
            let isRight = Passwords.matches(form["password"] ?? "", credentials?.password ?? Passwords.nobody)
            guard let credentials, isRight else {
                try failed(String(name.unicodeScalars.prefix(120)))
                // This depends on what was typed, not on who is on the desk.
                let isMixed = credentials == nil && NameForm(name).mixesAlphabets
                return try again([field: isMixed ? .mixesAlphabets : .wrong], half: nil, .invalid)
            }
            switch credentials.besidesPassword {
            case .nothing: user = credentials.user.id
            case .code:
                throttle.forgive(names)
                throttle.welcome(attempt.account, from: request.remoteNetwork)
                return try again([:], half: self.half(of: credentials), .ok)
            case .lost: return try again([field: .keyIsLost], half: nil, .invalid)
            }
        }
        throttle.forgive(names)
        throttle.welcome(attempt.account, from: request.remoteNetwork)
        let opened = try begin(user, request)
        return clearing(
            #""cache""#, try carried.flatMap { try goOn($0, request, opened) } ?? forward(to: form["back"], opened))
    }

    /// The login page again after some trouble, with the page or form that waits for the login.
    func loginAgain(for trouble: Trouble, _ status: Status, _ request: Request, _ session: Session) throws -> Response {
        let form = request.form
        return try loginAnswer(
            FormState(Entries(["name": LoginAttempt.name(request)])), back: form["back"], half: form["half"],
            carried: carried(form), status, for: trouble, request, session)
    }

    private func carried(_ form: Form) -> CarriedForm? {
        form["carried_path"].map { CarriedForm(path: $0, fields: form["carried"] ?? "") }
    }

    /// The form that was sent without a login, with what was typed. Nil if its address is not ours or not allowed to the viewer.
    private func goOn(_ carried: CarriedForm, _ request: Request, _ session: Session) throws -> Response? {
        guard case .found(.action(let action), let access) = SiteMap.match(Request(.post, carried.path)) else {
            return nil
        }
        if action.act is KeyAction { return nil }
        let viewer = try ask(request, session) { $0.frame.viewer }
        let entries = Entries(urlEncoded: carried.fields)
        // One person's typed text must not be shown to another who logs in on the same browser.
        guard access.admits(viewer), entries["viewer"] == String(viewer.id.number) else { return nil }
        let form = FormState(entries, version: Int(entries["version"]), base: entries.raw("base"))
        do { return try again(action, form, .ok, request, session).response } catch Refusal.notFound { return nil }
    }

    /// Is it a right code, of six digits or for recovery, that was not used before? The call uses it up.
    func takes(_ code: String, _ credentials: Credentials) throws -> Bool {
        guard let secret = credentials.secondSecret else { return false }
        let digits = code.filter { !$0.isWhitespace }
        let user = credentials.user.id
        if let step = TimeCode.step(of: digits, secret: secret, at: clock.now.milliseconds / 1000) {
            return try write(as: .program(for: user)) { try $0.takeCode(ofStep: step) }
        }
        guard let recovery = RecoveryCode.normalized(code) else { return false }
        return try write(as: .program(for: user)) {
            try $0.takeRecoveryCode(self.digest(ofRecovery: recovery, of: user))
        }
    }

    func digest(ofRecovery code: String, of user: User.ID) -> [UInt8] {
        Token.digest("recovery \(user.number) \(code)", key: key)
    }

    /// A text that stands for a right password for three minutes, while this program runs and the password stays the same.
    func half(of credentials: Credentials) -> String {
        let text = "\(credentials.user.id.number).\(clock.now.milliseconds)"
        return text + "." + digest(ofHalf: text, credentials)
    }

    private func digest(ofHalf text: String, _ credentials: Credentials) -> String {
        Session.digest("half \(text) \(credentials.password)", key: runKey)
    }

    /// Nil if the text is not valid, or not any more.
    func credentials(ofHalf half: String) throws -> Credentials? {
        let parts = half.split(separator: ".").map(String.init)
        guard parts.count == 3, let user = User.ID(parts[0]), let moment = Int64(parts[1]),
            case (let age, let isOver) = clock.now.milliseconds.subtractingReportingOverflow(moment), !isOver,
            (0...180_000).contains(age), let known = try desk.credentials(of: user),
            Bytes.areSame(Array(parts[2].utf8), Array(digest(ofHalf: "\(parts[0]).\(parts[1])", known).utf8))
        else { return nil }
        return known
    }
}
