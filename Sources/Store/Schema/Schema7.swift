import CSodium
import GRDB

/// Version 7 of the schema: secrets leave the file. The key for tokens and digests is stored beside the file and seals the secrets of
/// second factors. `sealed(secret, user)`, `key_mark()` and `series(secret)` are functions of the writer's connection. This version
/// never changes once it is merged.
enum Schema7 {
    static let sql = """
        ALTER TABLE desk ADD COLUMN series TEXT; -- by what the names of its copies tell it from another desk of its name
        ALTER TABLE desk ADD COLUMN key_mark BLOB CHECK (length(key_mark) = 16); -- of the key beside it that seals what is secret in it
        ALTER TABLE desk ADD COLUMN copy_key BLOB CHECK (length(copy_key) = 32); -- public: by it copies are sealed for those who do not see everything
        ALTER TABLE desk ADD COLUMN copy_salt BLOB CHECK (length(copy_salt) = 16); -- with which the passphrase makes its other half
        CREATE INDEX client_confidential ON client (id) WHERE is_confidential = 1;
        UPDATE desk SET series = series(secret), key_mark = key_mark();
        ALTER TABLE desk DROP COLUMN secret;
        UPDATE user SET second_secret = sealed(second_secret, id) WHERE length(second_secret) <> 60;
        -- What the former key has hashed.
        DELETE FROM session;
        DELETE FROM invitation;
        DELETE FROM recovery_code;

        """

    /// Four bytes of a hash, in hexadecimal digits. The hash is of the secret that older desks stored in the file.
    static func series(of secret: [UInt8]) -> String {
        var digest = [UInt8](repeating: 0, count: 16)
        crypto_generichash(&digest, digest.count, secret, UInt64(secret.count), nil, 0)
        return hexadecimal(digest.prefix(4))
    }
}
