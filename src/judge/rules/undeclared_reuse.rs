//! The rule `undeclared-reuse`.

use crate::align::relation::Which;
use crate::align::reuse::{Side, Widespread};
use crate::judge::court::Court;
use crate::judge::finder::rule;
use crate::judge::finding::Finding;
use crate::judge::phrase::Phrase;

rule! {
    /// Two texts that share a long passage, though neither source declares a link to the other.
    ///
    /// Passages of 25 words or more are told, also where some words were changed, dropped or added. Sources that declare a link
    /// (`derived-from`, `capture-of`, the same publisher) are not compared; neither are words that both texts quote from one speaker.
    /// What stands in more than twenty texts, and in more than one of fifty, and is no great part of them, may be boilerplate: it
    /// is told once, with how many they are. Which of the two was first is told where their dates do. Claims whose quotes lie in
    /// the passage count as of one origin. It needs the texts: `gainsay reuse` shows the passages side by side.
    ///
    /// ## Fires on
    ///
    /// ```toml sources/example.toml
    /// [source.morning]
    /// title = "Mill fire"
    /// publisher = "herald"
    /// published = "2024-03-01"
    /// text = "morning.txt"
    ///
    /// [source.evening]
    /// title = "Fire at mill"
    /// publisher = "courier"
    /// published = "2024-03-02"
    /// text = "evening.txt"
    /// ```
    ///
    /// ```text sources/morning.txt and
    /// The fire broke out shortly after midnight in the drying room of the old mill, spread along the wooden stairs to both upper floors
    /// and had reached the roof before the first engines crossed the bridge, while 3 workers of the night shift were killed.
    /// ```
    ///
    /// ```text sources/evening.txt and
    /// The fire broke out shortly after midnight in the drying room of the old mill, spread along the narrow stairs to both upper floors
    /// and had reached the roof before the first engines crossed the bridge, while 3 workers of the night shift were killed.
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "morning"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 workers of the night shift were killed"
    ///
    /// [[claim]]
    /// source = "evening"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 workers of the night shift were killed"
    /// ```
    ///
    /// ## Silent on
    ///
    /// ```toml sources/example.toml
    /// [source.morning]
    /// title = "Mill fire"
    /// publisher = "herald"
    /// published = "2024-03-01"
    /// text = "morning.txt"
    ///
    /// [source.evening]
    /// title = "Fire at mill"
    /// publisher = "courier"
    /// published = "2024-03-02"
    /// text = "evening.txt"
    /// derived-from = [{ source = "morning", how = "syndicates" }]
    /// ```
    ///
    /// ```text sources/morning.txt and
    /// The fire broke out shortly after midnight in the drying room of the old mill, spread along the wooden stairs to both upper floors
    /// and had reached the roof before the first engines crossed the bridge, while 3 workers of the night shift were killed.
    /// ```
    ///
    /// ```text sources/evening.txt and
    /// The fire broke out shortly after midnight in the drying room of the old mill, spread along the narrow stairs to both upper floors
    /// and had reached the roof before the first engines crossed the bridge, while 3 workers of the night shift were killed.
    /// ```
    ///
    /// ```toml claims/example.toml and
    /// [[claim]]
    /// source = "morning"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 workers of the night shift were killed"
    ///
    /// [[claim]]
    /// source = "evening"
    /// question = "fire/killed"
    /// value = 3
    /// quote = "3 workers of the night shift were killed"
    /// ```
    ///
    /// ## What to do
    ///
    /// Look which had it from which, or whether both have it from a third, and record that as `derived-from`. Until then count
    /// the two as one.
    "undeclared-reuse", Warn, Origin, find
}

/// A finding shows so many words of a passage: enough to find it, too few to pass it on.
const SHOWN: usize = 10;

fn find(court: &Court, found: &mut Vec<Finding>) {
    let dossier = court.dossier();
    for passage in &court.alignment.reuse.passages {
        let (first, second) = match passage.earlier {
            Some(Which::B) => (&passage.b, &passage.a),
            _ => (&passage.a, &passage.b),
        };
        let name = |source| dossier.sources.name(source);
        let of = match passage.earlier {
            Some(_) => format!(
                "`{}` repeats {} words of `{}`",
                name(second.source),
                passage.common,
                name(first.source)
            ),
            None => format!(
                "`{}` and `{}` share {} words",
                name(first.source),
                name(second.source),
                passage.common
            ),
        };
        let mut finding = Finding::new(&RULE, format!("{of}, and neither declares a link to the other"));
        finding.key =
            format!("{}\n{}\n{}", name(passage.a.source), name(passage.b.source), passage.a.at.start);
        for side in [second, first] {
            let (line, column) = side.place;
            let date = dossier.sources[side.source].published.as_ref();
            let date = date.map_or("date unknown".to_owned(), |date| format!("published {}", date.words));
            let label = format!("its text has the passage at {line}:{column}; {date}");
            finding = finding.mark(dossier.sources[side.source].spot, label);
            finding.claims.extend(side.claims.iter().map(|id| dossier.claims.name(*id).to_owned()));
        }
        finding = finding.note(beginning(first, second));
        if passage.changed > 0 {
            finding =
                finding.note(format!("words changed, dropped or added between the two: {}", passage.changed));
        }
        found.push(finding.help("see both side by side with `gainsay reuse`"));
    }
    found.extend(court.alignment.reuse.widespread.iter().map(|it| widespread(court, it)));
}

/// How a passage begins.
fn beginning(first: &Side, second: &Side) -> Phrase {
    let words: Vec<&str> = first.text.split_whitespace().take(SHOWN).collect();
    Phrase::from("it begins: ").theirs(&[first.source, second.source], words.join(" ")).and(" …")
}

/// One finding for what stands in very many texts.
fn widespread(court: &Court, widespread: &Widespread) -> Finding {
    let dossier = court.dossier();
    let Widespread { sources, claims, longest } = widespread;
    let names: Vec<&str> = sources.iter().map(|id| dossier.sources.name(*id)).collect();
    let (count, shared) = (names.len(), longest.common);
    let (first, second) = (names.first().unwrap_or(&""), names.get(1).unwrap_or(&""));
    let message = format!(
        "`{first}`, `{second}` and {} share up to {shared} words, each with another of them, and declare no link",
        others(count.saturating_sub(2))
    );
    let mut finding = Finding::new(&RULE, message);
    finding.key = names.join("\n");
    finding.claims = claims.iter().map(|id| dossier.claims.name(*id).to_owned()).collect();
    for side in [&longest.a, &longest.b] {
        let (line, column) = side.place;
        let label = format!("its text has the longest passage at {line}:{column}");
        finding = finding.mark(dossier.sources[side.source].spot, label);
    }
    finding
        .note(beginning(&longest.a, &longest.b))
        .note(
            "claims whose quotes lie in it count as of one origin; it may be what each outlet says of itself",
        )
        .help("see the texts side by side with `gainsay reuse`")
}

fn others(count: usize) -> String {
    if count == 1 { "1 other".to_owned() } else { format!("{count} others") }
}
