import Glibc
import NIOCore
import Testing

@testable import BranchingHTTP

struct ConnectionTableTests {
    private let start = ContinuousClock().now
    private let near = RemoteHost("192.0.2.1")
    private let far = RemoteHost("192.0.2.2")

    /// Opens connections one second apart.
    private func table(_ hosts: [RemoteHost?], limit: Int, limitPerHost: Int) -> ConnectionTable {
        var table = ConnectionTable(limit: limit, limitPerHost: limitPerHost)
        for (index, host) in hosts.enumerated() {
            #expect(table.open(from: host, at: start + .seconds(index)) == .admitted(UInt64(index + 1)))
        }
        return table
    }

    @Test func `the one that is idle for longest makes room`() {
        var table = table([near, far, nil], limit: 3, limitPerHost: 9)
        table.begin(1)
        table.end(1, at: start + .seconds(60))
        #expect(table.open(from: far, at: start + .seconds(61)) == .replacing(2, by: 4))
        #expect(table.open(from: far, at: start + .seconds(62)) == .replacing(3, by: 5))
        #expect(table.open(from: far, at: start + .seconds(63)) == .replacing(1, by: 6))
    }

    @Test func `who has shown the key stays while there are others`() {
        var table = table([near, far, far], limit: 3, limitPerHost: 9)
        table.showKey(1)
        #expect(table.open(from: far, at: start + .seconds(9)) == .replacing(2, by: 4))
        table.showKey(3)
        table.showKey(4)
        #expect(table.open(from: far, at: start + .seconds(9)) == .replacing(1, by: 5))
    }

    @Test func `one host without the key has only so many, and takes no room from others`() {
        var table = table([near, far, far], limit: 100, limitPerHost: 2)
        #expect(table.open(from: far, at: start + .seconds(9)) == .replacing(2, by: 4))
        #expect(table.open(from: near, at: start) == .admitted(5))
        table.showKey(4)
        #expect(table.open(from: far, at: start) == .admitted(6))
        // Without an address there is no host to count.
        for _ in 0..<10 { _ = table.open(from: nil, at: start) }
        #expect(table.open(from: nil, at: start) == .admitted(17))
    }

    @Test func `if all are busy, another gets an answer that says so, and many others do not even get that`() {
        var table = table([near, near], limit: 2, limitPerHost: 9)
        table.begin(1)
        table.begin(2)
        var refused: [UInt64] = []
        for _ in 0..<100 {
            guard case .refused(let id) = table.open(from: far, at: start) else { continue }
            refused.append(id)
        }
        #expect(refused.count == 32)
        for id in refused { table.close(id) }
        table.end(2, at: start)
        #expect(table.open(from: far, at: start) == .replacing(2, by: 103))
    }

    @Test func `a place that is left is free`() {
        var table = table([near, near], limit: 2, limitPerHost: 2)
        table.close(1)
        table.close(1)
        #expect(table.open(from: near, at: start) == .admitted(3))
    }

    @Test(arguments: [
        ("192.0.2.1", "192.0.2.1", true), ("192.0.2.1", "192.0.2.2", false), ("2001:db8::1", "2001:db8::ffff:1", true),
        ("2001:db8::1", "2001:db8:0:1::1", false), ("::ffff:192.0.2.1", "192.0.2.1", true),
        ("fe80::1%eth0", "fe80::2", true),
    ])
    func `a host is an address, or a network of IPv6`(_ first: String, _ second: String, _ isSame: Bool) throws {
        let hosts = try [first, second].map { text in
            try #require(RemoteHost(text))
        }
        #expect((hosts[0] == hosts[1]) == isSame)
    }

    @Test func `a socket address has a host, and a Unix socket none`() throws {
        let address = try SocketAddress(ipAddress: "192.0.2.1", port: 80)
        #expect(RemoteHost(address) == near)
        #expect(RemoteHost(try SocketAddress(unixDomainSocketPath: "/tmp/x")) == nil)
        #expect(RemoteHost(nil) == nil)
    }
}
