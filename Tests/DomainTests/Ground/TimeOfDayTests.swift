import Testing

@testable import Domain

@Suite struct TimeOfDayTests {
    @Test(arguments: [("9:30", "09:30"), ("09:30", "09:30"), ("14.05", "14:05"), ("0:00", "00:00"), ("23:59", "23:59")])
    func `a time is read as people type it`(typed: String, text: String) {
        #expect(TimeOfDay(typed)?.text == text)
    }

    @Test(arguments: [
        "", "9", "24:00", "12:60", "9:5", "123:00", ":30", "9:", "9:30:00", "-1:00", "+9:30", " 9:30", "９:30",
        "9:30 pm",
    ])
    func `what is no time is refused`(typed: String) {
        #expect(TimeOfDay(typed) == nil)
    }
}
