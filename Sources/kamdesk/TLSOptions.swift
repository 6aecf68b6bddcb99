import ArgumentParser
import Certificates
import Foundation
import HTTPServer
import Store

/// The TLS options of `serve`.
struct TLSOptions: ParsableArguments {
    @Option(help: "A certificate in PEM, with those that vouch for it behind it; together with --tls-key.")
    var tlsCert: String?
    @Option(help: "The private key of the certificate in PEM, without a passphrase.") var tlsKey: String?
    @Flag(help: "Speak TLS with a certificate of our own, kept beside the desk.") var tlsSelfSigned = false
    @Flag(help: "Let others than this machine's users reach the desk without TLS.") var plainHttp = false

    /// Which certificate is used, if any.
    enum Choice {
        case plain, selfSigned
        case given(CertificateFiles)

        var isPlain: Bool { if case .plain = self { true } else { false } }
        var isSelfSigned: Bool { if case .selfSigned = self { true } else { false } }
    }

    /// If the command line has any TLS option, the environment's are ignored.
    private var isSaid: Bool { tlsCert != nil || tlsKey != nil || tlsSelfSigned || plainHttp }

    var mayBePlain: Bool { plainHttp || !isSaid && environmentSays("PLAIN_HTTP") }

    func choice() throws(Reach.Refused) -> Choice {
        let certificate = tlsCert ?? (isSaid ? nil : environment("TLS_CERT"))
        let key = tlsKey ?? (isSaid ? nil : environment("TLS_KEY"))
        let isOurs = tlsSelfSigned || !isSaid && environmentSays("TLS_SELF_SIGNED")
        switch (certificate, key, isOurs) {
        case (nil, nil, false): return .plain
        case (nil, nil, true): return .selfSigned
        case (let certificate?, let key?, false):
            return .given(CertificateFiles(certificate: certificate, key: key))
        case (_?, _?, true): throw Reach.Refused(description: "--tls-cert and --tls-self-signed: choose one of them")
        default: throw Reach.Refused(description: "--tls-cert and --tls-key belong together")
        }
    }

    /// The certificate for the choice; nil if TLS is not used.
    static func certificate(_ choice: Choice, desk: String, names: [String]) throws -> Certificate? {
        let now = Int64(Date().timeIntervalSince1970)
        return switch choice {
        case .plain: nil
        case .given(let files): try files.read(at: now)
        case .selfSigned: try CertificateFiles(beside: Desk.stem(of: desk)).keep(for: names, at: now)
        }
    }
}
