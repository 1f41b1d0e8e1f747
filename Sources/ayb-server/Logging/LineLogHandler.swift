import AybConfiguration
import FoundationEssentials
import Logging

/// Writes one line per message: for people, or as a JSON object.
///
/// Either way control characters in values are escaped, so that nobody can forge a line.
struct LineLogHandler: LogHandler {
    let label: String
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    private let format: Configuration.Logging.Format
    private let output: FileDescriptorOutput

    init(label: String, level: Logger.Level, format: Configuration.Logging.Format, output: FileDescriptorOutput) {
        self.label = label
        logLevel = level
        self.format = format
        self.output = output
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var fields = metadata
        if let provided = metadataProvider?.get() { fields.merge(provided) { _, new in new } }
        if let explicit = event.metadata { fields.merge(explicit) { _, new in new } }
        let line = LogLine(
            time: .now, level: event.level, label: label, message: event.message.description,
            fields: fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value.description) })
        switch format {
        case .text: output.write(line.text + "\n")
        case .json: output.write(line.json + "\n")
        }
    }
}

extension Configuration.Logging {
    /// Makes all loggers of the process write in this format, to standard error.
    func bootstrap() {
        let level = Logger.Level(rawValue: level) ?? .info
        let format = format
        LoggingSystem.bootstrap { label in
            LineLogHandler(label: label, level: level, format: format, output: .standardError)
        }
    }
}
