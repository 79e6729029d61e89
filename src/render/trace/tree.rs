//! Chains of attribution as trees: of one claim outwards to its origin, of a question from its origins to the sources.

use std::collections::BTreeMap;

use super::whom::{Whom, whom};
use crate::render::position::standing_behind;
use crate::render::term::{Line, Screen, Style, Tree, draw};
use crate::view::name::{ClaimName, Who};
use crate::view::position::HeldPosition;
use crate::view::trace::{Chain, Hop, Role, Stage, Trace, TraceOf};

/// A way of more hops than this is cut.
const MOST_HOPS: usize = 64;

/// Of a claim its way, of a question its positions, each with its origins.
pub(crate) fn render(out: &mut String, view: &Trace, screen: Screen) {
    let head = Line::styled(Style::Heading, view.question.as_str());
    screen.line(out, head.and(format!("  {}", view.ask)));
    match view.asked {
        TraceOf::Claim => claims(out, view, screen),
        TraceOf::Question => positions(out, view, screen),
    }
}

/// Each claim with its way, and the positions that it is of.
fn claims(out: &mut String, view: &Trace, screen: Screen) {
    for chain in &view.chains {
        one_claim(out, chain, screen);
    }
    for position in &view.positions {
        let behind = standing_behind(position);
        screen.paragraph(out, 0, format!("in the position {}: {behind}", position.label));
    }
}

/// Each position with its origins, and the claims that hold none.
fn positions(out: &mut String, view: &Trace, screen: Screen) {
    for position in &view.positions {
        out.push('\n');
        screen.line(out, Line::styled(Style::Heading, &position.label));
        screen.paragraph(out, 2, standing_behind(position));
        for tree in origins(view, position) {
            draw(out, &tree, screen, 2);
        }
        let allowing = position.claims.iter().filter(|claim| !position.supporting.contains(claim));
        let allowing: Vec<Tree> = grown(allowing.filter_map(|claim| view.chain(claim))).collect();
        if !allowing.is_empty() {
            screen.line(out, Line::new("  ").run(Style::Dim, "allowed, not supported, by"));
        }
        allowing.iter().for_each(|tree| draw(out, tree, screen, 2));
    }
    let aside = view.chains.iter().filter_map(|chain| Some((chain, chain.aside?)));
    let aside: Vec<String> = aside.map(|(chain, why)| format!("{} ({why})", said(chain))).collect();
    if !aside.is_empty() {
        out.push('\n');
        screen.line(out, Line::styled(Style::Heading, "hold no position"));
        aside.iter().for_each(|line| screen.paragraph(out, 2, line.as_str()));
    }
    if view.chains.is_empty() {
        screen.line(out, "no source speaks of it");
    }
}

fn said(chain: &Chain) -> String {
    format!("{} ({})", chain.words, chain.claim)
}

/// The claim, its quote, and its way outwards, nearest first.
fn one_claim(out: &mut String, chain: &Chain, screen: Screen) {
    out.push('\n');
    let head = Line::styled(Style::Heading, &chain.words).and("  ");
    screen.line(out, head.run(Style::Dim, chain.claim.as_str()));
    // Stages stand behind those that they are reached from, so from the last back each finds its branches made.
    let mut made: BTreeMap<&ClaimName, Vec<Tree>> = BTreeMap::new();
    for stage in chain.onward.iter().rev() {
        let mut branches = made.remove(&stage.claim).unwrap_or_default();
        branches.reverse();
        let mut tree = outwards(&stage.hops, stage.quote.as_deref(), branches);
        tree.text = Line::new(format!("leads on to {} ({}): ", stage.claim, stage.words)).join(&tree.text);
        made.entry(&stage.from).or_default().push(tree);
    }
    let mut branches = made.remove(&chain.claim).unwrap_or_default();
    branches.reverse();
    draw(out, &outwards(&chain.hops, chain.quote.as_deref(), branches), screen, 2);
    screen.paragraph(out, 2, conclusion(chain));
}

fn conclusion(chain: &Chain) -> String {
    if chain.ring {
        return "no origin: the way leads into a ring of citations".to_owned();
    }
    let mut text = match chain.established {
        true => format!("origin: {}", chain.origin_name),
        false => format!("origin, not established: {}", chain.origin_name),
    };
    if chain.party {
        text.push_str(", party to the event");
    }
    if !chain.tied.is_empty() {
        let tied: Vec<&str> = chain.tied.iter().map(ClaimName::as_str).collect();
        text.push_str(&format!("; counted together with what it rests on: {}", tied.join(", ")));
    }
    text
}

/// Hops as a chain of nodes, and the branches at its end.
fn outwards(hops: &[Hop], quote: Option<&str>, branches: Vec<Tree>) -> Tree {
    let last = hops.len() - 1;
    let mut branches = branches;
    for (index, hop) in hops.iter().enumerate().skip(1).rev() {
        let role = match hop.role {
            Role::Publisher if last == 1 => "publisher, in its own voice",
            Role::Publisher => "publisher",
            Role::Via => "passes it on",
            Role::Source | Role::Speaker if index == last => "says so",
            Role::Source | Role::Speaker => "reports it",
        };
        let mut remarks = vec![role.to_owned()];
        remarks.extend(marks(hop));
        branches = vec![Tree::new(format!("{} ({})", hop.name, remarks.join("; "))).branches(branches)];
    }
    let mut remarks = vec![format!("source `{}`", hops[0].held.join(", "))];
    remarks.extend(marks(&hops[0]));
    let text = format!("{} ({})", hops[0].name, remarks.join("; "));
    Tree::new(text).below(quote.map(|quote| format!("“{quote}”"))).branches(branches)
}

/// What is worth knowing of a hop before one relies on it.
fn marks(hop: &Hop) -> Vec<String> {
    let mut said: Vec<String> = hop
        .derived_from
        .iter()
        .map(|from| format!("says itself that it {} `{}`", from.how, from.source))
        .collect();
    if !hop.named && hop.id != Who::Unknown {
        said.push("not named".to_owned());
    }
    if hop.party {
        said.push("party to the event".to_owned());
    }
    if matches!(hop.role, Role::Via | Role::Speaker) && hop.named && hop.held.is_empty() {
        said.push("its own text is not in the dossier".to_owned());
    }
    said
}

/// The origins behind a position side by side, each with its way to the sources.
fn origins(view: &Trace, position: &HeldPosition) -> Vec<Tree> {
    let mut trees = Vec::new();
    for group in &position.groups {
        let mut roots: Vec<Tree> = grown(group.iter().filter_map(|claim| view.chain(claim))).collect();
        match roots.len() {
            0 | 1 => trees.append(&mut roots),
            _ => trees.push(Tree::new("counted as one").branches(roots)),
        }
    }
    trees
}

/// The ways of some claims from their origins, put together where they begin alike.
fn grown<'a>(chains: impl Iterator<Item = &'a Chain>) -> impl Iterator<Item = Tree> {
    let mut roots: Vec<Grown> = Vec::new();
    for chain in chains {
        grow(&mut roots, inwards(chain));
    }
    roots.into_iter().map(Grown::tree)
}

/// What tells one stop on a way from others.
#[derive(PartialEq, Eq)]
enum Stop<'a> {
    Claim(&'a ClaimName),
    Whom(Whom<'a>),
    Ring,
}

/// A tree as it is put together from ways that begin alike.
struct Grown<'a> {
    stop: Stop<'a>,
    node: Tree,
    branches: Vec<Grown<'a>>,
}

impl Grown<'_> {
    fn tree(self) -> Tree {
        // Ways are cut at so many hops, so this does not run deep.
        self.node.branches(self.branches.into_iter().map(Grown::tree).collect())
    }
}

fn grow<'a>(roots: &mut Vec<Grown<'a>>, way: Vec<(Stop<'a>, Tree)>) {
    let mut level = roots;
    for (stop, node) in way {
        let index = level.iter().position(|known| known.stop == stop).unwrap_or_else(|| {
            level.push(Grown { stop, node, branches: Vec::new() });
            level.len() - 1
        });
        level = &mut level[index].branches;
    }
}

/// The way from the origin of a claim to its source: each stop with its node.
fn inwards(chain: &Chain) -> Vec<(Stop<'_>, Tree)> {
    let mut stops: Vec<(Stop, Tree)> = Vec::new();
    let (mut claim, mut words, mut quote, mut hops) = (&chain.claim, &chain.words, &chain.quote, &chain.hops);
    let mut in_own_voice;
    loop {
        stops.push((Stop::Claim(claim), text_node(claim, words, quote.as_deref(), hops)));
        in_own_voice = hops.len() == 2;
        stops.extend(hops[2..].iter().map(|hop| (Stop::Whom(whom(claim, hop)), agent_node(hop))));
        let onward = chain.onward.iter().find(|stage| stage.from == *claim);
        let Some(Stage { claim: next, words: said, quote: quoted, hops: further, .. }) = onward else {
            break;
        };
        if stops.len() > MOST_HOPS {
            break;
        }
        // The publisher of the next source is shown with it.
        if stops.last().is_some_and(|(known, _)| *known == Stop::Whom(whom(next, &further[1]))) {
            stops.pop();
        }
        (claim, words, quote, hops) = (next, said, quoted, further);
    }
    let root = match chain.ring {
        true => Some((Stop::Ring, Tree::new("a ring of citations: nobody said it first"))),
        false if in_own_voice && hops[1].id == chain.origin => {
            let marks: Vec<String> = [vec!["its own voice".to_owned()], marks(&hops[1])].concat();
            let node = Tree::new(format!("{} ({})", hops[1].name, marks.join("; ")));
            Some((Stop::Whom(whom(claim, &hops[1])), node))
        }
        false if hops.last().is_some_and(|hop| hop.id == chain.origin) => None,
        false => Some((Stop::Whom(Whom::Known(&chain.origin)), Tree::new(conclusion_root(chain)))),
    };
    stops.extend(root);
    stops.reverse();
    stops
}

fn conclusion_root(chain: &Chain) -> String {
    let party = if chain.party { " (party to the event)" } else { "" };
    format!("{}{party}", chain.origin_name)
}

fn agent_node(hop: &Hop) -> Tree {
    let marks = marks(hop);
    match marks.is_empty() {
        true => Tree::new(hop.name.clone()),
        false => Tree::new(format!("{} ({})", hop.name, marks.join("; "))),
    }
}

fn text_node(claim: &ClaimName, words: &str, quote: Option<&str>, hops: &[Hop]) -> Tree {
    let mut remarks = vec![hops[1].name.clone()];
    remarks.extend(marks(&hops[0]));
    let text = format!("{words} ({claim}; {})", remarks.join("; "));
    Tree::new(text).below(quote.map(|quote| format!("“{quote}”")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::Alignment;
    use crate::align::looked::Looked;
    use crate::judge::Court;
    use crate::load::from_texts;
    use crate::render::term::Paint;
    use crate::view::withheld::Reader;

    const DOSSIER: [(&str, &str); 3] = [
        ("gainsay.toml", "[dossier]\ntitle = \"A fire\"\n"),
        (
            "sources/a.toml",
            r#"
            [source]
            herald = { title = "Fire", publisher = "herald", published = "2024-03-01" }
            wire = { title = "Wire", publisher = "agency", published = "2024-03-01" }
            courier = { title = "Mill", publisher = "courier", published = "2024-03-02", derived-from = [{ source = "wire", how = "translates" }] }
            [agent]
            herald = { name = "The Herald" }
            courier = { name = "The Courier" }
            agency = { name = "The Agency" }
            mayor = { name = "the mayor", party-to = ["fire"] }
            aide = { name = "an aide", named = false }
            "#,
        ),
        (
            "claims/a.toml",
            r#"
            [event.fire]
            title = "Fire"
            [event.fire.question.killed]
            ask = "How many?"
            type = "count"
            [[claim]]
            source = "wire"
            question = "fire/killed"
            value = 3
            quote = "three, the mayor said"
            said-by = "mayor"
            [[claim]]
            source = "herald"
            question = "fire/killed"
            value = 3
            quote = "3, according to the Agency"
            said-by = "agency"
            [[claim]]
            source = "courier"
            question = "fire/killed"
            value = "three"
            quote = "drei"
            [[claim]]
            source = "herald"
            id = "more"
            question = "fire/killed"
            value = 5
            quote = "five, an aide said"
            said-by = "aide"
            "#,
        ),
    ];

    fn traced(only: Option<&str>) -> String {
        let dossier = from_texts(&DOSSIER);
        let alignment = Alignment::new(&dossier, Looked::nothing(&dossier));
        let court = Court::new(&alignment, 0);
        let question = dossier.questions.find("fire/killed").expect("the question is there");
        let claim = only.map(|name| dossier.claims.find(name).expect("the claim is there"));
        let mut out = String::new();
        render(
            &mut out,
            &Trace::new(&court, question, claim, Reader::Anyone),
            Screen { paint: Paint::Off, width: 100 },
        );
        out
    }

    #[test]
    fn a_question_shows_each_position_with_its_origins_side_by_side() {
        let text = traced(None);
        // The mayor is the one origin of all three; the text of the agency stands between him and two of them.
        assert!(
            text.starts_with("fire/killed  How many?\n\nthree · 3\n  3 sources, 1 independent origin\n"),
            "{text}"
        );
        assert_eq!(
            text.matches("the mayor (party to the event; its own text is not in the dossier)").count(),
            1,
            "{text}"
        );
        assert!(text.contains("  └─ 3 (wire#killed; The Agency)\n"), "{text}");
        assert!(
            text.contains(
                "     ├─ three (courier#killed; The Courier; says itself that it translates `wire`)\n"
            ),
            "{text}"
        );
        assert!(
            text.contains("     └─ 3 (herald#killed; The Herald)\n          “3, according to the Agency”\n"),
            "{text}"
        );
        assert!(text.contains("  an aide (not named)\n  └─ 5 (herald#more; The Herald)\n"), "{text}");
    }

    #[test]
    fn a_claim_shows_its_way_beyond_its_source() {
        let text = traced(Some("herald#killed"));
        let expected = "
3  herald#killed
  Fire (source `herald`)
  │ “3, according to the Agency”
  └─ The Herald (publisher)
     └─ The Agency (says so)
        └─ leads on to wire#killed (3): Wire (source `wire`)
           │ “three, the mayor said”
           └─ The Agency (publisher)
              └─ the mayor (says so; party to the event; its own text is not in the dossier)
  origin: the mayor, party to the event
";
        assert!(text.contains(expected), "{text}");
    }
}
