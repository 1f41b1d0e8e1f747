import Glibc
import SystemPackage

/// A pipe between this process and a program that it starts.
package struct ProcessPipe: Sendable {
    package let readEnd: OwnedDescriptor
    package let writeEnd: OwnedDescriptor

    /// Makes a pipe whose ends no program inherits by accident: a copy of an end in another program would keep its
    /// reader from ever seeing the end of the stream.
    package init() throws(ToolError) {
        do {
            let ends = try FileDescriptor.pipe(options: .closeOnExec)
            readEnd = OwnedDescriptor(ends.readEnd)
            writeEnd = OwnedDescriptor(ends.writeEnd)
        } catch {
            throw .io(what: "No pipe could be made", why: "\(error)")
        }
        // Best effort: beyond the user's share of pipe memory the kernel refuses, and the pipe keeps its 64 KiB.
        _ = fcntl(readEnd.descriptor.rawValue, Self.setPipeSize, CInt(1 << 20))
    }

    /// Makes one end return instead of waiting. The other end, which the program has, is a separate open file and stays
    /// as it is.
    package static func makeNonBlocking(_ end: OwnedDescriptor) throws(ToolError) {
        let flags = fcntl(end.descriptor.rawValue, F_GETFL)
        guard flags >= 0, fcntl(end.descriptor.rawValue, F_SETFL, flags | O_NONBLOCK) >= 0 else {
            throw .io(what: "A pipe could not be set up", why: Errno(rawValue: errno).description)
        }
    }

    /// `F_SETPIPE_SZ` of <linux/fcntl.h>, a macro that Swift does not import.
    private static let setPipeSize: CInt = 1031
}
