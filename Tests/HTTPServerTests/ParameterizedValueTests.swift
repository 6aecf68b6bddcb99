import HTTP
import Testing

@Suite struct ParameterizedValueTests {
    @Test(arguments: [
        ("text/plain", "text/plain", [:]),
        ("Text/Plain;Charset=UTF-8", "text/plain", ["charset": "UTF-8"]),
        ("form-data; name=\"a b\" ;\tfilename=\"c;d=e\"", "form-data", ["name": "a b", "filename": "c;d=e"]),
        ("form-data; name=\"\"", "form-data", ["name": ""]),
        ("form-data; filename=\"C:\\a\\\"", "form-data", ["filename": "C:\\a\\"]),
    ])
    func `a value is read with its parameters`(text: String, value: String, parameters: [String: String]) throws {
        let read = try #require(ParameterizedValue(text))
        #expect(read.value == value)
        #expect(read.parameters == parameters)
    }

    @Test(arguments: [
        "", ";", "a b", "a;", "a; ;b=c", "a; b", "a; b=", "a; =c", "a; b =c", "a; b= c", "a; b=\"c", "a; b=\"c\"d",
        "a; b=c d", "a; b=c, d=e", "a; b=c; b=c", "a; b=c; B=d", "\"a\"; b=c", "a\"; b=c",
    ])
    func `a value that is not written so is refused`(text: String) { #expect(ParameterizedValue(text) == nil) }
}
