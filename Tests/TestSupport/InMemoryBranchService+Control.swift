package import BranchingCore

/// What tests can do to it.
extension InMemoryBranchService {
    /// Makes every call fail, until nil is given.
    package func setOutage(_ error: BranchError?) {
        outage = error
    }

    /// Makes every clone that ends from now on fail.
    package func failClones(code: FailureCode, message: String) {
        failure = (code, message)
    }

    /// Makes every two different databases differ so.
    package func setChanges(_ changes: [SchemaChange], unsupported: [UnsupportedObject] = []) {
        self.changes = changes
        self.unsupported = unsupported
    }

    /// Keeps clones from ending until ``releaseClones()``.
    package func holdClones() {
        isHolding = true
    }

    /// Lets clones end.
    package func releaseClones() {
        isHolding = false
    }

    /// Makes a running clone report its progress.
    package func report(_ progress: BranchProgress, of name: BranchName) {
        change(name) { $0.progress = progress }
    }
}
