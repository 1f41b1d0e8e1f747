import BranchingCore
import Hummingbird

/// What each failure of a branch means, and what to do about it.
struct TroubleshootingPage {
    let root: String

    func response(_ visit: DashboardVisit) throws -> Response {
        var layout = PageLayout(root: root, title: "Why a branch failed", visitor: PageVisitor(visit))
        layout.isNarrow = true
        return try layout.page(
            "troubleshooting",
            [
                "causes": FailureCode.allCases.map { code in
                    ["code": code.rawValue, "meaning": Self.meaning(code), "advice": Self.advice(code)] as [String: Any]
                }
            ])
    }

    private static func meaning(_ code: FailureCode) -> String {
        switch code {
        case .sourceUnreachable: "The source refused the connection, does not exist, or did not answer."
        case .sourceInUse: "A template clone was asked for, and other sessions are on the source."
        case .cloneFailed:
            "The copy itself did not succeed. The message is PostgreSQL's, or that of the program that copied."
        case .interrupted: "The server that made the branch went away before it was done."
        case .databaseMissing: "The branch was ready, and then its database was dropped, renamed or replaced."
        }
    }

    private static func advice(_ code: FailureCode) -> [String] {
        switch code {
        case .sourceUnreachable:
            [
                "Try psql with the same connection from the server's machine.",
                "A password with @, :, / or % in a URL is written with %40, %3A, %2F, %25.",
            ]
        case .sourceInUse:
            ["Wait until the sessions are gone, let ayb end them, or let it choose the strategy."]
        case .cloneFailed:
            [
                "Permission denied: the server's role may not read everything in the source.",
                "Only a superuser can make what the source has: a template clone can copy it, or another role.",
                "An extension is not available: install it on the branches' server.",
                "No space left: a branch needs as much space as its source.",
            ]
        case .interrupted: ["The server was killed or crashed; its log may say why. Create the branch again."]
        case .databaseMissing:
            [
                "Deleting the branch removes its record. A database that is not ours is never dropped: delete with force.",
                "After a restore of the whole cluster this applies to all branches.",
            ]
        }
    }
}
