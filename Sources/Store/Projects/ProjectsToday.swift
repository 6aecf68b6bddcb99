extension TodaySource {
    static let projects = TodaySource(standstills: { try $0.stalledProjects(on: $1) })
}
