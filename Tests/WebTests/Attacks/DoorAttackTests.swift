import Domain
import HTTP
import Logging
import Testing

@testable import Secrets
@testable import Store
@testable import Web

/// Guesses, codes and keys at the door.
@Suite struct DoorAttackTests {
    private let door = try! Door()
    /// The telephone of somebody who has set up a second factor.
    private let secret: [UInt8] = Array(1...20)

    private var seconds: Int64 { door.time.now.milliseconds / 1000 }

    /// The code of a step beside the present one.
    private func code(_ step: Int64 = 0) -> String {
        String(decoding: TimeCode.digits(of: seconds / TimeCode.period + step, secret), as: UTF8.self)
    }

    private func setSecond(_ name: String, recovery: [String] = []) throws {
        let user = door.copy.user(name)
        try door.write {
            try $0.setSecondFactor(
                secret, step: 0,
                recoveryCodes: recovery.map {
                    door.app.digest(ofRecovery: RecoveryCode.normalized($0)!, of: user)
                }, of: user)
        }
    }

    @Test func `guesses are limited to ten a minute by address and by account, and others still sign in`() throws {
        let began = ContinuousClock.now
        let (guesser, guest) = (door.visitor(from: "10.6.6.6"), door.guest("director", from: "10.0.0.9"))
        var compared = [0, 0]
        for attempt in 0..<5000 {
            // Many names from one address, then one name from many addresses.
            guesser.address = "10.6.6.6"
            compared[0] += guesser.logIn("nobody \(attempt)", "wrong password").status == .invalid ? 1 : 0
            guesser.address = "10.7.\(attempt / 250).\(attempt % 250)"
            compared[1] += guesser.logIn("Boris", "wrong password").status == .invalid ? 1 : 0
            guard attempt % 500 == 100 else { continue }
            #expect(guest.isIn)
            #expect(door.guest("clara", from: "10.0.1.\(attempt / 500)").isIn)
        }
        let minutes = 1 + Int((ContinuousClock.now - began) / .seconds(60))
        #expect(compared.allSatisfy { (10...10 * minutes).contains($0) }, "\(compared)")
        #expect(!guesser.isIn)
    }

    @Test func `a stranger's guesses do not lock out a user who signs in from an address used before`() {
        let boris = door.visitor(from: "10.0.0.7")
        #expect(boris.logIn("boris").status == .seeOther)
        let stranger = door.visitor()
        for attempt in 0..<12 {
            stranger.address = "10.9.0.\(attempt)"
            _ = stranger.logIn("Boris", "wrong password")
        }
        #expect(door.visitor(from: "10.0.1.1").logIn("boris").status == .tooManyRequests)
        let again = door.visitor(from: "10.0.0.7")
        #expect(again.logIn("boris").status == .seeOther && again.isIn)
        // There too, ten a minute.
        let guesses = (0..<12).map { _ in door.visitor(from: "10.0.0.7").logIn("boris", "wrong password").status }
        #expect(guesses.filter { $0 == .invalid }.count == 10)
    }

    @Test func `guesses with a name of a megabyte are limited to ten a minute too, and the name is not logged`() {
        let visitor = door.visitor()
        let name = String(repeating: "n", count: 1_000_000)
        let answers = (0..<30).map { _ in visitor.logIn(name, "wrong password").status }
        #expect(answers.filter { $0 == .invalid }.count == 10 && answers.last == .tooManyRequests)
        #expect(!door.log.text.contains("nnnnnnnnnnnnnnnnnnnn"))
    }

    @Test func `the time of a failed login does not reveal whether the name exists`() {
        // The least of them: what else the machine has to do only adds.
        func least(_ spans: [Duration]) -> Double { spans.min()! / .milliseconds(1) }
        let ratios = ["anna", "boris", "clara"].lazy.map { name in
            var (known, unknown): ([Duration], [Duration]) = ([], [])
            for attempt in 0..<9 {
                let one = door.visitor(from: "10.\(name.count).1.\(attempt)-\(name)")
                let two = door.visitor(from: "10.\(name.count).2.\(attempt)-\(name)")
                known.append(ContinuousClock().measure { _ = one.logIn(name, "wrong password") })
                unknown.append(ContinuousClock().measure { _ = two.logIn("no \(name) \(attempt)", "wrong password") })
            }
            print("login, known and unknown:", least(known), least(unknown))
            return least(known) / least(unknown)
        }
        // A machine that has something else to do is asked again.
        #expect(ratios.contains { (1 / 1.1...1.1).contains($0) })
    }

    @Test func `the answer to a wrong password does not reveal whether the name exists`() {
        let answers = ["anna", "left", "no such name"].map { name in
            door.visitor(from: "10.0.0.\(name.count)").logIn(name, "wrong password")
        }
        #expect(answers.allSatisfy { $0.status == .invalid })
        let pages = zip(answers, ["anna", "left", "no such name"]).map { $0.text.settled.replacing($1, with: "") }
        #expect(Set(pages).count == 1)
    }

    @Test func `a code works once, and an earlier code is refused after a later one`() throws {
        try setSecond("anna")
        let visitor = door.visitor()
        let first = visitor.logIn("anna")
        #expect(first.status == .ok && !visitor.isIn)
        let present = code()
        let earlier = code(-1)
        #expect(visitor.type(code: present, after: first).status == .seeOther && visitor.isIn)
        for old in [present, earlier] {
            let thief = door.visitor(from: "10.0.0.2")
            #expect(thief.type(code: old, after: thief.logIn("anna")).status == .invalid && !thief.isIn)
            let again = door.visitor(from: "10.0.0.3")
            #expect(again.type(code: old, after: first).status == .invalid && !again.isIn)
        }
        let later = door.visitor(from: "10.0.0.4")
        #expect(later.type(code: code(1), after: later.logIn("anna")).status == .seeOther && later.isIn)
    }

    @Test func `a recovery code works once, and only for its own user`() throws {
        try setSecond("anna", recovery: ["abcde-fgh12", "abcde-fgh13"])
        for (typed, isGood) in [
            ("ABCDE FGH12", true), ("abcde-fgh12", false), ("abcde-fgh13", true), ("abcdefgh13", false),
        ] {
            let visitor = door.visitor(from: "10.0.0.\(typed.count)")
            _ = visitor.type(code: typed, after: visitor.logIn("anna"))
            #expect(visitor.isIn == isGood, "\(typed)")
        }
        try setSecond("boris", recovery: ["abcde-fgh14"])
        let other = door.visitor(from: "10.0.0.99")
        _ = other.type(code: "abcde-fgh14", after: other.logIn("anna"))
        #expect(!other.isIn)
    }

    @Test func `a code is accepted only after the password, and only for three minutes`() throws {
        try setSecond("anna")
        let user = door.copy.user("anna").number
        let now = door.time.now.milliseconds
        for half in [
            "", "\(user)", "\(user).\(now)", "\(user).\(now).", "\(user).\(now).\(Token.make())", "1.2.3.4",
            "\(user).9223372036854775807.x", "-1.-1.-1",
        ] {
            let visitor = door.visitor(from: "10.0.2.1")
            #expect(visitor.post("/login", ["half": half, "code": code()]).status != .seeOther, "\(half)")
            #expect(!visitor.isIn)
        }
        let (anna, boris) = (door.visitor(), door.visitor(from: "10.0.0.2"))
        let answer = anna.logIn("anna")
        let half = try #require(answer.hidden("half"))
        // For another it does not stand.
        let forged = half.replacing("\(user).", with: "\(door.copy.user("boris").number).")
        #expect(boris.post("/login", ["half": forged, "code": code()]).status != .seeOther)
        door.time.move(181_000)
        #expect(anna.type(code: code(), after: answer).status != .seeOther && !anna.isIn)
    }

    @Test func `a login that waits for its code ends with a restart or a change of the password`() throws {
        try setSecond("anna")
        let visitor = door.visitor()
        let answer = visitor.logIn("anna")
        let again = try App(
            desk: door.copy.desk, base: "", clock: Clock { [time = door.time] in time.now },
            logger: Logger(label: "test"))
        let later = Visitor(again, from: "10.0.0.2")
        #expect(later.type(code: code(), after: answer).status == .invalid && !later.isIn)
        try door.write { try $0.setPassword(TeamApp.hash + " ", of: door.copy.user("anna")) }
        #expect(visitor.type(code: code(), after: answer).status == .invalid && !visitor.isIn)
    }

    @Test func `a thief of the desk's key cannot forge the password step of a login`() throws {
        try setSecond("anna")
        let text = "\(door.copy.user("anna").number).\(door.time.now.milliseconds)"
        let half = text + "." + Session.digest("half \(text)", key: door.copy.desk.tokenKey)
        let thief = door.visitor(from: "10.0.2.2")
        #expect(thief.post("/login", ["half": half, "code": code()]).status != .seeOther && !thief.isIn)
    }

    @Test func `a user whose second factor can no longer be checked is told what to do and is not signed in`()
        throws
    {
        try setSecond("anna")
        try door.copy.desk.withWriter { try $0.execute(sql: "UPDATE user SET second_secret = zeroblob(60)") }
        let visitor = door.visitor()
        let answer = visitor.logIn("anna")
        #expect(answer.status == .invalid && answer.hidden("half") == nil && !visitor.isIn)
        #expect(answer.text.contains("the key with which the desk checks them is gone"))
        try door.write { try $0.setSecondFactor(nil, step: 0, recoveryCodes: [], of: door.copy.user("anna")) }
        _ = visitor.logIn("anna")
        #expect(visitor.isIn)
    }

    @Test func `an invitation does not sign in a user whose second factor can no longer be checked`() throws {
        try setSecond("clara")
        let key = Token.make()
        try door.write {
            try $0.invite(
                door.copy.user("clara"), by: door.app.digest(ofInvitation: key), until: Moment(milliseconds: .max))
        }
        try door.copy.desk.withWriter { try $0.execute(sql: "UPDATE user SET second_secret = zeroblob(60)") }
        let visitor = door.visitor()
        let fields = ["key": key, "password": "a long enough one", "again": "a long enough one", "code": code()]
        for answer in [visitor.get("/join", ["key": key]), visitor.post("/join", fields)] {
            #expect(answer.status != .seeOther && !visitor.isIn)
            #expect(answer.text.contains("the key with which the desk checks them is gone"))
        }
        // Their password is what it was, and once no codes are asked for the invitation is good.
        #expect(try door.copy.desk.credentials(of: door.copy.user("clara"))?.password == TeamApp.hash)
        try door.write { try $0.setSecondFactor(nil, step: 0, recoveryCodes: [], of: door.copy.user("clara")) }
        _ = visitor.post("/join", fields)
        #expect(visitor.isIn)
    }

    @Test func `codes may be guessed only ten times a minute`() throws {
        try setSecond("anna")
        let visitor = door.visitor()
        let answer = visitor.logIn("anna")
        let statuses = (0..<40).map { attempt in
            visitor.address = "10.8.0.\(attempt)"
            return visitor.type(code: "12345\(attempt % 10)x", after: answer).status
        }
        #expect(statuses.filter { $0 == .invalid }.count == 10)
        #expect(visitor.type(code: code(), after: answer).status == .tooManyRequests)
    }

    @Test func `the secret of a second factor is not shown again and does not change without the password`() throws {
        let guest = door.guest("anna")
        let page = guest.get("/account/second-factor/edit")
        #expect(page.status == .ok)
        try setSecond("anna")
        #expect(guest.get("/account/second-factor/edit").status == .notFound)
        #expect(guest.post("/account/second-factor", ["code": code()]).status == .notFound)
        #expect(guest.post("/account/second-factor/end", ["current": "wrong password"]).status == .invalid)
        #expect(try door.copy.desk.credentials(of: door.copy.user("anna"))?.secondSecret == secret)
    }

    @Test func `an invitation works once and for three days, and a new invitation replaces it`() throws {
        let admin = door.guest("admin")
        func invitation(_ name: String) throws -> String {
            let page = admin.post("/colleagues/\(door.copy.user(name).number)/invitation").text
            let part = try #require(page.firstMatch(of: /\/join\?key=([0-9a-f]{64})/))
            return String(part.1)
        }
        func join(_ key: String) -> Visitor {
            let visitor = door.visitor(from: "10.0.0.7")
            _ = visitor.post("/join", ["key": key, "password": "a long enough one", "again": "a long enough one"])
            return visitor
        }
        let key = try invitation("clara")
        let before = door.guest("clara")
        #expect(join(key).isIn && !before.isIn)
        #expect(!join(key).isIn)
        let (old, new) = (try invitation("clara"), try invitation("clara"))
        #expect(!join(old).isIn && join(new).isIn)
        let late = try invitation("boris")
        door.time.move(3 * 86_400_000)
        #expect(!join(late).isIn)
        #expect(door.visitor().get("/join", ["key": late]).status == .notFound)
    }

    @Test func `the owner's key works once, and never on a desk that has an owner`() throws {
        let key = door.app.ownerKey
        for fields in [["key": key, "name": "Thief"], ["key": "", "name": "Thief"]] {
            #expect(door.visitor().post("/owner", fields).status == .notFound)
        }
        let world = try WorldApp(nobody: true)
        let owner = Visitor(world.app)
        let fields = ["name": "Owner", "password": TeamApp.password, "again": TeamApp.password]
        #expect(owner.post("/owner", fields.merging(["key": Token.make()]) { $1 }).status == .notFound)
        #expect(
            owner.post("/owner", fields.merging(["key": world.app.ownerKey]) { $1 }).status == .seeOther && owner.isIn)
        let second = Visitor(world.app)
        #expect(second.post("/owner", fields.merging(["key": world.app.ownerKey]) { $1 }).status == .notFound)
        #expect(!second.isIn)
    }
}
