//! Rust as a row of tokens: enough to see what a file names, compares and declares, whatever macro it stands in.

/// A word, a mark or a literal, with the line that it begins on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    /// As it is written; of a string what stands between its quotes.
    pub(crate) text: String,
    pub(crate) line: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name or a keyword.
    Word,
    /// A string, raw or not.
    Text,
    /// A number, a character or a lifetime.
    Other,
    /// Punctuation.
    Mark,
}

impl Token {
    pub(crate) fn is(&self, text: &str) -> bool {
        self.text == text && matches!(self.kind, Kind::Word | Kind::Mark)
    }

    pub(crate) fn is_text(&self) -> bool {
        self.kind == Kind::Text
    }

    pub(crate) fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }
}

/// Marks of more than one character that are one token here.
const JOINED: [&str; 9] = ["..=", "...", "::", "==", "!=", "=>", "->", "<=", ">="];

/// The tokens of a file, without comments.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut line = 1;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let (kind, length, shown) = if c.is_whitespace() {
            (None, c.len_utf8(), "")
        } else if rest.starts_with("//") {
            (None, rest.find('\n').unwrap_or(rest.len()), "")
        } else if rest.starts_with("/*") {
            (None, comment(rest), "")
        } else if let Some((length, inside)) = string(rest) {
            (Some(Kind::Text), length, inside)
        } else if let Some(length) = character(rest) {
            (Some(Kind::Other), length, &rest[..length])
        } else if is_part(c) || c == '\'' {
            let length = c.len_utf8() + word(&rest[c.len_utf8()..]);
            let kind = if c == '\'' || c.is_ascii_digit() { Kind::Other } else { Kind::Word };
            (Some(kind), length, &rest[..length])
        } else {
            let joined = JOINED.iter().find(|mark| rest.starts_with(**mark));
            let length = joined.map_or(c.len_utf8(), |mark| mark.len());
            (Some(Kind::Mark), length, &rest[..length])
        };
        if let Some(kind) = kind {
            found.push(Token { kind, text: shown.to_owned(), line });
        }
        line += rest[..length].matches('\n').count();
        at += length;
    }
    found
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// How many bytes of a name stand at the head.
fn word(rest: &str) -> usize {
    rest.find(|c| !is_part(c)).unwrap_or(rest.len())
}

/// The length of the block comment at the head; they nest.
fn comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        let step = match &rest.as_bytes()[at..] {
            [b'/', b'*', ..] => (1, 2),
            [b'*', b'/', ..] => (-1, 2),
            _ => (0, 1),
        };
        depth += step.0;
        at += step.1;
        if depth == 0 {
            break;
        }
    }
    at
}

/// The length of the string at the head, and what is in it.
fn string(rest: &str) -> Option<(usize, &str)> {
    let prefix = ["br", "cr", "r", "b", "c", ""].into_iter().find(|prefix| {
        let after = rest.strip_prefix(prefix);
        after.is_some_and(|after| after.starts_with('"') || (prefix.ends_with('r') && after.starts_with('#')))
    })?;
    let after = &rest[prefix.len()..];
    let hashes = after.len() - after.trim_start_matches('#').len();
    let inside = after[hashes..].strip_prefix('"')?;
    let start = rest.len() - inside.len();
    let end = if prefix.ends_with('r') {
        inside.find(&format!("\"{}", "#".repeat(hashes)))?
    } else {
        let mut escaped = false;
        inside.find(|c| {
            let closes = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            closes
        })?
    };
    Some((start + end + 1 + hashes, &inside[..end]))
}

/// The length of the character literal at the head; a lifetime is none.
fn character(rest: &str) -> Option<usize> {
    let prefix = usize::from(rest.starts_with("b'"));
    let inside = rest[prefix..].strip_prefix('\'')?;
    let mut chars = inside.chars();
    let first = chars.next()?;
    let end = match first {
        '\\' => 2 + inside[2..].find('\'')?,
        _ => (chars.next()? == '\'').then_some(first.len_utf8())?,
    };
    Some(prefix + 1 + end + 1)
}

/// The place of the bracket that closes the one at a place, or the end.
pub(crate) fn closing(tokens: &[Token], open: usize) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        if token.kind == Kind::Mark {
            match token.text.as_str() {
                "(" | "[" | "{" => depth += 1,
                ")" | "]" | "}" => depth -= 1,
                _ => {}
            }
        }
        if depth == 0 {
            return at;
        }
    }
    tokens.len()
}

/// Whether these tokens stand in a row from a place on.
pub(crate) fn stands_at(code: &[Token], at: usize, row: &[&str]) -> bool {
    code.get(at..at + row.len())
        .is_some_and(|tokens| tokens.iter().zip(row).all(|(token, text)| token.is(text)))
}

/// The tokens without the items that are there for tests alone.
pub(crate) fn without_tests(tokens: &[Token]) -> Vec<Token> {
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if is_for_tests(&tokens[at..]) {
            at = item_end(tokens, at);
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    kept
}

/// Whether `#[cfg(test)]` or such a condition with more in it stands at the head: `all(test, ...)`, or `any(test, fuzzing)`.
fn is_for_tests(tokens: &[Token]) -> bool {
    stands_at(tokens, 0, &["#", "[", "cfg", "(", "test", ")", "]"])
        || stands_at(tokens, 0, &["#", "[", "cfg", "(", "all", "(", "test", ","])
        || stands_at(tokens, 0, &["#", "[", "cfg", "(", "any", "(", "test", ",", "fuzzing", ")"])
}

/// Where the item ends whose attributes begin at a place: behind its `;`, its body, or the comma of a field or an arm.
fn item_end(tokens: &[Token], mut at: usize) -> usize {
    while at + 1 < tokens.len() && tokens[at].is("#") && tokens[at + 1].is("[") {
        at = closing(tokens, at + 1) + 1;
    }
    let head = tokens[at..].iter().take_while(|token| token.is_word() || "()".contains(&token.text));
    let is = |words: &[&str]| head.clone().any(|token| words.iter().any(|word| token.is(word)));
    let is_use = is(&["use"]);
    let is_item =
        is(&["fn", "mod", "impl", "struct", "enum", "trait", "const", "static", "type", "macro_rules"]);
    while at < tokens.len() {
        let token = &tokens[at];
        if token.is(";") || (token.is(",") && !is_item && !is_use) {
            return at + 1;
        }
        if token.is("{") && !is_use {
            return closing(tokens, at) + 1;
        }
        if token.is("}") {
            return at;
        }
        at = if token.is("(") || token.is("[") || token.is("{") { closing(tokens, at) + 1 } else { at + 1 };
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(tokens: &[Token]) -> String {
        let shown =
            |token: &Token| if token.is_text() { format!("{:?}", token.text) } else { token.text.clone() };
        tokens.iter().map(shown).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn comments_are_dropped_and_literals_kept_whole() {
        let text = "a // b \"c\"\n/* d /* e */ f */ \"g // \\\" h\" r#\"i \" j\"# b'k' '\\'' 'l x == 'm' /// n\n 0..=9";
        assert_eq!(
            written(&tokens(text)),
            "a \"g // \\\\\\\" h\" \"i \\\" j\" b'k' '\\'' 'l x == 'm' 0 ..= 9"
        );
    }

    #[test]
    fn a_token_knows_its_line() {
        let lines: Vec<usize> = tokens("a\n\"b\nc\" /*\n*/ d").iter().map(|token| token.line).collect();
        assert_eq!(lines, [1, 2, 4]);
    }

    #[test]
    fn what_is_for_tests_is_left_out() {
        let kept = |text| written(&without_tests(&tokens(text)));
        assert_eq!(
            kept("fn a() {} #[cfg(test)] mod tests { fn b() {} } fn c() {}"),
            "fn a ( ) { } fn c ( ) { }"
        );
        assert_eq!(kept("#[cfg(test)]\n#[allow(x)]\nuse a::{b, c}; use d;"), "use d ;");
        assert_eq!(kept("#[cfg(test)] pub(crate) fn a<B, C>(d: E) -> F { g } h"), "h");
        assert_eq!(kept("#[cfg(test)] mod a; mod b;"), "mod b ;");
        assert_eq!(kept("#[cfg(any(test, fuzzing))] mod a; mod b;"), "mod b ;");
        assert_eq!(kept("struct A { #[cfg(test)] b: C, d: E }"), "struct A { d : E }");
        assert_eq!(kept("#[cfg(not(test))] fn a() {}"), "# [ cfg ( not ( test ) ) ] fn a ( ) { }");
    }
}
