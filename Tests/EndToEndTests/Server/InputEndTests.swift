import Subprocess
import SystemPackage
import TestSupport
import Testing

/// A server that lasts as long as its standard input.
@Suite(.timeLimit(.minutes(5))) struct InputEndTests {
    /// Often, because the watch of the input once crashed at one end in twenty, and only on a busy machine.
    @Test func `a server stops in order when its input ends, each time`() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask { for _ in 0..<15 { try await Self.endInput() } }
            }
            try await group.waitForAll()
        }
    }

    private static func endInput() async throws {
        let pipe = try FileDescriptor.pipe(options: .closeOnExec)
        try await ServerProcess.run(
            database: nil, arguments: ["--until-input-ends"],
            input: .fileDescriptor(pipe.readEnd, closeAfterSpawningProcess: true)
        ) { server in
            try pipe.writeEnd.close()
            #expect(try await server.waitForExit() == "exited(0)")
            #expect(try server.log().contains("stopped"))
        }
    }
}
