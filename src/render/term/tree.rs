//! Trees drawn with lines, for people.

use std::fmt::Write;

/// A line or two of text with what hangs from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tree {
    pub(crate) text: String,
    /// Said below the text, before the branches.
    pub(crate) below: Vec<String>,
    pub(crate) branches: Vec<Tree>,
}

impl Tree {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Tree { text: text.into(), below: Vec::new(), branches: Vec::new() }
    }

    pub(crate) fn below(mut self, text: Option<String>) -> Self {
        self.below.extend(text);
        self
    }

    pub(crate) fn branches(mut self, branches: Vec<Tree>) -> Self {
        self.branches = branches;
        self
    }
}

/// Draws a tree, wrapped to `width` columns, every line after `indent`.
pub(crate) fn draw(out: &mut String, tree: &Tree, width: usize, indent: &str) {
    // Each open node with what stands before its first line and before those that follow.
    let mut open = vec![(tree, indent.to_owned(), indent.to_owned())];
    while let Some((node, first, rest)) = open.pop() {
        let under = if node.branches.is_empty() { format!("{rest}  ") } else { format!("{rest}│ ") };
        let mut lead = first;
        for line in lines(&node.text, width.saturating_sub(rest.chars().count())) {
            let _ = writeln!(out, "{lead}{line}");
            lead.clone_from(&under);
        }
        for text in &node.below {
            for line in lines(text, width.saturating_sub(under.chars().count())) {
                let _ = writeln!(out, "{under}{line}");
            }
        }
        let last = node.branches.len().saturating_sub(1);
        for (index, branch) in node.branches.iter().enumerate().rev() {
            let (mark, bar) = if index == last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
            open.push((branch, format!("{rest}{mark}"), format!("{rest}{bar}")));
        }
    }
}

/// A text cut into lines of at most `width` columns, at least 20.
fn lines(text: &str, width: usize) -> Vec<String> {
    crate::render::term::layout::wrapped(text, width.max(20), "").lines().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn branches_hang_from_their_node_and_texts_wrap_beside_the_lines() {
        let leaf = Tree::new("in the herald").below(Some("“three were killed”".to_owned()));
        let tree = Tree::new("the mayor")
            .branches(vec![leaf.clone(), Tree::new("the courier, which says so twice").branches(vec![leaf])]);
        let mut out = String::new();
        draw(&mut out, &tree, 26, " ");
        let expected = " the mayor\n ├─ in the herald\n │    “three were killed”\n └─ the courier, which\n    \
                        │ says so twice\n    └─ in the herald\n         “three were killed”\n";
        // The last line is longer than asked: below twenty columns a text is no longer read but deciphered.
        assert_eq!(out, expected);
    }
}
