//! The words of Markdown, written as a page and read as one: without its marks, and its raw HTML as browsers show it.

use pulldown_cmark::{Options, Parser};

use super::html;
use super::words::Words;

/// What takes the words, with its version.
pub(super) const EXTRACTOR: &str = "pulldown-cmark 0.13, gainsay-page 1";

/// Reads Markdown.
///
/// # Errors
/// It is nested beyond reason.
pub(super) fn read(text: &str) -> Result<Words<'static>, String> {
    let mut page = String::new();
    pulldown_cmark::html::push_html(&mut page, parsed(text.trim_start_matches('\u{FEFF}')));
    html::rendered(&page)
}

/// Markdown as it is understood, behind a byte order mark.
pub(super) fn parsed(text: &str) -> Parser<'_> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    Parser::new_ext(text, options)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_left_out_and_blocks_stand_apart() {
        for (text, words) in [
            (
                "# Flood\n\nIt killed **34** [people](https://a.org) in\n*one* night.[^1]\n\n[^1]: Says the mayor.",
                "Flood\n\nIt killed 34 people in one night.\n\nSays the mayor.",
            ),
            ("killed ~~12~~ 34 men", "killed 34 men"),
            ("- The north\n- 34 dead", "The north\n34 dead"),
            ("| a | b |\n|---|---|\n| 1 | 34 killed |", "a\tb\n1\t34 killed"),
            ("> He said \\*no\\* &amp; left `now`", "He said *no* & left now"),
            ("```\nset 34\nmen\n```", "set 34\nmen"),
            ("It <b>held</b><br>34", "It held\n34"),
        ] {
            assert_eq!(read(text).expect("it is read").text, words, "{text}");
        }
        assert!(read("killed ~~12~~ 34 men").expect("it is read").is_struck(&(0..10)));
    }

    #[test]
    fn raw_html_is_read_as_a_page_is() {
        for (text, words) in [
            ("It held<br>and 34\nmen", "It held\nand 34 men"),
            ("The army did <del>not</del> fire now", "The army did fire now"),
            ("did <s>not</s> <STRIKE class=x>never</STRIKE> fire", "did fire"),
            ("did <del>not <b>ever</b></del> fire", "did fire"),
            ("did <del>not\n\nfire", "did\n\nfire"),
            ("<del>\n\nIt fired.\n\n</del>\n\nIt held.", "It held."),
            ("killed 34<sup>1</sup> people, 34 km<sup>2</sup>", "killed 34 people, 34 km²"),
            ("killed 34<sup>[1](#n)</sup> on the 1<sup>st</sup>", "killed 34 on the 1st"),
            ("<span hidden>34 killed by us</span> It held", "It held"),
            ("It <span style='display:none'>never <span>ever</span> </span>held", "It held"),
            ("<div hidden>\n\n34 killed\n\n</div>\n\nIt held", "It held"),
            ("<!-- 34 killed\n\nby us -->\n\nIt <!-- never --> held", "It held"),
            ("<script>\nif (a<b) say('<p>34')\n</script>\n\nIt held", "It held"),
            ("<p>34 &amp; more<br>men</p>\n<p>It held</p>", "34 & more\nmen\n\nIt held"),
            ("<table><tr><td>1</td><td>34 killed</td></tr></table>", "1\t34 killed"),
            ("<q>We held</q> 3 < 4 <ruby>虐待<rt>ぎゃくたい</rt></ruby>", "“We held” 3 < 4 虐待"),
        ] {
            assert_eq!(read(text).expect("it is read").text, words, "{text}");
        }
        assert!(read("killed <del>12</del> 34 men").expect("it is read").is_struck(&(0..10)));
        assert!(read("- killed <del>12\n- 34 men").expect("it is read").text.ends_with("34 men"));
    }

    proptest::proptest! {
        #[test]
        fn any_tags_are_read(tags in proptest::collection::vec(0..TAGS.len(), 0..30)) {
            let text: String = tags.iter().map(|tag| TAGS[*tag]).collect();
            let _ = read(&text);
        }
    }

    const TAGS: [&str; 16] = [
        "<del>",
        "</del>",
        "<sup>",
        "</sup>",
        "<q>",
        "</q>",
        "<div hidden>",
        "</div>",
        "\n\n",
        "- ",
        "34 men",
        "é",
        "[a](b)",
        "~~",
        "<pre>",
        "</pre>",
    ];
}
