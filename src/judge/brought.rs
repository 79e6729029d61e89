//! What a change brings: which findings are new or not what they were, with marks at the lines that it adds ahead of all others.

use std::collections::BTreeMap;
use std::ops::Range;

use super::court::Court;
use super::finding::{Finding, Mark};
use super::label::Label;
use crate::text::{FileId, Files, Spot, added_lines};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What became of a finding since a revision.
    pub enum Turn {
        /// There was none of its rule, its question and its claims.
        New = "new",
        /// There was one, and it said something else, was explained otherwise, or marked other words.
        Changed = "changed",
        /// There was the same.
        Unchanged = "unchanged",
    }
}

/// What became of a finding, and where it stands.
pub(crate) struct Brought {
    pub(crate) turn: Turn,
    /// The first is the main one: of what the change brings, a line that it adds, where there is one.
    pub(crate) marks: Vec<Mark>,
}

/// What became of each finding of a dossier since it was as another, in their order.
// Growth: with the findings, and with the lines of the files that those which the change brings stand in.
pub(crate) fn brought(before: (&Court, &[Finding]), after: (&Court, &[Finding])) -> Vec<Brought> {
    let turns = turns(before, after);
    let mut added = Added::new(&before.0.dossier().files, &after.0.dossier().files);
    let each = after.1.iter().zip(turns).map(|(finding, turn)| {
        let marks = match turn {
            Turn::Unchanged => finding.marks.clone(),
            Turn::New | Turn::Changed => placed(finding, before.0, after.0, &mut added),
        };
        Brought { turn, marks }
    });
    each.collect()
}

fn turns(before: (&Court, &[Finding]), after: (&Court, &[Finding])) -> Vec<Turn> {
    // All that it says, by what it is.
    let mut was: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for finding in before.1 {
        was.entry(finding.fingerprint()).or_default().push(said(finding, before.0));
    }
    let mut turns = vec![Turn::New; after.1.len()];
    let mut others = Vec::new();
    for (at, finding) in after.1.iter().enumerate() {
        let Some(list) = was.get_mut(&finding.fingerprint()) else { continue };
        let said = said(finding, after.0);
        match list.iter().position(|was| *was == said) {
            Some(same) => {
                list.swap_remove(same);
                turns[at] = Turn::Unchanged;
            }
            None => others.push(at),
        }
    }
    for at in others {
        let left = was.get_mut(&after.1[at].fingerprint()).and_then(Vec::pop);
        turns[at] = if left.is_some() { Turn::Changed } else { Turn::New };
    }
    turns
}

/// All that a finding says and marks, to tell it from others. It is not to be shown.
fn said(finding: &Finding, court: &Court) -> String {
    let Finding { message, notes, marks, explained, level, by, .. } = finding;
    let mut said = format!("{level}\n{by:?}\n{explained:?}\n{}", message.whole());
    for mark in marks {
        let words = court.dossier().files.get(mark.spot.file).text.get(mark.spot.range());
        let label = mark.label.phrase(court.dossier()).whole();
        said.extend(["\n", &label, "\n", words.unwrap_or_default()]);
    }
    notes.iter().for_each(|note| said.extend(["\n", &note.whole()]));
    said
}

/// How a mark stands to the change; the least goes first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// On a line that it adds, at a claim that it adds.
    NewClaim,
    /// On another line that it adds.
    Line,
    /// In a table of which it adds a line.
    Table,
    Elsewhere,
}

/// The marks of a finding that a change brings, those on the lines that it adds first: of a pair the claim that is new. Where it
/// adds a line to what is marked, that line is marked too.
fn placed(finding: &Finding, before: &Court, after: &Court, added: &mut Added) -> Vec<Mark> {
    let dossier = after.dossier();
    let claims = finding.claims.iter().filter_map(|name| dossier.claims.find(name));
    let claims: Vec<_> = claims.collect();
    let is_new = |name: &str| before.dossier().claims.find(name).is_none();
    let new_spots: Vec<Spot> = claims
        .iter()
        .filter(|id| is_new(dossier.claims.name(**id)))
        .map(|id| &dossier.claims[*id])
        .flat_map(|claim| [Some(claim.value_spot), Some(claim.spot), claim.quote.as_ref().map(|it| it.spot)])
        .flatten()
        .collect();
    let mut place = |mark: &Mark| match (added.has(mark.spot), new_spots.contains(&mark.spot)) {
        (true, true) => Place::NewClaim,
        (true, false) => Place::Line,
        (false, _) if added.beside(mark.spot).is_some() => Place::Table,
        (false, _) => Place::Elsewhere,
    };
    let mut marks: Vec<(Place, Mark)> =
        finding.marks.iter().map(|mark| (place(mark), mark.clone())).collect();
    marks.sort_by_key(|(place, _)| *place);
    let first = marks.first().map_or(Place::Elsewhere, |(place, _)| *place);
    let beside = marks.first().and_then(|(_, mark)| added.beside(mark.spot));
    let mut marks: Vec<Mark> = marks.into_iter().map(|(_, mark)| mark).collect();
    if first == Place::NewClaim {
        return marks;
    }
    // One of very many claims may have no mark, and a finding about a source has none at its claims.
    let unmarked = |id: &&_| marks.iter().all(|mark| mark.spot != dossier.claims[**id].value_spot);
    let brought = claims.iter().filter(unmarked).find(|id| {
        let is_sooner = first > Place::Line || is_new(dossier.claims.name(**id));
        is_sooner && added.has(dossier.claims[**id].value_spot)
    });
    match (brought, beside) {
        (Some(id), _) => {
            marks.insert(0, Mark { spot: dossier.claims[*id].value_spot, label: Label::Claim(*id) })
        }
        (None, Some(spot)) if first == Place::Table => {
            marks.insert(0, Mark { spot, label: "changed here".into() })
        }
        (None, _) => {}
    }
    marks
}

/// The lines that a change adds, file by file, found when a file is first asked for.
struct Added<'a> {
    before: BTreeMap<&'a str, &'a str>,
    after: &'a Files,
    files: BTreeMap<FileId, AddedTo>,
}

/// What is added to one file.
struct AddedTo {
    /// The offset of each line.
    starts: Vec<usize>,
    /// The numbers of the lines that are added, from 0.
    lines: Vec<Range<usize>>,
    /// The lines at which tables begin.
    tables: Vec<usize>,
}

impl<'a> Added<'a> {
    fn new(before: &'a Files, after: &'a Files) -> Self {
        let before = before.0.iter().map(|file| (file.path.as_str(), file.text.as_str())).collect();
        Added { before, after, files: BTreeMap::new() }
    }

    /// Whether the line is added on which a spot begins.
    fn has(&mut self, spot: Spot) -> bool {
        let file = self.file(spot.file);
        file.has(file.line(spot))
    }

    /// The first line that is added to the table around a spot.
    fn beside(&mut self, spot: Spot) -> Option<Spot> {
        let text = self.after.get(spot.file).text.as_str();
        let file = self.file(spot.file);
        let next = file.tables.partition_point(|line| *line <= file.line(spot));
        let from = next.checked_sub(1).map_or(0, |at| file.tables[at] + 1);
        let end = file.tables.get(next).copied().unwrap_or(file.starts.len());
        let runs = &file.lines[file.lines.partition_point(|run| run.end <= from)..];
        let line = runs.iter().take_while(|run| run.start < end).find_map(|run| {
            let words = |line: &usize| {
                let line = text[file.starts[*line]..].lines().next().unwrap_or_default();
                !line.trim().is_empty() && !line.trim_start().starts_with('#')
            };
            (run.start.max(from)..run.end.min(end)).find(words)
        })?;
        let start = file.starts[line];
        let line = text[start..].lines().next().unwrap_or_default();
        let start = start + line.len() - line.trim_start().len();
        Some(Spot::new(spot.file, &(start..start + line.trim().len())))
    }

    fn file(&mut self, id: FileId) -> &AddedTo {
        let Added { before, after, files } = self;
        files.entry(id).or_insert_with(|| {
            let file = after.get(id);
            AddedTo::new(before.get(file.path.as_str()).copied().unwrap_or_default(), &file.text)
        })
    }
}

impl AddedTo {
    fn new(before: &str, after: &str) -> Self {
        let starts = std::iter::once(0).chain(after.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let tables = after.lines().enumerate().filter(|(_, line)| begins_a_table(line));
        AddedTo { starts, lines: added_lines(before, after), tables: tables.map(|(line, _)| line).collect() }
    }

    fn line(&self, spot: Spot) -> usize {
        self.starts.partition_point(|start| *start <= spot.start as usize) - 1
    }

    fn has(&self, line: usize) -> bool {
        let next = self.lines.partition_point(|run| run.start <= line);
        next.checked_sub(1).is_some_and(|at| self.lines[at].contains(&line))
    }
}

/// Whether a line is the header of a table that is no part of the one before: a claim's own tables are.
fn begins_a_table(line: &str) -> bool {
    let line = line.trim_start();
    let name = line.strip_prefix("[[").or(line.strip_prefix('['));
    name.is_some_and(|name| name.trim_start().starts_with(|c: char| c.is_ascii_alphabetic()))
        && !["[claim.", "[assessment."].iter().any(|own| line.starts_with(own))
}

#[cfg(test)]
mod tests {
    use super::{Turn, brought};
    use crate::judge::tests::{DISPUTED, EXPLAINED, Texts, aligned, loaded, owned, with};
    use crate::judge::{Court, judge};

    /// What became of the findings of a rule, each with the line that it stands on and what is said there.
    fn became(rule: &str, before: &Texts, after: &Texts) -> Vec<(Turn, String, String)> {
        let (old, new) = (loaded(before), loaded(after));
        let (old, new) = (aligned(&old), aligned(&new));
        let (old, new) = (Court::new(&old, 20_000), Court::new(&new, 20_000));
        let (were, are) = (judge(&old), judge(&new));
        let all = are.iter().zip(brought((&old, &were), (&new, &are)));
        let of_rule = all.filter(|(finding, _)| finding.rule.name == rule);
        let told = of_rule.map(|(finding, brought)| {
            let mut spots: Vec<_> = brought.marks.iter().map(|mark| mark.spot).collect();
            spots.dedup();
            assert!(spots.len() >= finding.marks.len(), "each place is still there");
            let main = &brought.marks[0];
            let file = new.dossier().files.get(main.spot.file);
            let line = file.text[..main.spot.start as usize].matches('\n').count();
            let line = file.text.lines().nth(line).unwrap();
            (brought.turn, format!("{}: {line}", file.path), main.label.phrase(new.dossier()).whole())
        });
        told.collect()
    }

    const THIRD: &str = "[[claim]]\nid = \"again\"\nsource = \"herald\"\nquestion = \"fire/country\"\nvalue = \"arvo\"\nquote = \"Arvo\"\n";

    #[test]
    fn of_a_pair_the_claim_that_is_new_stands_first() {
        let after = owned(DISPUTED);
        for (gone, value) in [("courier", "belmar"), ("herald", "arvo")] {
            let claim = |text: &str| {
                let start = text.find(&format!("[[claim]]\nsource = \"{gone}\"")).unwrap();
                let end = text[start + 1..].find("[[claim]]").map_or(text.len(), |at| start + 1 + at);
                format!("{}{}", &text[..start], &text[end..])
            };
            let before: Texts = after
                .iter()
                .map(|(path, text)| {
                    (*path, if *path == "claims/a.toml" { claim(text) } else { text.clone() })
                })
                .collect();
            let became = became("contradiction", &before, &after);
            assert_eq!(became.len(), 1);
            let (turn, place, label) = &became[0];
            assert_eq!((*turn, place.as_str()), (Turn::New, &*format!("claims/a.toml: value = \"{value}\"")));
            assert!(label.contains(&format!("`{gone}`")), "{label}");
        }
    }

    #[test]
    fn a_file_that_moves_brings_nothing_and_a_new_claim_stands_before_what_moved() {
        let before = owned(DISPUTED);
        let mut after = before.clone();
        after.iter_mut().filter(|it| it.0 == "claims/a.toml").for_each(|it| it.0 = "claims/moved.toml");
        let moved = became("contradiction", &before, &after);
        assert_eq!(moved.iter().map(|it| it.0).collect::<Vec<_>>(), [Turn::Unchanged]);
        after.push(("claims/z.toml", THIRD.to_owned()));
        let joined = became("contradiction", &before, &after);
        assert!(
            joined.iter().all(|it| it.0 == Turn::New && it.1 == "claims/z.toml: value = \"arvo\""),
            "{joined:?}"
        );
        assert!(!joined.is_empty());
    }

    #[test]
    fn what_is_explained_anew_has_changed_and_what_stays_explained_has_not() {
        let (open, explained) = (owned(DISPUTED), owned(EXPLAINED));
        let turn = |before: &Texts, after: &Texts| became("contradiction", before, after)[0].0;
        assert_eq!(turn(&open, &explained), Turn::Changed);
        assert_eq!(turn(&explained, &open), Turn::Changed);
        assert_eq!(turn(&explained, &explained), Turn::Unchanged);
        let other = with(&explained, "two officials", "two ministers");
        assert_eq!(turn(&explained, &other), Turn::Changed);
    }

    #[test]
    fn where_another_key_brings_it_that_line_stands_first() {
        let after = owned(DISPUTED);
        let before = with(&after, "value = \"belmar\"\n", "value = \"belmar\"\nmodality = \"projected\"\n");
        let after = with(&before, "modality = \"projected\"", "modality = \"stated\"");
        let became = became("contradiction", &before, &after);
        assert_eq!(became.len(), 1, "{became:?}");
        assert_eq!(became[0].1, "claims/a.toml: modality = \"stated\"");
        assert_eq!(became[0].2, "changed here");
    }

    #[test]
    fn the_claim_that_joins_very_many_stands_first_though_they_have_marks_for_few() {
        let mut before = owned(DISPUTED);
        let claim = |n: usize| THIRD.replace("again", &format!("c{n}"));
        before.push(("claims/b.toml", (0..20).map(claim).collect()));
        let mut after = before.clone();
        after.push(("claims/z.toml", THIRD.replace("again", "z")));
        let became = became("contradiction", &before, &after);
        assert!(became.iter().all(|it| it.1 == "claims/z.toml: value = \"arvo\""), "{became:?}");
        assert!(!became.is_empty());
    }
}
