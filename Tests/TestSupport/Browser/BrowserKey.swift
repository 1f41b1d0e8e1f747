/// Keys without a character, as WebDriver writes them (section 17.4.2).
package enum BrowserKey {
    package static let tab = "\u{E004}"
    package static let enter = "\u{E007}"
    package static let shift = "\u{E008}"
    package static let escape = "\u{E00C}"
    package static let space = " "
}
