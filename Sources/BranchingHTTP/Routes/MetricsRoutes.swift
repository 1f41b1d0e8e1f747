import BranchingCore
import HTTPTypes
import Hummingbird
import NIOCore

/// The metrics of the process, if whoever runs it has any to offer.
struct MetricsRoutes: Sendable {
    /// Prometheus' exposition format.
    private static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

    let metrics: BranchAPI.Metrics?
    /// nil where anybody may read them.
    let scope: AccessScope?

    var routes: [APIRoute] {
        guard let metrics else { return [] }
        return [
            APIRoute(.get, APIPath.metrics, scope: scope) { _, context in
                context.tellKeyShown()
                return Response(
                    status: .ok, headers: [.contentType: Self.mediaType],
                    body: ResponseBody(byteBuffer: ByteBuffer(string: await metrics())))
            }
        ]
    }
}
