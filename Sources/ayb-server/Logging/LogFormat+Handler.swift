import AybConfiguration
import Logging

extension Configuration.Logging {
    /// Makes the loggers of the whole process write as it is configured, to standard error.
    func bootstrap() {
        let level = Logger.Level(rawValue: level) ?? .info
        let format = format
        LoggingSystem.bootstrap { label in
            LineLogHandler(label: label, level: level, format: format, output: .standardError)
        }
    }
}
