import Foundation

/// The checkout that is tested, as files.
enum House {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The files of a folder and below that end so, by their path from the root.
    static func files(in folder: String, ending: String) -> [String] {
        let top = root.appendingPathComponent(folder)
        let all = FileManager.default.enumerator(at: top, includingPropertiesForKeys: nil)!.compactMap { $0 as? URL }
        return all.map(\.path).filter { $0.hasSuffix(ending) }.map { String($0.dropFirst(root.path.count + 1)) }
            .sorted()
    }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }
}
