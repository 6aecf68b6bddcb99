import Glibc

/// Sizes of the long forms of tests, from the environment.
enum ProcessEnvironment {
    static func integer(_ name: String) -> Int? { getenv(name).flatMap { Int(String(cString: $0)) } }
}
