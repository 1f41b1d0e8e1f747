/// Collects the bound addresses, and reports when all are bound.
actor ListeningBoard {
    private let count: Int
    private let onListening: @Sendable ([ListenAddress]) async -> Void
    private var bound: [Int: ListenAddress] = [:]

    init(count: Int, onListening: @escaping @Sendable ([ListenAddress]) async -> Void) {
        self.count = count
        self.onListening = onListening
    }

    func add(_ address: ListenAddress, at index: Int) async {
        bound[index] = address
        guard bound.count == count else { return }
        await onListening(bound.sorted { $0.key < $1.key }.map(\.value))
    }
}
