import ServiceLifecycle

/// Tells systemd that the stop has begun. It is last in the group, and so stops first.
struct StopNotice: Service {
    func run() async throws {
        try await gracefulShutdown()
        ServiceManager.notify("STOPPING=1")
    }
}
