//! Text of wide and narrow characters on terminals of every width: colour changes no line, and nothing goes over the edge.

use insta::assert_snapshot;
use unicode_width::UnicodeWidthStr;

use crate::run::{Dossier, gainsay_with};

const HIKARI: &str = "市長の田中花子さんは記者団に対し、水車小屋で働いていた3人が死亡し、ほかに行方の分からない人はいないと述べた。\
                      ここ百年で最も大きな火事だと消防団の人たちは口をそろえて話している。\n";
const LATER: &str = "市長の田中花子さんは記者団に対し、水車小屋で働いていた4人が死亡し、ほかに行方の分からない人はいないと述べた。\
                     ここ百年で最も大きな火事だと消防団の人たちは口をそろえて話している。\n";
const NUR: &str = "قَالَ رَجُلُ الْإِطْفَاءِ إِنَّ 5 عُمَّالٍ قُتِلُوا فِي الطَّاحُونَةِ الْقَدِيمَةِ لَيْلَةَ الْجُمُعَةِ.\n";
const FEED: &str = "3 dead 👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧 at the mill 🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥\n";

/// What is run, in the order in which it is shown.
const COMMANDS: [&[&str]; 10] = [
    &["check"],
    &["explain", "FINDING"],
    &["diff", "hikari", "nur"],
    &["diff", "hikari", "hikari-later"],
    &["diff", "--since", "HEAD"],
    &["table"],
    &["compare"],
    &["trace", "fire/killed"],
    &["timeline", "fire/killed"],
    &["report"],
];

/// Those whose pages are kept: what each of the others draws is kept on a dossier of its own.
const KEPT: usize = 5;

fn dossier() -> Dossier {
    let dossier = Dossier::new(&[
        (
            "gainsay.toml",
            "[dossier]\ntitle = \"水車小屋の火事 🔥\"\nlanguage = \"ja\"\n[rules]\nlong-quote = \"allow\"\nvalue-not-in-quote = \"allow\"\n",
        ),
        ("sources/sources.toml", include_str!("wide/sources.toml")),
        ("sources/hikari.txt", HIKARI),
        ("sources/hikari-later.txt", LATER),
        ("sources/nur.txt", NUR),
        ("sources/feed.txt", FEED),
    ]);
    let claims = include_str!("wide/claims.toml");
    // Before, the record held its questions and no claim.
    dossier.write("claims/claims.toml", claims.split("[[claim]]").next().unwrap());
    dossier.commit();
    dossier.write("claims/claims.toml", claims);
    dossier
}

/// What a command prints on a terminal of so many columns. `FINDING` stands for the digits of the contradiction.
fn printed(dossier: &Dossier, command: &[&str], color: &str, width: usize) -> String {
    let digits = || {
        let check = dossier.gainsay(&["check", "--format", "json"]);
        check.findings("contradiction")[0]["fingerprint"].as_str().unwrap().to_owned()
    };
    let digits = if command.contains(&"FINDING") { digits() } else { String::new() };
    let command: Vec<&str> =
        command.iter().map(|word| if *word == "FINDING" { &digits } else { *word }).collect();
    let columns = width.to_string();
    let run =
        gainsay_with(&[("COLUMNS", &columns)], dossier.path(), &[&command, &["--color", color][..]].concat());
    assert_eq!(run.err, "", "{command:?}");
    run.out
}

/// The kept pages on a terminal of so many columns.
fn page(color: &str, width: usize) -> String {
    let dossier = dossier();
    let shown = COMMANDS[..KEPT].iter().map(|command| {
        format!("$ gainsay {}\n{}\n", command.join(" "), printed(&dossier, command, color, width))
    });
    let page: String = shown.collect();
    // The commit has another name each time.
    let commit = page.split("Since HEAD (").nth(1).and_then(|rest| rest.get(..12)).unwrap().to_owned();
    page.replace(&commit, "0123456789ab").replace('\u{1b}', "␛")
}

fn kept(name: &str, color: &str, width: usize) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| assert_snapshot!(name, page(color, width)));
}

#[test]
fn pages_of_40_columns() {
    kept("wide-40", "never", 40);
    kept("wide-40-colour", "always", 40);
}

#[test]
fn pages_of_80_columns() {
    kept("wide-80", "never", 80);
    kept("wide-80-colour", "always", 80);
}

#[test]
fn pages_of_120_columns() {
    kept("wide-120", "never", 120);
    kept("wide-120-colour", "always", 120);
}

#[test]
fn colour_changes_no_line() {
    let dossier = dossier();
    for command in COMMANDS {
        for width in [40, 80, 120] {
            let [plain, coloured] = ["never", "always"].map(|color| printed(&dossier, command, color, width));
            assert_eq!(plain, stripped(&coloured), "{command:?} at {width}");
        }
    }
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let dossier = dossier();
    // A diagnostic shows lines of files as they are, and breaks neither them nor what stands beside their marks.
    for command in COMMANDS.iter().filter(|command| command[0] != "check") {
        for width in [40, 80, 120] {
            for line in printed(&dossier, command, "never", width).lines() {
                let fits = line.width() <= width || !line.trim().contains(' ');
                assert!(fits, "{command:?} at {width}, a line of {}: {line}", line.width());
            }
        }
    }
}

/// A text without what paints it.
fn stripped(painted: &str) -> String {
    let mut parts = painted.split("\u{1b}[");
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |text, part| text + part.split_once('m').expect("paint ends with an m").1)
}
