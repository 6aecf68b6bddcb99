import Domain

package func personExport(_ rows: [PersonRow], _ c: Chrome) -> CSVTable {
    let l = c.language
    return CSVTable(
        [l("Person"), l("VIP"), l("KOL"), l("Post"), l("Client"), l("Last interaction")],
        rows.map { row in
            [
                .text(row.name), .text(row.isVip ? l("yes") : l("no")), .text(row.isKol ? l("yes") : l("no")),
                .text(row.title ?? ""), .text(row.client?.name ?? ""), .text(row.lastContact?.iso ?? ""),
            ]
        })
}

package func postExport(_ posts: [PostRow], _ c: Chrome) -> CSVTable {
    let l = c.language
    return CSVTable(
        [l("Person"), l("Client"), l("Post"), l("Role in decisions"), l("From"), l("To"), l("Last interaction")],
        posts.map { post in
            [
                .text(post.person.name), .text(post.client.name), .text(post.title ?? ""),
                .text(post.role.map { l.word($0) } ?? ""), .text(post.from?.iso ?? ""), .text(post.to?.iso ?? ""),
                .text(post.lastContact?.iso ?? ""),
            ]
        })
}

package func interactionExport(_ rows: [InteractionRow], _ c: Chrome) -> CSVTable {
    let l = c.language
    return CSVTable(
        [l("Day"), l("Kind"), l("Topic"), l("Took part"), l("Confidential")],
        rows.map { row in
            [
                .text(row.day.iso), .text(l.word(row.kind)), .text(row.topic),
                .text(row.people.joined(separator: ", ")),
                .text(row.isConfidential ? l("yes") : l("no")),
            ]
        })
}

package func matterExport(_ rows: [MatterRow], _ c: Chrome) -> CSVTable {
    let l = c.language
    return CSVTable(
        [l("Who promised"), l("What"), l("Person"), l("Agreed"), l("Due day"), l("Done")],
        rows.map { row in
            [
                .text(l.word(row.side)), .text(row.text), .text(row.person?.name ?? ""), .text(row.agreedOn?.iso ?? ""),
                .text(row.due?.iso ?? ""), .text(row.doneOn?.iso ?? ""),
            ]
        })
}
