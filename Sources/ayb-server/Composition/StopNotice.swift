import ServiceLifecycle

/// Tells systemd that the stop has begun. It comes last in the group, and so is the first to hear of it.
struct StopNotice: Service {
    func run() async throws {
        try await gracefulShutdown()
        ServiceManager.notify("STOPPING=1")
    }
}
