//! What the declarations of a style do to words: whether they are seen, whether they stand apart, whether they are struck.

/// What a declaration is about, as far as it does something to words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Property {
    Display,
    Visibility,
    Position,
    Float,
    /// Of an edge from where the element would stand.
    Offset,
    Clip,
    Decoration,
    Raise,
    MarginLeft,
    MarginRight,
    PaddingLeft,
    PaddingRight,
    PaddingDown,
    // What follows is read in the style of an element alone: in sheets it is how a script makes words appear.
    Opacity,
    FontSize,
    Color,
    BackgroundClip,
    Indent,
    Height,
    Width,
    Overflow,
    Motion,
}

impl Property {
    pub(super) const COUNT: usize = Property::Motion as usize + 1;

    /// Whether it is a space beside or below what it is of.
    pub(super) fn is_space(self) -> bool {
        use Property::*;
        matches!(self, MarginLeft | MarginRight | PaddingLeft | PaddingRight | PaddingDown)
    }

    /// Whether it does in a sheet what it says.
    pub(super) fn is_of_sheets(self) -> bool {
        (self as usize) < Property::Opacity as usize
    }
}

/// How a box stands among others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Display {
    None,
    Inline,
    Block,
    Line,
    Cell,
    /// In a line, as a box of its own.
    Boxed,
    /// A block whose children are boxes.
    Flex,
    /// As [`Display::Flex`], in a line.
    BoxedFlex,
}

/// What a declaration says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Display(Display),
    /// Of a property that does something: it does it.
    Does,
    DoesNot,
}

/// How much a declaration counts; `!important` above all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    Normal,
    Important,
}

/// A declaration that does something to words.
pub(super) type Declared = (Property, Value, Weight);

/// Pixels; what is so far away is out of sight.
const FAR: f32 = -900.0;

/// The declarations of a style that do something to words, in order.
pub(super) fn declarations(style: &str, mut found: impl FnMut(Declared)) {
    let mut from = 0;
    let mut take = |piece: &str| {
        if let Some((name, value)) = piece.split_once(':') {
            declared(name.trim(), value.trim(), &mut found);
        }
    };
    while let Some((at, mark)) = next_mark(style.as_bytes(), from) {
        match mark {
            b'{' => from = block_end(style.as_bytes(), at),
            _ => {
                take(&style[from..at]);
                from = at + 1;
            }
        }
    }
    take(&style[from..]);
}

/// The next brace or semicolon that is in no string and no parentheses.
pub(super) fn next_mark(css: &[u8], from: usize) -> Option<(usize, u8)> {
    let (mut at, mut depth) = (from, 0_usize);
    while let Some(&byte) = css.get(at) {
        match byte {
            b'\\' => at += 1,
            b'"' | b'\'' => at = string_end(css, at),
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            b'{' | b'}' => return Some((at, byte)),
            b';' if depth == 0 => return Some((at, byte)),
            _ => {}
        }
        at += 1;
    }
    None
}

/// The last byte of a string; one that is not closed ends with its line.
fn string_end(css: &[u8], open: usize) -> usize {
    let mut at = open + 1;
    while let Some(&byte) = css.get(at) {
        match byte {
            b'\\' => at += 1,
            b'\n' => return at,
            _ if byte == css[open] => return at,
            _ => {}
        }
        at += 1;
    }
    css.len()
}

/// The byte behind the brace that closes the one at a place.
pub(super) fn block_end(css: &[u8], open: usize) -> usize {
    let (mut at, mut depth) = (open + 1, 1_usize);
    while let Some((mark, byte)) = next_mark(css, at) {
        at = mark + 1;
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    css.len()
}

fn declared(name: &str, value: &str, found: &mut impl FnMut(Declared)) {
    use Property::*;
    let value = value.to_ascii_lowercase();
    let (value, weight) = match value.split_once('!') {
        Some((value, _)) => (value.trim_end(), Weight::Important),
        None => (value.as_str(), Weight::Normal),
    };
    let first = || value.split_ascii_whitespace().next().unwrap_or("");
    let (property, does) = match name.to_ascii_lowercase().as_str() {
        "display" => return found((Display, Value::Display(display(value)), weight)),
        "visibility" => (Visibility, matches!(value, "hidden" | "collapse")),
        "position" => (Position, matches!(value, "absolute" | "fixed")),
        "float" => (Float, matches!(value, "left" | "right" | "inline-start" | "inline-end")),
        "left" | "right" | "top" | "bottom" | "inset-inline-start" => (Offset, is_far(value)),
        "clip" | "clip-path" | "-webkit-clip-path" => (Clip, is_clipped(value)),
        "text-decoration" | "text-decoration-line" => (Decoration, value.contains("line-through")),
        "vertical-align" | "font-variant-position" => (Raise, matches!(value, "super" | "text-top")),
        "margin-left" | "margin-top" if is_far(value) => (Indent, true),
        "margin-left" | "margin-inline-start" => (MarginLeft, is_length(value)),
        "margin-right" | "margin-inline-end" => (MarginRight, is_length(value)),
        "padding-left" | "padding-inline-start" => (PaddingLeft, is_length(value)),
        "padding-right" | "padding-inline-end" => (PaddingRight, is_length(value)),
        "padding-top" | "padding-bottom" => (PaddingDown, is_length(value)),
        "margin" | "padding" => {
            let sides: Vec<bool> = value.split_ascii_whitespace().map(is_length).collect();
            let side = |places: [usize; 4]| {
                let place = places.get(sides.len().wrapping_sub(1)).copied().unwrap_or(0);
                if sides.get(place) == Some(&true) { Value::Does } else { Value::DoesNot }
            };
            let (left, right) = (side([0, 1, 1, 3]), side([0, 1, 1, 1]));
            if name.eq_ignore_ascii_case("margin") {
                found((MarginLeft, left, weight));
                return found((MarginRight, right, weight));
            }
            found((PaddingLeft, left, weight));
            found((PaddingRight, right, weight));
            return found((PaddingDown, side([0, 0, 2, 2]), weight));
        }
        "opacity" => (Opacity, number(value) == Some(0.0)),
        "font-size" => (FontSize, number(value) == Some(0.0)),
        "color" | "-webkit-text-fill-color" => (Color, is_transparent(value)),
        "background-clip" | "-webkit-background-clip" => (BackgroundClip, value.contains("text")),
        "text-indent" => (Indent, is_far(first())),
        "height" => (Height, number(value).is_some_and(|length| length == 0.0)),
        "width" => (Width, number(value).is_some_and(|length| length == 0.0)),
        "overflow" | "overflow-x" | "overflow-y" => (Overflow, matches!(first(), "hidden" | "clip")),
        "transform" | "transition" | "animation" | "animation-name" | "will-change" => {
            (Motion, value != "none")
        }
        _ => return,
    };
    found((property, if does { Value::Does } else { Value::DoesNot }, weight));
}

fn display(value: &str) -> Display {
    match value.trim() {
        "none" => Display::None,
        "block" | "table" | "flow-root" | "-webkit-box" | "block flow" | "table-caption" => Display::Block,
        "list-item" | "table-row" | "table-row-group" | "table-header-group" | "table-footer-group" => {
            Display::Line
        }
        "table-cell" => Display::Cell,
        "inline-block" | "inline-table" | "inline flow-root" | "-webkit-inline-box" => Display::Boxed,
        "flex" | "grid" | "-webkit-flex" | "-ms-flexbox" | "-ms-grid" | "block flex" | "block grid" => {
            Display::Flex
        }
        "inline-flex" | "inline-grid" | "-webkit-inline-flex" | "-ms-inline-flexbox" => Display::BoxedFlex,
        _ => Display::Inline,
    }
}

/// The number that a length begins with.
fn number(value: &str) -> Option<f32> {
    let value = value.trim_start();
    let end = value.find(|c: char| !matches!(c, '0'..='9' | '.' | '-' | '+')).unwrap_or(value.len());
    value[..end].parse().ok()
}

/// Whether a length is there, and opens a space.
fn is_length(value: &str) -> bool {
    number(value).is_some_and(|length| length > 0.0)
}

/// Whether a length puts what it is of out of sight.
fn is_far(value: &str) -> bool {
    let Some(length) = number(value) else { return false };
    let unit = value.trim_start_matches(|c: char| !c.is_ascii_alphabetic() && c != '%');
    length * if matches!(unit, "em" | "rem" | "ch" | "vw" | "vh") { 10.0 } else { 1.0 } <= FAR
}

/// Whether a colour shows nothing.
fn is_transparent(color: &str) -> bool {
    let has_no_alpha = || {
        let alpha = color.trim_end_matches(')').rsplit([',', '/']).next().and_then(number);
        (color.starts_with("rgba(") || color.starts_with("hsla(")) && alpha == Some(0.0)
    };
    color == "transparent" || has_no_alpha()
}

/// Whether nothing is left of what is clipped.
fn is_clipped(value: &str) -> bool {
    let Some((shape, rest)) = value.split_once('(') else { return false };
    let lengths: Vec<f32> =
        rest.split([',', ' ', ')']).filter(|length| !length.is_empty()).filter_map(number).collect();
    match shape.trim() {
        "rect" => lengths.len() == 4 && lengths.iter().all(|length| length.abs() <= 1.0),
        "circle" | "ellipse" => lengths.first() == Some(&0.0),
        "inset" => lengths.first().is_some_and(|length| *length >= 50.0) && rest.contains('%'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(style: &str) -> Vec<Declared> {
        let mut found = Vec::new();
        declarations(style, |declared| found.push(declared));
        found
    }

    #[test]
    fn declarations_say_whether_words_are_seen_and_stand_apart() {
        use Property::*;
        use Weight::*;
        let does = |property| vec![(property, Value::Does, Normal)];
        for (style, found) in [
            (
                "color: red; DISPLAY : none !important",
                vec![
                    (Color, Value::DoesNot, Normal),
                    (Property::Display, Value::Display(super::Display::None), Important),
                ],
            ),
            ("visibility:hidden", does(Visibility)),
            ("left: -9999px", does(Offset)),
            ("top:-99em", does(Offset)),
            ("left:-20px", vec![(Offset, Value::DoesNot, Normal)]),
            ("clip: rect(0 0 0 0)", does(Clip)),
            ("clip:rect(1px,1px,1px,1px)", does(Clip)),
            ("clip-path: inset(50%)", does(Clip)),
            ("clip-path:inset(10px)", vec![(Clip, Value::DoesNot, Normal)]),
            ("font-size:0", does(FontSize)),
            ("font-size:0.5em", vec![(FontSize, Value::DoesNot, Normal)]),
            ("text-decoration: underline line-through red", does(Decoration)),
            (
                "margin: 0 2em 0 0",
                vec![(MarginLeft, Value::DoesNot, Normal), (MarginRight, Value::Does, Normal)],
            ),
            ("none", vec![]),
            ("background:url(data:a;display:none);float:left", does(Float)),
            ("content:'; display:none'; &:hover { display:none } float:left", does(Float)),
        ] {
            assert_eq!(all(style), found, "{style}");
        }
    }

    #[test]
    fn blocks_end_at_their_own_brace() {
        assert_eq!(block_end(b"{a{b}'}'c}d", 0), 10);
        assert_eq!(block_end(b"{never closed", 0), 13);
    }
}
