//! The dossier's own files as a reader may see them: words of restricted sources are starred out where they stand.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml_parser::lexer::TokenKind;

use super::withheld::Gate;
use crate::load::keys::{ClaimKey, ClaimsFileKey, SourceKey, SourcesFileKey, TableKey};
use crate::model::Dossier;
use crate::model::problem::ProblemKind;
use crate::model::source::Access;
use crate::text::FileId;

/// The files of a dossier as a reader may see them.
pub(super) struct Masked<'a> {
    gate: Gate<'a>,
    /// Those that are shown as they are, whoever reads them.
    open: Vec<FileId>,
    /// By file, once it was asked for, where there is anything to withhold at all.
    masked: Option<Vec<OnceLock<Cow<'a, str>>>>,
}

impl<'a> Masked<'a> {
    pub(super) fn new(gate: Gate<'a>, open: &[FileId]) -> Self {
        let hides = !gate.is_open() && is_anything_restricted(gate.dossier());
        let masked = hides.then(|| gate.dossier().files.0.iter().map(|_| OnceLock::new()).collect());
        Masked { gate, open: open.to_vec(), masked }
    }

    /// The text of a file, in which a star stands for every byte that is withheld; lines and offsets are those of the file.
    pub(super) fn text(&self, file: FileId) -> &str {
        let text = self.gate.dossier().files.get(file).text.as_str();
        match &self.masked {
            Some(masked) if !self.open.contains(&file) => {
                masked[file.0 as usize].get_or_init(|| starred_out(self.gate, text))
            }
            _ => text,
        }
    }
}

/// The text of a file of a dossier that withholds something.
fn starred_out<'a>(gate: Gate<'a>, text: &'a str) -> Cow<'a, str> {
    let (root, errors) = DeTable::parse_recoverable(text);
    let withheld = match errors.is_empty() {
        true => withheld(gate, root.get_ref()),
        // Whose words they are cannot be told there.
        false => written(text),
    };
    match withheld.is_empty() {
        true => Cow::Borrowed(text),
        false => Cow::Owned(starred(text, withheld)),
    }
}

/// Whether some source is restricted, or may be: in a file that cannot be read.
fn is_anything_restricted(dossier: &Dossier) -> bool {
    let mut unread = dossier.problems.iter().filter(|it| it.kind == ProblemKind::MalformedFile);
    dossier.sources.iter().any(|(_, source)| source.is_restricted())
        || unread.any(|it| dossier.files.get(it.spot.file).text.contains(Access::Restricted.name()))
}

/// The values of all keys of restricted sources and of their claims that are not shown of every source.
fn withheld(gate: Gate, root: &DeTable) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let source_of_all = text(root, ClaimsFileKey::Source);
    if source_of_all.is_some_and(|name| is_restricted(gate, name)) {
        take::<ClaimsFileKey>(root, &mut found);
    }
    for (name, source) in
        root.get(SourcesFileKey::Source.name()).and_then(|it| it.get_ref().as_table()).into_iter().flatten()
    {
        let Some(table) = source.get_ref().as_table() else { continue };
        if is_restricted(gate, name.get_ref()) || !is_public(table) {
            take::<SourceKey>(table, &mut found);
        }
    }
    for claim in
        root.get(ClaimsFileKey::Claim.name()).and_then(|it| it.get_ref().as_array()).into_iter().flatten()
    {
        let Some(table) = claim.get_ref().as_table() else { continue };
        if text(table, ClaimKey::Source).or(source_of_all).is_none_or(|name| is_restricted(gate, name)) {
            take::<ClaimKey>(table, &mut found);
        }
    }
    found
}

/// Whether the words of a source of this name are withheld; one that nobody knows may be a restricted one, misspelt.
fn is_restricted(gate: Gate, name: &str) -> bool {
    gate.dossier().sources.find(name).is_none_or(|source| !gate.shows(source))
}

/// Whether a source's table does not restrict it; a word that says nothing may have been meant to.
fn is_public(source: &DeTable) -> bool {
    text(source, SourceKey::Access).is_none_or(|word| Access::named(word) == Some(Access::Public))
}

fn text<'t>(table: &'t DeTable, key: impl TableKey) -> Option<&'t str> {
    table.get(key.word()).and_then(|value| value.get_ref().as_str())
}

/// The values of a table under keys that hold words, and under those that are none: misspelt, they may hold words too.
fn take<K: TableKey>(table: &DeTable, found: &mut Vec<Range<usize>>) {
    let shown = |key: &str| K::TABLE.keys.iter().any(|known| known.name == key && !known.words);
    let hidden = table.iter().filter(|(key, _)| !shown(key.get_ref()));
    hidden.for_each(|(_, value)| leaves(value, found));
}

/// Where the words of a value stand: a table written with a header has no one place.
fn leaves(value: &Spanned<DeValue>, found: &mut Vec<Range<usize>>) {
    match value.get_ref() {
        DeValue::Array(items) => items.iter().for_each(|item| leaves(item, found)),
        DeValue::Table(table) => table.iter().for_each(|(_, value)| leaves(value, found)),
        _ => found.push(value.span()),
    }
}

/// All that is written in a file but keys that are known and what holds them together: its strings, closed or not, its
/// comments, and words that stand anywhere else.
fn written(text: &str) -> Vec<Range<usize>> {
    let tables = [ClaimsFileKey::TABLE, SourceKey::TABLE, ClaimKey::TABLE];
    let is_known = |word: &str| tables.iter().any(|table| table.keys.iter().any(|key| key.name == word));
    let tokens = toml_parser::Source::new(text).lex();
    let words = tokens.map(|token| (token.kind(), token.span().start()..token.span().end()));
    let words = words.filter(|(kind, at)| match kind {
        TokenKind::Comment
        | TokenKind::LiteralString
        | TokenKind::BasicString
        | TokenKind::MlLiteralString
        | TokenKind::MlBasicString => true,
        TokenKind::Atom => !is_known(&text[at.clone()]),
        _ => false,
    });
    words.map(|(_, at)| at).collect()
}

/// The text with a star for each byte of some stretches, but for line ends.
fn starred(text: &str, mut stretches: Vec<Range<usize>>) -> String {
    stretches.sort_by_key(|it| it.start);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for stretch in stretches.into_iter().filter(|it| it.end <= text.len()) {
        let start = stretch.start.max(at);
        if start >= stretch.end {
            continue;
        }
        out.push_str(&text[at..start]);
        for c in text[start..stretch.end].chars() {
            match c {
                '\n' | '\r' => out.push(c),
                _ => (0..c.len_utf8()).for_each(|_| out.push('*')),
            }
        }
        at = stretch.end;
    }
    out.push_str(&text[at..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::from_texts;
    use crate::view::withheld::Reader;

    const OPEN: &str = "[dossier]\ntitle = \"A\"\n";
    const SOURCES: &str = "[source.herald]\ntitle = \"H\"\naccess = \"restricted\"\nurl = \"secret\" # here\nurll = \"secret\"\n\
                           author = [\"secret é\",\r\n  'secret']\nnote = \"\"\"\nsecret\nsecret\"\"\"\n\
                           [source.courier]\ntitle = \"C\"\nnote = \"open\"\n";
    const CLAIMS: &str = "source = \"herald\"\nnote = \"secret\"\n[[claim]]\nquestion = \"a/b\"\nvalue = \"3\"\nquote = \"secret\"\n\
                          [[claim]]\nsource = \"courier\"\nquote = \"open\"\n[[claim]]\nsource = \"heralt\"\nquote = \"secret\"\n\
                          [[claim]]\nquestion = \"a/b\"\n[claim.quote]\nwords = \"secret\"\n";

    fn seen(files: &[(&str, &str)], reader: Reader) -> Vec<(String, String)> {
        let dossier = from_texts(files);
        let masked = Masked::new(Gate::new(&dossier, reader), &[]);
        let files = dossier.files.0.iter().enumerate();
        files.map(|(index, file)| (file.path.clone(), masked.text(FileId(index as u32)).to_owned())).collect()
    }

    #[test]
    fn words_of_a_restricted_source_are_starred_and_nothing_moves() {
        let files = [("gainsay.toml", OPEN), ("sources/a.toml", SOURCES), ("claims/a.toml", CLAIMS)];
        for (path, shown) in seen(&files, Reader::Anyone) {
            let (_, text) = files.iter().find(|(name, _)| *name == path).unwrap();
            assert!(!shown.contains("secret"), "{shown}");
            assert_eq!(shown.len(), text.len());
            let ends = |text: &str| text.match_indices(['\n', '\r']).map(|(at, _)| at).collect::<Vec<_>>();
            assert_eq!(ends(&shown), ends(text));
            for kept in ["# here", "\"open\"", "\"H\"", "value = \"3\"", "\"heralt\""] {
                assert_eq!(shown.contains(kept), text.contains(kept), "{kept} in {shown}");
            }
        }
    }

    #[test]
    fn the_desk_sees_the_files_as_they_are() {
        let files = [("gainsay.toml", OPEN), ("sources/a.toml", SOURCES), ("claims/a.toml", CLAIMS)];
        for (path, shown) in seen(&files, Reader::Desk) {
            assert!(files.contains(&(path.as_str(), shown.as_str())));
        }
    }

    #[test]
    fn nothing_is_shown_of_what_a_broken_file_says() {
        let broken = "[source.herald]\naccess = \"restricted\"\nurl = \"secret\"\nnote = \"secret\nauthor = secret\n# secret\n";
        let shown = seen(&[("gainsay.toml", OPEN), ("sources/a.toml", broken)], Reader::Anyone);
        let (_, text) = shown.iter().find(|(path, _)| path == "sources/a.toml").unwrap();
        assert!(
            !text.contains("secret") && text.starts_with("[source.******]\naccess = ************\nurl = "),
            "{text}"
        );
        assert_eq!(text.len(), broken.len());
    }
}
