import BranchingCore
import BranchingHTTP
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

/// Answers contain names and messages from databases, which clients print unchanged.
@Suite struct VisibleAnswerTests {
    /// C0, C1, separators and direction marks, among letters that must stay.
    private static let message = "é\u{1B}]0;x\u{7}\u{7F}\u{9B}31m\u{2028}\u{202E}\u{2066}\u{200F}\u{E0001} 😀 \"\\ end"

    @Test func `records, lists, problems and events have nothing that a terminal obeys`() async throws {
        let test = TestAPI()
        await test.service.failClones(code: .cloneFailed, message: Self.message)
        let problem = try await test.send(.post, TestAPI.branches, body: #"{"name":"bad"}"#)
        let answers = [
            problem, try await test.send(.get, TestAPI.branches), try await test.send(.get, TestAPI.branches + "/bad"),
            try await test.send(.get, TestAPI.branches + "/bad/events"),
        ]
        for answer in answers {
            #expect(answer.text.contains("é") && answer.text.contains("😀 "))
            let hidden = answer.text.unicodeScalars.filter {
                switch $0.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator: $0 != "\n"
                default: false
                }
            }
            #expect(hidden.isEmpty, "\(hidden.map(\.value))")
        }
        #expect(try answers[2].decode(Branch.self).errorMessage == Self.message)
    }
}
