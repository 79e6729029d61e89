//! What holds of every text that is shown, whatever its script: paint changes no line, and none is too wide.

use proptest::prelude::*;

use super::columns::columns;
use super::{Line, Paint, Screen, Style, Tree, draw};

const STYLES: [Style; 8] = [
    Style::Plain,
    Style::Heading,
    Style::Dim,
    Style::Bad,
    Style::Warn,
    Style::Good,
    Style::Gone,
    Style::Come,
];

/// Words of several scripts, what stands between them, and what a hostile page may hold.
const PIECES: [&str; 20] = [
    "three",
    "were",
    "killed,",
    "https://example.org/attack",
    " ",
    "  ",
    "\n",
    "\u{a0}",
    "三人が死亡したと",
    "「市長」は",
    "قُتِلَ ثَلَاثَةٌ",
    "שְׁלוֹשָׁה",
    "คนตายสามคน",
    "세 사람이",
    "👨‍👩‍👧",
    "🔥🔥",
    "🇯🇵",
    "e\u{301}",
    "\u{1b}[31m",
    "\u{9b}2J",
];

fn line() -> impl Strategy<Value = Line> {
    let run = (
        prop::sample::select(STYLES.as_slice()),
        prop::collection::vec(prop::sample::select(PIECES.as_slice()), 0..6),
    );
    prop::collection::vec(run, 0..8).prop_map(|runs| {
        runs.into_iter().fold(Line::default(), |line, (style, pieces)| line.run(style, pieces.concat()))
    })
}

/// All ways in which a text is shown, on one screen.
fn shown(line: &Line, screen: Screen) -> [String; 4] {
    let mut out = [const { String::new() }; 4];
    screen.line(&mut out[0], line.clone());
    screen.paragraph(&mut out[1], 4, line.clone());
    screen.labelled(&mut out[2], &Line::new("  note: "), line.clone());
    let leaf = Tree::new(line.clone()).below(Some(line.clone()));
    draw(&mut out[3], &Tree::new(line.clone()).branches(vec![leaf.clone(), leaf]), screen, 2);
    out
}

/// A text as it is read: without what paints it.
fn stripped(painted: &str) -> String {
    let mut text = String::new();
    let mut rest = painted;
    while let Some(at) = rest.find("\u{1b}[") {
        text.push_str(&rest[..at]);
        rest = &rest[at + rest[at..].find('m').expect("paint ends with an m") + 1..];
    }
    text + rest
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !"│├└─".contains(*c)).collect()
}

/// Whether a line holds no more than one word that no line may break apart.
fn is_one_word(line: &str) -> bool {
    let words = line.trim_start_matches(|c: char| c.is_whitespace() || "│├└─".contains(c));
    let words = words.strip_prefix("note: ").unwrap_or(words);
    !words.contains(char::is_whitespace)
}

proptest! {
    #[test]
    fn paint_changes_no_line(line in line(), width in 40usize..130) {
        let plain = shown(&line, Screen { paint: Paint::Off, width });
        let painted = shown(&line, Screen { paint: Paint::On, width });
        for (plain, painted) in plain.iter().zip(&painted) {
            prop_assert_eq!(plain, &stripped(painted));
        }
    }

    #[test]
    fn no_line_is_wider_than_the_screen_but_one_word(line in line(), width in 40usize..130) {
        for text in shown(&line, Screen { paint: Paint::Off, width }) {
            for line in text.lines() {
                prop_assert!(columns(line) <= width || is_one_word(line), "{} of {width}: {line:?}", columns(line));
                prop_assert_eq!(line, line.trim_end());
            }
        }
    }

    #[test]
    fn no_word_is_lost(line in line(), width in 40usize..130) {
        let screen = Screen { paint: Paint::Off, width };
        let words = bare(line.text());
        let [alone, paragraph, labelled, tree] = shown(&line, screen).map(|text| bare(&text));
        prop_assert_eq!(&alone, &words);
        prop_assert_eq!(&paragraph, &words);
        prop_assert_eq!(labelled, format!("note:{words}"));
        prop_assert_eq!(tree, words.repeat(5));
    }
}

#[test]
fn scripts_without_spaces_and_emoji_fill_their_lines() {
    let mut out = String::new();
    let screen = Screen { paint: Paint::Off, width: 40 };
    for text in ["三人が死亡したと市長は述べた。".repeat(4), "คนตายสามคน".repeat(12), "🔥".repeat(50)]
    {
        out.clear();
        screen.paragraph(&mut out, 2, text.as_str());
        let widths: Vec<usize> = out.lines().map(columns).collect();
        assert!(widths.iter().all(|width| *width <= 40), "{out}");
        assert!(widths[..widths.len() - 1].iter().all(|width| *width >= 36), "{out}");
    }
}
