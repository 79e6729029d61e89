//! Trees drawn with lines, for people.

use super::line::Line;
use super::screen::Screen;

/// A text with what hangs from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tree {
    pub(crate) text: Line,
    /// Said below the text, before the branches.
    pub(crate) below: Vec<Line>,
    pub(crate) branches: Vec<Tree>,
}

impl Tree {
    pub(crate) fn new(text: impl Into<Line>) -> Self {
        Tree { text: text.into(), below: Vec::new(), branches: Vec::new() }
    }

    pub(crate) fn below(mut self, text: Option<impl Into<Line>>) -> Self {
        self.below.extend(text.map(Into::into));
        self
    }

    pub(crate) fn branches(mut self, branches: Vec<Tree>) -> Self {
        self.branches = branches;
        self
    }
}

/// Draws a tree, every line `indent` columns in.
pub(crate) fn draw(out: &mut String, tree: &Tree, screen: Screen, indent: usize) {
    // Each open node with what stands before its first line and before those that follow.
    let mut open = vec![(tree, " ".repeat(indent), " ".repeat(indent))];
    while let Some((node, first, rest)) = open.pop() {
        let under = if node.branches.is_empty() { format!("{rest}  ") } else { format!("{rest}│ ") };
        // All that a tree is drawn with takes one column a character.
        let columns = under.chars().count();
        let (first_room, room) = (screen.beside(columns - 2), screen.beside(columns));
        let mut lead = first;
        for line in node.text.flowing().wrapped(first_room, room) {
            put(out, &lead, &line, screen);
            lead.clone_from(&under);
        }
        for text in &node.below {
            text.flowing().wrapped(room, room).iter().for_each(|line| put(out, &under, line, screen));
        }
        let last = node.branches.len().saturating_sub(1);
        for (index, branch) in node.branches.iter().enumerate().rev() {
            let (mark, bar) = if index == last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
            open.push((branch, format!("{rest}{mark}"), format!("{rest}{bar}")));
        }
    }
}

fn put(out: &mut String, lead: &str, line: &Line, screen: Screen) {
    out.push_str(lead);
    line.show(out, screen.paint);
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::term::style::Paint;

    fn drawn(tree: &Tree, width: usize) -> String {
        let mut out = String::new();
        draw(&mut out, tree, Screen { paint: Paint::Off, width }, 1);
        out
    }

    #[test]
    fn branches_hang_from_their_node_and_texts_wrap_beside_the_lines() {
        let leaf = Tree::new("in the herald").below(Some("“three were killed”"));
        let tree = Tree::new("the mayor")
            .branches(vec![leaf.clone(), Tree::new("the courier, which says so twice").branches(vec![leaf])]);
        let expected = " the mayor\n ├─ in the herald\n │    “three were killed”\n └─ the courier, which\n    \
                        │ says so twice\n    └─ in the herald\n         “three were killed”\n";
        // The last line is longer than asked: below twenty columns a text is no longer read but deciphered.
        assert_eq!(drawn(&tree, 26), expected);
    }

    #[test]
    fn a_text_that_goes_on_below_its_node_stays_within_the_width() {
        let tree = Tree::new("three were killed there, says the mayors");
        assert_eq!(drawn(&tree, 24), " three were killed\n   there, says the\n   mayors\n");
    }
}
