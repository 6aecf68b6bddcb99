import Testing

@testable import Domain

@Suite struct ImportPlanTests {
    @Test func `a map names its columns by name, or by position where the name is not unique`() throws {
        let header = ["Код", "Имя, полное", "x", "x", ""]
        let plan = try ImportPlan(.clients, header: header, map: "key=Код,name=#2,city=#4,note=#5")
        #expect(plan.columns == ["key": 0, "name": 1, "city": 3, "note": 4] && plan.unused == ["x"])
        #expect(plan.map == "key=Код,name=#2,city=#4,note=#5")
        #expect(try ImportPlan(.clients, header: header, map: plan.map) == plan)
    }

    @Test func `a column may stay unused although it has the name of a field`() throws {
        let plan = try ImportPlan(.products, header: ["name", "price"], map: "name=name", matchesNames: false)
        #expect(plan.columns == ["name": 0] && plan.unused == ["price"])
        let left = try ImportPlan(.products, header: ["name", "price"], map: "price=")
        #expect(left.columns == ["name": 0] && left.unused == ["price"])
    }

    @Test func `a map that names a missing column is refused`() {
        for map in ["name=nowhere", "name=#9", "name=#0"] {
            #expect(throws: ImportRefusal.self) { try ImportPlan(.clients, header: ["a"], map: map) }
        }
        #expect(throws: Never.self) { try ImportPlan(.clients, header: ["a"], map: "", isWhole: false) }
    }
}
