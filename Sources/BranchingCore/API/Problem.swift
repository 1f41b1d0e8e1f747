/// An error as the API reports it: problem details (RFC 9457).
public struct Problem: Error, Sendable, Hashable, Codable {
    /// The media type of its JSON.
    public static let mediaType = "application/problem+json"

    /// A URI that names the kind of problem.
    public var type: String
    /// The kind of problem in a few words; the same for each occurrence.
    public var title: String
    /// The HTTP status.
    public var status: Int
    /// What failed this time, why, and what to do next.
    public var detail: String?
    /// The stable code.
    public var code: ProblemCode
    /// The id of the request, as in `X-Request-Id`.
    public var requestID: String?
    /// The record of the branch that failed, if any.
    public var branch: Branch?

    /// Makes a problem; its type is the URN of its code.
    public init(
        code: ProblemCode, status: Int, title: String, detail: String? = nil, requestID: String? = nil,
        branch: Branch? = nil
    ) {
        type = "urn:ayb:problem:" + code.rawValue
        self.title = title
        self.status = status
        self.detail = detail
        self.code = code
        self.requestID = requestID
        self.branch = branch
    }

    private enum CodingKeys: String, CodingKey {
        case type
        case title
        case status
        case detail
        case code
        case requestID = "request_id"
        case branch
    }
}
