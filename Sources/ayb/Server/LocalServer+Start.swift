import AybConfiguration
import BranchingCore
import Glibc
import SystemFiles

extension LocalServer {
    /// Starts the server in the background, unless it runs, and waits until it is ready.
    ///
    /// - Returns: Whether this call started it.
    /// - Throws: ``ClientError`` with the last lines of its log if it does not start.
    @discardableResult
    func start(_ request: StartRequest, console: Console) throws -> Bool {
        do { try home.prepare() } catch let error as SystemFailure {
            throw ClientError(.failure, "\(error). Set AYB_HOME to a directory that you can write.")
        }
        CommandDirectory.removeLeftovers()
        let lock = try OpenFile(home.startLock, O_RDWR | O_CREAT)
        while !FileLock.exclusive.acquire(lock.descriptor) {
            guard errno == EINTR else { throw SystemFailure("lock \(home.startLock)") }
            try Interrupt.check()
        }
        let deadline = Deadline(seconds: Self.startLimit)
        if isListening {
            try waitUntilReady(nil, logOffset: LogTail.size(of: home.log), deadline: deadline, console: console)
            return false
        }
        let offset = LogTail.size(of: home.log)
        // Held but not listening: another one is starting, whoever started it.
        let child = try processID() == nil ? try spawn(request) : nil
        do {
            try waitUntilReady(child, logOffset: offset, deadline: deadline, console: console)
        } catch let error as ClientError where error == .interrupted {
            child?.stop(within: Double(configuration.server.shutdownTimeout + 10))
            throw error
        }
        return child != nil
    }

    /// Becomes the server: returns only with an error.
    func become(_ request: StartRequest) throws {
        let program = try ServerProgram.find(path: process.environment["PATH"])
        let arguments = [program] + request.arguments(workingDirectory: process.workingDirectory)
        let environment = request.environment(process.environment).map { "\($0.key)=\($0.value)" }
        signal(SIGPIPE, SIG_DFL)
        _ = CStringArray.with(arguments) { argv in
            CStringArray.with(environment) { execve(program, argv, $0) }
        }
        throw SystemFailure("run \(program)")
    }

    private func spawn(_ request: StartRequest) throws -> ChildProcess {
        let program = try ServerProgram.find(path: process.environment["PATH"])
        let log = try OpenFile(home.log, O_WRONLY | O_CREAT | O_APPEND)
        return try ChildProcess.spawn(
            program, arguments: request.arguments(workingDirectory: process.workingDirectory),
            environment: request.environment(process.environment), output: log.descriptor)
    }

    private func waitUntilReady(
        _ child: ChildProcess?, logOffset: Int, deadline: Deadline, console: Console
    ) throws {
        let line = ProgressLine(console)
        defer { line.clear() }
        var milliseconds = 10
        var reason: String?
        while true {
            try Interrupt.check()
            switch try readiness() {
            case .ready: return
            case .notConfigured(let reason):
                console.tell("The server runs, but cannot branch: \(reason)")
                return
            case .notYet(let why): reason = why ?? reason
            }
            if let code = child?.ending() {
                throw failure("ayb-server did not start.", ExitStatus(serverCode: code), logOffset)
            }
            guard !deadline.hasPassed else {
                let detail = reason.map { " " + $0 } ?? ""
                throw failure("ayb-server is not ready after \(Int(Self.startLimit)) s.\(detail)", .timeout, logOffset)
            }
            line.show("starting ayb-server" + (reason.map { ": \($0)" } ?? ""))
            Interrupt.pause(milliseconds: milliseconds)
            milliseconds = min(milliseconds * 2, 200)
        }
    }

    private func failure(_ text: String, _ status: ExitStatus, _ offset: Int) -> ClientError {
        let tail = LogTail.read(home.log, from: offset).map { " The end of \(home.log):\n" + $0 }
        return ClientError(status, text + (tail ?? " See \(home.log)."))
    }
}

extension LocalServer {
    private enum Readiness {
        case ready
        case notConfigured(String)
        case notYet(String?)
    }

    private func readiness() throws -> Readiness {
        guard isListening else { return .notYet(nil) }
        let api = try api(seconds: 5)
        if (try? api.answers(APIPath.ready)) == true { return .ready }
        guard let branching = (try? api.status())?.branching else { return .notYet(nil) }
        if branching.configured { return .notYet(branching.reason) }
        return .notConfigured(branching.reason ?? "no database is configured.")
    }
}
