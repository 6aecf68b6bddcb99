import Testing

@testable import Domain

@Suite struct ImportPlanTests {
    @Test func `a map names its columns by name, or by position where the name is not unique`() throws {
        let header = ["Код", "Имя, полное", "x", "x", ""]
        let plan = try ImportPlan(.clients, header: header, map: "key=Код,name=#2,city=#4,note=#5")
        #expect(plan.columns == ["key": [0], "name": [1], "city": [3], "note": [4]] && plan.unused == ["x"])
        #expect(plan.map == "key=Код,name=\"Имя, полное\",city=#4,note=#5")
        #expect(try ImportPlan(.clients, header: header, map: plan.map) == plan)
    }

    @Test func `a column may stay unused although it has the name of a field`() throws {
        let plan = try ImportPlan(.products, header: ["name", "price"], map: "name=name", matchesNames: false)
        #expect(plan.columns == ["name": [0]] && plan.unused == ["price"])
        let left = try ImportPlan(.products, header: ["name", "price"], map: "price=")
        #expect(left.columns == ["name": [0]] && left.unused == ["price"])
    }

    @Test func `a map that names a missing column is refused`() {
        for map in ["name=nowhere", "name=#9", "name=#0"] {
            #expect(throws: ImportRefusal.self) { try ImportPlan(.clients, header: ["a"], map: map) }
        }
        #expect(throws: Never.self) { try ImportPlan(.clients, header: ["a"], map: "", isWhole: false) }
    }

    @Test func `a map joins columns, takes quoted names and leaves fields out`() throws {
        let header = ["Last Name", "First Name", "Phone, work", "a+b", "status"]
        let plan = try ImportPlan(
            .clients, header: header, map: "name=Last Name+First Name,phone=\"Phone, work\",note=\"a+b\",status=-")
        #expect(plan.columns == ["name": [0, 1], "phone": [2], "note": [3]] && plan.unused == ["status"])
        #expect(try ImportPlan(.clients, header: header, map: plan.map + ",status=-") == plan)
        let row = CSVRow(line: 2, cells: ["Petrova", "Anna", "1", "NULL", ""])
        #expect(
            plan.cell([0, 1], of: row, nulls: []) == "Petrova Anna" && plan.cell([3], of: row, nulls: ["NULL"]) == "")
    }

    @Test func `a field has a column or one value for all rows, not both`() throws {
        let plan = try ImportPlan(.clients, header: ["name"], map: "", constants: "kind=hospital,note=\"a, b\"")
        #expect(plan.constants == ["kind": "hospital", "note": "a, b"])
        #expect(throws: ImportRefusal.constant("name")) {
            try ImportPlan(.clients, header: ["name"], map: "name=name", constants: "name=x")
        }
        #expect(throws: ImportRefusal.self) {
            try ImportPlan(.clients, header: ["name"], map: "", constants: "nothing=x")
        }
    }

    @Test(
        arguments: [
            (.clients, "Наименование", "name"), (.clients, "ИНН", "inn"), (.clients, "Контрагент", "name"),
            (.people, "Associated Company", "client"), (.people, "ФИО", "name"),
            (.invoices, "Invoice number", "number"),
            (.invoices, "Контрагент", "client"), (.orderLines, "Кол-во", "quantity"), (.people, "Job Title", "title"),
        ] as [(ImportKind, String, String)])
    func `a column is known by what other programs call it`(kind: ImportKind, column: String, field: String) {
        #expect(kind.hasName(column) == field)
    }

    @Test func `a quote in a name or a value is kept`() throws {
        let header = ["name \"q\"", "x"]
        let plan = try ImportPlan(.clients, header: header, map: "name=\"name \"\"q\"\"\"")
        #expect(plan.columns["name"] == [0])
        #expect(try ImportPlan(.clients, header: header, map: plan.map).columns == plan.columns)
        let values = ["note": "a \"b\", c", "city": "\"d\""]
        #expect(
            try ImportPlan(.clients, header: header, map: plan.map, constants: ImportPlan.constants(values)).constants
                == values)
    }
}
