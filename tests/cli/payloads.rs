//! Words that mean something to a terminal, a page or a program.

/// Sequences that steer a terminal, characters that hide or reorder, and what formats give a meaning to.
pub(crate) const PAYLOADS: [&str; 9] = [
    "a\u{1b}[38;5;201m\u{1b}[2Jb\u{1b}]0;title\u{7}c\u{9b}2J\u{85}d\u{7f}\u{8}\u{1b}]8;;https://evil.example\u{1b}\\e",
    "gpj\u{202e}lmth.a\u{2066}b\u{2069}\u{200f}\u{61c}c\u{2028}d\u{2029}e\u{feff}\u{e0041}f",
    "a\r\n::error title=forged::b\n::error title=forged::c\r\r# d\r\r<script>alert(1)</script>\n\n# e",
    "` ![x](https://evil.example/i.png) <img src=https://evil.example/j.gif> @octocat ```",
    "`<b>x</b> [a](https://evil.example) **b** ~~c~~ https://evil.example www.evil.example a@evil.example",
    "a]]>b</failure><script>alert(1)</script><!-- & &lt;",
    "=cmd()|'/c calc'!A0 | a \\| b \\",
    "- [ ] a\t1. b $x$ #1 GH-1 o/r#2 \"c\" 'd' \\",
    "::error::a ##[error]forged ##[add-matcher]b",
];

/// As `crate::text::steers` has it, written down once more.
pub(crate) fn is_raw(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t'))
        || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
        || matches!(c, '\u{FEFF}' | '\u{E0000}'..='\u{E007F}')
}
