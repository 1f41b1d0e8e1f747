import BranchingCore
import FoundationEssentials
import HTTPTypes
import Testing

@testable import BranchingHTTP

/// docs/openapi.yaml describes everything. Parsed by indentation, which is enough here.
struct OpenAPITests {
    let lines: [Substring]

    init() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/openapi.yaml")
        lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    }

    /// The lines below a line that are indented more.
    private func block(_ start: Substring, in lines: some Collection<Substring>) throws -> [Substring] {
        let indentation = start.prefix { $0 == " " }.count
        let index = try #require(lines.firstIndex(of: start), "There is no line '\(start)'")
        return lines[lines.index(after: index)...].prefix { $0.prefix { $0 == " " }.count > indentation }
    }

    @Test func `it has every route with every query parameter, and no other`() throws {
        let routes = TestAPI().api.routes.routes
        let paths = try block("paths:", in: lines)
        for route in routes {
            let path = try block("  \(route.path):", in: paths)
            let operation = try block("    \(route.method.rawValue.lowercased()):", in: path)
            for parameter in route.parameters {
                #expect(operation.contains("        - name: \(parameter)"), "\(route.path) \(parameter)")
            }
            #expect(operation.count { $0 == "          in: query" } == route.parameters.count)
        }
        #expect(paths.count { $0.hasPrefix("      operationId:") } == routes.count)
    }

    @Test func `it has every problem code and this version`() throws {
        let codes = try block("          enum:", in: lines).map { $0.drop { $0 == " " || $0 == "-" } }
        #expect(codes.map(String.init).sorted() == ProblemCode.allCases.map(\.rawValue).sorted())
        #expect(lines.contains("  version: \(AybVersion.current)"))
    }

    @Test func `the guide to comparing has every hazard, action and aspect`() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/diff.md")
        let guide = try String(contentsOf: file, encoding: .utf8)
        for kind in Hazard.Kind.allCases { #expect(guide.contains("| `\(kind.rawValue)` |"), "\(kind)") }
        for action in SchemaChange.Action.allCases { #expect(guide.contains("| `\(action.rawValue)` |"), "\(action)") }
        for aspect in DiffOptions.Aspect.allCases { #expect(guide.contains("`\(aspect.rawValue)`"), "\(aspect)") }
    }

    @Test func `it has every member of a record`() throws {
        let now = Date()
        let branch = Branch(
            id: .random(), name: try BranchName("a"), sourceDatabase: "a", branchDatabase: "b", status: .failed,
            createdAt: now, updatedAt: now, errorCode: .cloneFailed, errorMessage: "x", strategy: .dump,
            strategyReason: "x", sizeBytes: 1, progress: BranchProgress(phase: .copying), owner: "key_x",
            login: BranchLogin(role: "ayb_login_x"))
        let members = try block("    Branch:", in: lines).compactMap { line -> String? in
            guard line.hasPrefix("        "), !line.hasPrefix("         ") else { return nil }
            return String(line.drop { $0 == " " }.prefix { $0 != ":" })
        }
        let json = String(decoding: try APICoder.encoder().encode(branch), as: UTF8.self)
        #expect(members.count == 15)
        for member in members { #expect(json.contains("\"\(member)\":"), "\(member)") }
    }
}
