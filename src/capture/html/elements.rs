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
    /// An item of a list, a row.
    Item,
    /// A title or a heading.
    Heading,
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
        "img" | "input" | "svg" | "button" | "picture" => Element::Apart,
        "q" => Element::Quotation,
        "sup" => Element::Raised,
        "pre" | "textarea" | "listing" | "xmp" | "plaintext" => Element::Preformatted,
        "li" | "thead" | "tbody" | "tfoot" | "tr" | "dt" | "dd" | "option" => Element::Item,
        "caption" | "title" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "legend" | "summary" => {
            Element::Heading
        }
        "address" | "article" | "aside" | "blockquote" | "body" | "center" | "details" | "dialog" | "dir"
        | "div" | "dl" | "fieldset" | "figcaption" | "figure" | "footer" | "form" | "header" | "hgroup"
        | "hr" | "html" | "main" | "marquee" | "menu" | "nav" | "ol" | "optgroup" | "p" | "search"
        | "section" | "table" | "text" | "ul" => Element::Block,
        _ => Element::Inline,
    }
}
