import BranchingCore
import CCurl
import Glibc

/// Why a command failed, and the process's exit status.
struct ClientError: Error, Sendable, Hashable {
    /// The exit status.
    let status: ExitStatus
    /// What failed, why, and what to do next; empty if there is nothing to say.
    let message: String
    /// What the server said, if it did.
    let problem: Problem?

    init(_ status: ExitStatus, _ message: String, problem: Problem? = nil) {
        self.status = status
        self.message = message
        self.problem = problem
    }

    /// An interrupt by the user or the system.
    static let interrupted = ClientError(.interrupted, "interrupted.")
}

extension ClientError {
    /// What libcurl's code means for the user.
    init(code: CURLcode, detail: String, address: ServerAddress, exceededLimit: Int?) {
        switch code {
        case CURLE_ABORTED_BY_CALLBACK: self = .interrupted
        case CURLE_OPERATION_TIMEDOUT: self.init(.timeout, "\(address) did not answer in time: \(detail).")
        case CURLE_COULDNT_CONNECT where address.socketFailure != nil:
            self.init(
                .unavailable,
                "\(address) cannot be reached: \(address.socketFailure ?? detail). Is ayb-server running there?")
        case CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY:
            self.init(.unavailable, "\(address) cannot be reached: \(detail). Is ayb-server running there?")
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE:
            self.init(
                .unavailable,
                "the certificate of \(address) is not trusted: \(detail)."
                    + " For your own certificate authority, set the environment variable SSL_CERT_FILE.")
        case CURLE_SSL_CONNECT_ERROR:
            self.init(.unavailable, "no TLS with \(address): \(detail). Does it speak plain http?")
        case CURLE_WRITE_ERROR where exceededLimit != nil:
            self.init(.failure, "\(address) answered with more than \((exceededLimit ?? 0) >> 20) MB.")
        default: self.init(.unavailable, "the request to \(address) failed: \(detail).")
        }
    }
}

extension ServerAddress {
    /// Why nobody could connect to a socket, which libcurl calls "localhost port 80"; nil for other addresses.
    fileprivate var socketFailure: String? {
        guard case .socket(let path) = self else { return nil }
        if access(path, F_OK) != 0 { return "there is no such socket" }
        return access(path, W_OK) == 0 ? "nobody listens on it" : "you may not use this socket"
    }
}
