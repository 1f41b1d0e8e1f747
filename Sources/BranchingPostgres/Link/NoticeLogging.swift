import CLibpq
import Logging

/// Logs the server's notices (manual section 34.13).
enum NoticeLogging {
    static func install(on connection: OpaquePointer, logger: Logger) {
        // The connection's own event data keeps the box, at most as long as the process lives: libpq offers no other
        // call when a connection ends.
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
