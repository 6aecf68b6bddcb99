import Domain
import HTTP
import Routes
import Store
import Templates

/// Turns an error into a page that says what happened, that nothing was lost, and what to do next.
extension App {
    /// The only mapping from errors to pages.
    func guarded(_ request: Request, _ session: Session, _ body: () throws -> Response) -> Response {
        do { return try body() } catch Refusal.notFound {
            return trouble(.notFound, .notFound, request, session)
        } catch let elsewhere as Elsewhere {
            return forward(toPlace: elsewhere.route.address.text, session)
        } catch Refusal.notAllowed {
            return trouble(.notAllowed, .forbidden, request, session)
        } catch Refusal.needsLogin {
            return toTheDoor(request, session)
        } catch let fault as DiskFault {
            let (trouble, status) = noted(fault)
            let isUnread = trouble == .fileDamaged && request.method != .post
            return self.trouble(isUnread ? .unreadable : trouble, status, request, session)
        } catch let failure as StagedFile.Failure {
            logger.error("a file could not be made", metadata: ["error": "\(failure)"])
            return failure.isForSpace
                ? trouble(.diskFull, .insufficientStorage, request, session)
                : trouble(.diskFailing, .unavailable, request, session)
        } catch is Abandoned {
            return Response(.unavailable)
        } catch {
            logger.error("a page failed", metadata: ["error": "\(error)"])
            return trouble(.failed, .failed, request, session)
        }
    }

    func trouble(_ trouble: Trouble, _ status: Status, _ request: Request, _ session: Session) -> Response {
        if trouble == .notFound, let page = try? deletedRecord(request, session) { return page }
        let known = try? ask(request, session) { errorPage(trouble, chrome($0.frame, nil, session)) }
        let page = known ?? (try? strangerChrome(request, session)).map { errorPage(trouble, $0) }
        return answer(status, session, page ?? bareErrorPage(trouble, strangerLanguage(request)))
    }

    /// The page at the address of a deleted record; nil if none was deleted there, or if the viewer may not know of it.
    private func deletedRecord(_ request: Request, _ session: Session) throws -> Response? {
        guard case .found(.page(let route), let access) = SiteMap.match(request), route.page.record != nil else {
            return nil
        }
        return try ask(request, session) { read in
            guard access.admits(read.frame.viewer), let row = try deletion(at: route, read) else { return nil }
            var chrome = chrome(read.frame, nil, session)
            chrome.secrets = try read.told()
            return answer(.notFound, session, deletedRecordPage(row, chrome), tells: chrome.secrets)
        }
    }

    /// The form again, with what was typed, after the disk failed to store it.
    func kept(_ action: Action, _ entries: Entries, _ fault: DiskFault, _ request: Request, _ session: Session)
        -> Response
    {
        let (trouble, status) = noted(fault)
        let form = FormState(entries, version: Int(entries["version"]), base: entries.raw("base"))
        return (try? again(action, form, status, for: trouble, request, session).response)
            ?? self.trouble(trouble, status, request, session)
    }

    /// Logs a fault of the disk. Returns what the page says about it, and its status.
    func noted(_ fault: DiskFault) -> (Trouble, Status) {
        logger.error("the disk refused", metadata: ["error": "\(fault)"])
        return switch fault {
        case .full: (.diskFull, .insufficientStorage)
        case .readOnly: (.diskReadOnly, .unavailable)
        case .failing: (.diskFailing, .unavailable)
        case .gone: (.fileGone, .unavailable)
        case .damaged: (.fileDamaged, .unavailable)
        }
    }
}
