//! Raw HTML within a Markdown text: its tags, and what each does to the words behind it.

/// A piece of raw HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece<'h> {
    Open(OpenTag<'h>),
    /// The name of the element, in small letters.
    Close(String),
    Words(&'h str),
}

/// A tag that opens an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OpenTag<'h> {
    /// In small letters.
    pub(super) name: String,
    pub(super) does: Does,
    /// Whether it leads somewhere.
    pub(super) leads: Option<&'h str>,
}

/// What an element does to the words in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Does {
    Nothing,
    /// No reader sees them.
    Hides,
    /// They were taken back.
    Strikes,
    /// They stand above the line.
    Raises,
    /// They have quotation marks around them.
    Quotes,
    /// Their lines stand as they are.
    Keeps,
    /// It has none: a line ends here.
    Breaks,
    /// It has none, and is seen.
    Parts,
    /// They are a block.
    Blocks,
    /// They are a cell of a row.
    Cell,
}

/// Elements that hold no words and are never closed.
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// Elements in which a tag is none.
const RAW: [&str; 6] = ["script", "style", "noscript", "iframe", "xmp", "textarea"];

/// Classes that the common style sheets hide from the eye.
const FOR_EARS: [&str; 4] = ["sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text"];

impl OpenTag<'_> {
    /// Whether a closing tag belongs to it.
    pub(super) fn is_void(&self) -> bool {
        VOID.contains(&&*self.name)
    }
}

/// The pieces of some raw HTML, in order.
pub(super) fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = html;
    let mut words = 0;
    while let Some(at) = memchr::memchr(b'<', &rest.as_bytes()[words..]).map(|at| at + words) {
        let Some((tag, end)) = tag(&rest[at..]) else {
            words = at + 1;
            continue;
        };
        if at > 0 {
            pieces.push(Piece::Words(&rest[..at]));
        }
        rest = &rest[at + end..];
        words = 0;
        if let Some(Piece::Open(open)) = &tag
            && RAW.contains(&&*open.name)
        {
            let end = closing(rest, &open.name);
            let inner = Piece::Words(&rest[..end]);
            rest = &rest[end..];
            pieces.extend(tag);
            pieces.push(inner);
        } else {
            pieces.extend(tag);
        }
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest));
    }
    pieces
}

/// Where the closing tag of an element stands, else the end.
fn closing(text: &str, name: &str) -> usize {
    let is_closing =
        |at: &usize| text.get(at + 2..at + 2 + name.len()).is_some_and(|own| own.eq_ignore_ascii_case(name));
    memchr::memmem::find_iter(text.as_bytes(), "</").find(is_closing).unwrap_or(text.len())
}

/// The tag at the head of a text and how long it is; no piece of a comment or a declaration.
fn tag(text: &str) -> Option<(Option<Piece<'_>>, usize)> {
    for (open, close) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">")] {
        if let Some(behind) = text.strip_prefix(open) {
            let end = behind.find(close).map_or(text.len(), |at| open.len() + at + close.len());
            return Some((None, end));
        }
    }
    let closes = text.starts_with("</");
    let inner = &text[if closes { 2 } else { 1 }..];
    if !inner.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let end = inner.find(|c: char| c.is_whitespace() || "/>".contains(c))?;
    let name = inner[..end].to_ascii_lowercase();
    let (attributes, rest) = attributes(&inner[end..])?;
    let length = text.len() - rest.len();
    if closes {
        return Some((Some(Piece::Close(name)), length));
    }
    let leads = attributes.iter().find(|(own, _)| name == "a" && own.eq_ignore_ascii_case("href"));
    let leads = leads.map(|(_, address)| *address);
    let does = if is_hidden(&name, &attributes) { Does::Hides } else { does(&name) };
    Some((Some(Piece::Open(OpenTag { name, does, leads })), length))
}

type Attributes<'h> = Vec<(&'h str, &'h str)>;

/// The attributes of a tag, and what stands behind it; `None` where it does not end.
fn attributes(text: &str) -> Option<(Attributes<'_>, &str)> {
    let mut all = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if let Some(behind) = rest.strip_prefix('>') {
            return Some((all, behind));
        }
        let end = rest.find(|c: char| c.is_whitespace() || "=/>".contains(c))?;
        let (name, behind) = rest.split_at(end);
        if name.contains('<') {
            return None;
        }
        let Some(said) = behind.trim_start().strip_prefix('=') else {
            all.push((name, ""));
            rest = behind;
            continue;
        };
        let said = said.trim_start();
        let (value, behind) = match said.chars().next()? {
            mark @ ('"' | '\'') => said[1..].split_once(mark)?,
            _ => said.split_at(said.find(|c: char| c.is_whitespace() || c == '>')?),
        };
        all.push((name, value));
        rest = behind;
    }
}

fn is_hidden(name: &str, attributes: &Attributes<'_>) -> bool {
    let value = |asked: &str| {
        attributes.iter().find(|(own, _)| own.eq_ignore_ascii_case(asked)).map(|(_, value)| *value)
    };
    let is_hiding = |style: &str| {
        let style: String = style.to_ascii_lowercase().split_ascii_whitespace().collect();
        ["display:none", "visibility:hidden", "visibility:collapse"]
            .iter()
            .any(|rule| style.split(';').any(|own| own.trim_end_matches("!important") == *rule))
    };
    value("hidden").is_some()
        || name == "dialog" && value("open").is_none()
        || value("style").is_some_and(is_hiding)
        || value("class")
            .is_some_and(|all| all.split_ascii_whitespace().any(|class| FOR_EARS.contains(&class)))
}

fn does(name: &str) -> Does {
    match name {
        "del" | "s" | "strike" => Does::Strikes,
        "script" | "style" | "noscript" | "template" | "iframe" | "object" | "video" | "audio" | "canvas"
        | "map" | "noframes" | "noembed" | "datalist" | "applet" | "meter" | "progress" | "select" | "rt"
        | "rp" | "rtc" => Does::Hides,
        "sup" => Does::Raises,
        "q" => Does::Quotes,
        "pre" | "textarea" | "listing" | "xmp" => Does::Keeps,
        "br" => Does::Breaks,
        "img" | "input" | "button" | "picture" | "embed" => Does::Parts,
        "td" | "th" => Does::Cell,
        "address" | "article" | "aside" | "blockquote" | "body" | "caption" | "center" | "dd" | "details"
        | "dialog" | "dir" | "div" | "dl" | "dt" | "fieldset" | "figcaption" | "figure" | "footer"
        | "form" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "header" | "hgroup" | "hr" | "html"
        | "legend" | "li" | "main" | "menu" | "nav" | "ol" | "p" | "search" | "section" | "summary"
        | "svg" | "table" | "tbody" | "tfoot" | "thead" | "title" | "tr" | "ul" => Does::Blocks,
        _ => Does::Nothing,
    }
}

/// Words of raw HTML with what their entities stand for.
pub(super) fn unescaped(words: &str) -> String {
    let mut said = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find('&') {
        said.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.as_bytes().iter().take(40).position(|byte| *byte == b';').map(|end| end + 1);
        let entity = end.and_then(|end| {
            quick_xml::escape::unescape_with(&rest[..end], quick_xml::escape::resolve_html5_entity).ok()
        });
        match end.zip(entity) {
            Some((end, entity)) => {
                said.push_str(&entity);
                rest = &rest[end..];
            }
            None => {
                said.push('&');
                rest = &rest[1..];
            }
        }
    }
    said.push_str(rest);
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn tags_are_told_from_words() {
        let shown = |html: &str| -> String {
            let show = |piece: Piece<'_>| match piece {
                Piece::Open(open) => format!("[{} {:?}]", open.name, open.does),
                Piece::Close(name) => format!("[/{name}]"),
                Piece::Words(words) => words.to_owned(),
            };
            pieces(html).into_iter().map(show).collect()
        };
        for (html, expected) in [
            ("a <DEL>b</del> c", "a [del Strikes]b[/del] c"),
            ("3 < 4 <b>c", "3 < 4 [b Nothing]c"),
            ("<!-- <p>no --><br/>", "[br Breaks]"),
            ("<a title='x > y' href=z>b", "[a Nothing]b"),
            ("<script>if (a<b) '<p>'</script>", "[script Hides]if (a<b) '<p>'[/script]"),
            ("<p HIDDEN>", "[p Hides]"),
            ("<p style=\"color:red; Display : none !important\">", "[p Hides]"),
            ("<p style='display:block'>", "[p Blocks]"),
            ("<i class='x sr-only'>", "[i Hides]"),
            ("<p", "<p"),
        ] {
            assert_eq!(shown(html), expected, "{html}");
        }
    }

    #[test]
    fn entities_are_read() {
        assert_eq!(unescaped("a &amp; b&nbsp;&eacute; &#34; &nothing; & c"), "a & b\u{A0}é \" &nothing; & c");
    }

    proptest! {
        #[test]
        fn any_text_has_its_pieces(html in "[<>/a-c=\"' !&;-]{0,40}") {
            let _ = pieces(&html);
            let _ = unescaped(&html);
        }
    }
}
