import CLibpq
import Logging

/// Sends what the server notices into the log (manual section 34.13).
enum NoticeLogging {
    static func install(on connection: OpaquePointer, logger: Logger) {
        // The box lives as long as the process at most: libpq offers no call when a connection ends, so it is kept by the
        // connection's own event data.
        let box = Unmanaged.passRetained(Box(logger))
        let registered = PQregisterEventProc(
            connection,
            { event, _, context in
                if event == PGEVT_CONNDESTROY, let context { Unmanaged<Box>.fromOpaque(context).release() }
                return 1
            }, "ayb", box.toOpaque())
        guard registered == 1 else { return box.release() }
        PQsetNoticeReceiver(
            connection,
            { context, result in
                guard let context, let message = PQresultErrorField(result, ayb_diag_message_primary) else { return }
                Unmanaged<Box>.fromOpaque(context).takeUnretainedValue().logger
                    .info("PostgreSQL notice", metadata: ["notice": "\(String(cString: message))"])
            }, box.toOpaque())
    }

    private final class Box: Sendable {
        let logger: Logger

        init(_ logger: Logger) {
            self.logger = logger
        }
    }
}
