//! What elements of a page do to the words in them.

/// What an element does to its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    /// No reader sees what is in it.
    Unseen,
    /// A script, which may put words where there are none.
    Script,
    /// Words that were taken back.
    Struck,
    /// How a word is read aloud, beside it.
    Ruby,
    Block,
    /// A block close to the next: an item of a list, a row.
    Line,
    Cell,
    Break,
    /// Something that is seen but has no words: an image, a field.
    Apart,
    /// A quotation, which browsers put marks around.
    Quotation,
    /// Set above the line: a note mark, a power, an ordinal.
    Raised,
    /// Lines and spaces are shown as they stand.
    Preformatted,
    Inline,
}

/// What the element of a name does.
pub(super) fn element(name: &str) -> Element {
    match name {
        "script" => Element::Script,
        "style" | "noscript" | "template" | "iframe" | "object" | "embed" | "video" | "audio" | "canvas"
        | "map" | "noframes" | "noembed" | "datalist" | "annotation" | "annotation-xml" | "desc" | "defs"
        | "metadata" | "symbol" | "applet" | "meter" | "progress" | "select" => Element::Unseen,
        "del" | "s" | "strike" => Element::Struck,
        "rt" | "rp" | "rtc" => Element::Ruby,
        "br" => Element::Break,
        "td" | "th" => Element::Cell,
        "li" | "tr" | "dt" | "dd" => Element::Line,
        "img" | "input" | "svg" | "button" | "picture" => Element::Apart,
        "q" => Element::Quotation,
        "sup" => Element::Raised,
        "pre" | "textarea" | "listing" | "xmp" | "plaintext" => Element::Preformatted,
        "address" | "article" | "aside" | "blockquote" | "body" | "caption" | "center" | "details"
        | "dialog" | "dir" | "div" | "dl" | "fieldset" | "figcaption" | "figure" | "footer" | "form"
        | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "header" | "hgroup" | "hr" | "html" | "legend"
        | "main" | "menu" | "nav" | "ol" | "optgroup" | "option" | "p" | "search" | "section" | "summary"
        | "table" | "tbody" | "text" | "tfoot" | "thead" | "title" | "ul" => Element::Block,
        _ => Element::Inline,
    }
}
