//! How an element of a page looks: whether it is seen, how it stands among others, whether it is struck or raised.

use dom_query::NodeRef;

use super::sheet::{Cascade, OF_ITS_OWN, Sheets};
use super::style::{Display, Property, Value, declarations};
use crate::capture::pen::Gap;

/// Classes that the common style sheets hide from the eye, for readers of the screen alone.
const FOR_EARS: [&str; 17] = [
    "sr-only",
    "visually-hidden",
    "visually-hidden-focusable",
    "visuallyhidden",
    "is-visually-hidden",
    "cdk-visually-hidden",
    "screen-reader-text",
    "screenreader",
    "screen-reader",
    "u-hidden-visually",
    "ui-helper-hidden-accessible",
    "a11y-hidden",
    "assistive-text",
    "element-invisible",
    "offscreen",
    "off-screen",
    "sr-text",
];

/// Classes that the common style sheets, and programs that save pages, hide from all.
const HIDING: [&str; 9] =
    ["hidden", "hide", "invisible", "d-none", "is-hidden", "u-hidden", "sf-hidden", "tw:hidden", "tw-hidden"];

/// Classes that the common style sheets strike.
const STRIKING: [&str; 4] = ["strike", "strikethrough", "line-through", "text-decoration-line-through"];

/// Classes of what stands above the line, and parts of such classes.
const RAISING: [&str; 4] = ["reference", "sup", "ref", "fn"];
const RAISING_PARTS: [&str; 4] = ["footnote", "superscript", "noteref", "endnote"];

/// How an element is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hidden {
    /// By the page itself, until a script shows it or for good.
    Away,
    /// It is heard and not seen.
    ForEars,
}

/// What an element is raised by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RaisedBy {
    Style,
    /// A class, which may mean something else.
    Class,
}

/// How the children of an element stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Children {
    InText,
    /// Each is a box of its own.
    Boxes,
}

/// How an element looks, as far as that is something that its name does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) hidden: Option<Hidden>,
    /// How far it stands from what is beside it.
    pub(super) gap: Gap,
    /// Whether it was said that it stands in the text as words do.
    pub(super) display: Option<Display>,
    pub(super) children: Children,
    pub(super) is_struck: bool,
    pub(super) raised: Option<RaisedBy>,
}

/// How an element looks by its attributes and the sheets of its page; `aria-hidden` hides from ears what is seen.
pub(super) fn look(node: &NodeRef<'_>, name: &str, sheets: &Sheets) -> Look {
    let mut cascade = sheets.cascade(node, name);
    if let Some(style) = node.attr("style") {
        let mut order = 0;
        declarations(&style, |(property, value, weight)| {
            order += 1;
            cascade.put(property, value, (weight, OF_ITS_OWN, order));
        });
    }
    let display = match cascade.value(Property::Display) {
        Some(Value::Display(display)) => Some(display),
        _ => None,
    };
    let classes = node.attr("class");
    let has = |listed: &[&str]| {
        classes.iter().flat_map(|own| own.split_ascii_whitespace()).any(|class| listed.contains(&class))
    };
    let is_flex = matches!(display, Some(Display::Flex | Display::BoxedFlex));
    let raised = match () {
        () if cascade.does(Property::Raise) => Some(RaisedBy::Style),
        () if has(&RAISING) || classes.as_ref().is_some_and(|own| is_any_in(&RAISING_PARTS, own)) => {
            Some(RaisedBy::Class)
        }
        () => None,
    };
    let hidden = match () {
        () if is_hidden(node, name, &cascade, display) => Some(Hidden::Away),
        () if has(&FOR_EARS) => Some(Hidden::ForEars),
        () if has(&HIDING)
            && display.is_none_or(|display| display == Display::None)
            && !cascade.is_shown_on_some(Property::Display)
            && !classes.iter().flat_map(|own| own.split_ascii_whitespace()).any(is_showing)
            && !is_opened(node) =>
        {
            Some(Hidden::Away)
        }
        () => None,
    };
    Look {
        hidden,
        gap: gap(&cascade, display),
        display,
        children: if is_flex { Children::Boxes } else { Children::InText },
        is_struck: cascade.does(Property::Decoration) || has(&STRIKING),
        raised,
    }
}

fn is_any_in(parts: &[&str], text: &str) -> bool {
    parts.iter().any(|part| text.contains(part))
}

/// Whether a class shows on some screens, or in some state that it is in, what another hides: `md:block`, `d-md-flex`.
fn is_showing(class: &str) -> bool {
    const DISPLAYS: [&str; 9] =
        ["block", "inline", "inline-block", "flex", "inline-flex", "grid", "table", "table-cell", "contents"];
    let behind = |mark: &str| class.split_once(mark).map(|(_, rest)| rest);
    let of_bootstrap = behind("d-").filter(|_| class.starts_with("d-")).and_then(|rest| {
        let (width, display) = rest.split_once('-')?;
        ["sm", "md", "lg", "xl", "xxl"].contains(&width).then_some(display)
    });
    let of_prefix = class.rsplit_once(':').filter(|(prefix, _)| *prefix != "print").map(|(_, rest)| rest);
    [of_bootstrap, of_prefix].into_iter().flatten().any(|display| DISPLAYS.contains(&display))
}

fn is_hidden(node: &NodeRef<'_>, name: &str, cascade: &Cascade, display: Option<Display>) -> bool {
    use Property::*;
    // What a server sends late stands hidden under such a name until the page puts it where it belongs.
    let is_sent_late = || node.attr("id").is_some_and(|id| id.starts_with("S:"));
    let is_shown_anyway = || display.is_some_and(|it| it != self::Display::None) && node.has_attr("style");
    if node.has_attr("hidden") && !is_sent_late() && !is_shown_anyway() {
        return true;
    }
    if name == "dialog" && !node.has_attr("open") {
        return true;
    }
    let does = |property| cascade.does(property);
    let inner_says = |said: &str| {
        node.descendants_it()
            .filter_map(|inner| inner.attr("style"))
            .any(|style| style.to_ascii_lowercase().contains(said))
    };
    match () {
        () if display == Some(self::Display::None) => {
            !cascade.is_shown_on_some(Display) && (cascade.is_of_its_own(Display) || !is_opened(node))
        }
        () if does(Visibility) => {
            let is_for_good = cascade.is_of_its_own(Visibility) || !is_opened(node);
            !cascade.is_shown_on_some(Visibility) && is_for_good && !inner_says("visible")
        }
        () if does(Offset) && does(Position) => true,
        () if does(Clip) && (does(Position) || cascade.is_of_its_own(Clip)) => true,
        () if does(Opacity) => !does(Motion) && !is_for_script(node),
        () if does(FontSize) => !inner_says("font"),
        () if does(Color) => !does(BackgroundClip) && !inner_says("color"),
        () if does(Indent) => true,
        () if does(Height) || does(Width) => {
            does(Overflow) && !does(PaddingDown) && !does(Motion) && !is_opened(node)
        }
        () => false,
    }
}

/// Whether an element is what a reader opens with a click, by how it is called; as `details`, it is read.
fn is_opened(node: &NodeRef<'_>) -> bool {
    const CALLED: [&str; 10] = [
        "accordion",
        "accordian",
        "collapse",
        "collapsible",
        "expandable",
        "faq",
        "answer",
        "tabpanel",
        "tab",
        "panel",
    ];
    let called = ["class", "id", "role"].map(|attribute| node.attr(attribute).unwrap_or_default());
    called.iter().any(|called| {
        let parts = called.split(|c: char| !c.is_ascii_alphanumeric());
        parts.into_iter().any(|part| CALLED.iter().any(|known| part.eq_ignore_ascii_case(known)))
    })
}

/// Whether an element bears data for a script, which makes it appear.
fn is_for_script(node: &NodeRef<'_>) -> bool {
    node.attrs().iter().any(|attribute| attribute.name.local.starts_with("data-"))
}

/// How far styles put an element from what is beside it.
fn gap(cascade: &Cascade, display: Option<Display>) -> Gap {
    use Property::*;
    let of_display = match display {
        Some(self::Display::Block | self::Display::Flex) => Gap::Block,
        Some(self::Display::Line) => Gap::Line,
        Some(self::Display::Cell) => Gap::Cell,
        Some(self::Display::Boxed | self::Display::BoxedFlex) => Gap::Box,
        _ => Gap::None,
    };
    let is_out_of_line = cascade.does(Position) || cascade.does(Float);
    let sides = [MarginLeft, MarginRight, PaddingLeft, PaddingRight];
    match () {
        () if of_display > Gap::Cell => of_display,
        () if is_out_of_line => Gap::Cell,
        () if sides.iter().any(|side| cascade.does(*side)) => of_display.max(Gap::Box),
        () => of_display,
    }
}

/// Whether an element is the first letter of a word, set large or as a box of its own; the word goes on behind it.
pub(super) fn is_initial(node: &NodeRef<'_>) -> bool {
    let mut letters = 0;
    for inner in node.descendants_it().filter(NodeRef::is_text) {
        for c in inner.text().trim().chars() {
            letters += usize::from(c.is_alphabetic());
            if c.is_numeric() || letters > 1 {
                return false;
            }
        }
    }
    letters == 1
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::*;

    fn of(attributes: &str) -> Look {
        let document = Document::from(format!("<body><b {attributes}>34</b>"));
        let node = document.root().descendants_it().find(|node| node.has_name("b")).expect("it is there");
        look(&node, "b", &Sheets::default())
    }

    #[test]
    fn styles_and_classes_that_hide() {
        for (attributes, is_hidden) in [
            ("style='position:absolute;left:-9999px'", true),
            ("style='left:-9999px'", false),
            ("style='clip:rect(0,0,0,0);position:absolute'", true),
            ("style='clip-path:inset(100%)'", true),
            ("style='opacity:0'", true),
            ("style='opacity:0;transition:opacity 1s'", false),
            ("style='opacity:.9'", false),
            ("style='opacity:0' data-w-id=a", false),
            ("class='faq-panel hidden'", false),
            ("class='panel' style='display:none'", true),
            ("style='font-size:0px'", true),
            ("style='color:rgba(0, 0, 0, 0)'", true),
            ("style='color:rgba(0, 0, 0, .5)'", false),
            ("style='clip-path:circle(0)'", true),
            ("style='margin-left:-9999px'", true),
            ("style='text-indent:-9999px'", true),
            ("style='height:0;overflow:hidden'", true),
            ("style='height:0;overflow:hidden;padding-bottom:56%'", false),
            ("style='height:0'", false),
            ("style='color:transparent'", true),
            ("style='color:transparent;background-clip:text'", false),
            ("class='hidden'", true),
            ("class='hidden md:block'", false),
            ("class='d-none d-md-inline-block'", false),
            ("class='d-none d-print-block'", true),
            ("class='hidden' style='display:block'", false),
            ("class='d-block'", false),
            ("class='x offscreen'", true),
            ("hidden=until-found", true),
            ("hidden style='display:block'", false),
            ("aria-hidden=true", false),
        ] {
            assert_eq!(of(attributes).hidden.is_some(), is_hidden, "{attributes}");
        }
    }

    #[test]
    fn styles_that_put_apart() {
        for (attributes, gap) in [
            ("style='display:block'", Gap::Block),
            ("style='display:inline-block'", Gap::Box),
            ("style='display:table-cell'", Gap::Cell),
            ("style='position:fixed'", Gap::Cell),
            ("style='float:none'", Gap::None),
            ("style='padding-right:2em'", Gap::Box),
            ("style='margin:0 auto'", Gap::None),
        ] {
            assert_eq!(of(attributes).gap, gap, "{attributes}");
        }
    }
}
