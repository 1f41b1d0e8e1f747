public import FoundationEssentials

/// How the API writes and reads JSON: dates by RFC 3339 in UTC with milliseconds, members in a stable order.
public enum APICoder {
    /// An encoder for what the API sends.
    ///
    /// - Parameter pretty: whether it is for people: one member a line.
    public static func encoder(pretty: Bool = false) -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting =
            pretty ? [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted] : [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .custom { date, encoder in
            var container = encoder.singleValueContainer()
            try container.encode(RFC3339.text(date))
        }
        return encoder
    }

    /// A decoder for what the API sends.
    public static func decoder() -> JSONDecoder {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            let container = try decoder.singleValueContainer()
            let text = try container.decode(String.self)
            if let date = RFC3339.date(text) { return date }
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "A date must follow RFC 3339, such as 2026-01-31T12:00:00.000Z.")
        }
        return decoder
    }
}
