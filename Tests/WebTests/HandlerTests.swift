import HTTP
import Routes
import Testing

@testable import Web

@Suite struct HandlerTests {
    @Test func `every page and every act of the site map has its handler`() throws {
        for entry in SiteMap.entries {
            let path = entry.pattern.replacing("ID", with: "7").replacing("NAME", with: "name")
            guard case .found(let target, _) = SiteMap.match(Request(entry.method, path)) else {
                Issue.record("\(entry.pattern) is not found")
                continue
            }
            switch target {
            case .page(let route): #expect(route.page is any PageHandler, "\(entry.pattern)")
            case .action(let action): #expect(action.act is any ActionHandler, "\(entry.pattern)")
            default: break
            }
        }
    }
}
