/// The version of this package.
public enum AybVersion {
    /// The version, by semantic versioning 2.0.
    public static let current = "0.1.0"
}
