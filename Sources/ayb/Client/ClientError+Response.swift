import BranchingCore
import FoundationEssentials

extension ClientError {
    /// An unsuccessful answer.
    init(_ response: HTTPResponse, address: ServerAddress, hasKey: Bool, keyOrigin: String? = nil) {
        if let redirect = response.redirect {
            self.init(
                .failure,
                "\(address) redirects to \(redirect). ayb does not follow redirects, as the key would go along."
                    + " Give the final URL.")
            return
        }
        guard let problem = Self.problem(in: response) else {
            self.init(
                ExitStatus(httpStatus: response.status),
                "\(address) answered with status \(response.status) and no explanation. Is it an ayb-server?")
            return
        }
        var message = problem.detail ?? problem.title
        let advice =
            Self.advice(on: problem.code, hasKey: hasKey, keyOrigin)
            ?? problem.branch?.errorCode.flatMap(Self.advice(on:))
        if let advice { message += " " + advice }
        if problem.status >= 500, let id = problem.requestID { message += " (request \(id))" }
        self.init(ExitStatus(problem), message, problem: problem)
    }

    /// What to do next on a command line, which the server does not know of.
    private static func advice(on code: ProblemCode, hasKey: Bool, _ keyOrigin: String?) -> String? {
        switch code {
        case .unauthorized where !hasKey: "No key was sent: give one with --api-key-file or AYB_API_KEY."
        case .unauthorized, .invalidKey: keyOrigin.map { "The key comes from \($0)." }
        case .insufficientScope, .limitExceeded: "'ayb whoami' shows what the key may do."
        case .keyNotFound: "'ayb key list --all' shows all keys."
        case .branchNotFound: "'ayb branch list' shows all branches."
        default: nil
        }
    }

    /// What to do about a clone that failed.
    static func advice(on code: FailureCode) -> String? {
        code == .sourceInUse ? "--disconnect-source ends the source's sessions." : nil
    }

    private static func problem(in response: HTTPResponse) -> Problem? {
        let data = Data(response.body)
        if let problem = try? APICoder.decoder().decode(Problem.self, from: data) { return problem }
        // A code that this version does not know: its status and text are still useful.
        guard let problem = try? APICoder.decoder().decode(UnknownProblem.self, from: data) else { return nil }
        return Problem(
            code: .requestRefused, status: response.status, title: problem.title, detail: problem.detail,
            requestID: problem.requestID)
    }

    private struct UnknownProblem: Decodable {
        let title: String
        let detail: String?
        let requestID: String?

        private enum CodingKeys: String, CodingKey {
            case title
            case detail
            case requestID = "request_id"
        }
    }
}
