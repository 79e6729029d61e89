//! Chains of attribution as trees: of one claim outwards to its origin, of a question from its origins to the sources.

use std::collections::BTreeSet;

use super::inwards::{grown, origins};
use super::outwards::one_claim;
use crate::render::position::{Untold, standing_behind};
use crate::render::term::{Line, Screen, Style, draw};
use crate::view::name::ClaimName;
use crate::view::trace::{Chain, Trace, TraceOf};

/// So many positions are told; the rest are counted.
const MOST_POSITIONS: usize = 200;

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
    for position in view.positions.iter().take(MOST_POSITIONS) {
        let behind = standing_behind(position);
        screen.paragraph(out, 0, format!("in the position {}: {behind}", position.label));
    }
    not_all(out, view, screen);
}

/// That there are positions besides, where some are not told or not worked out.
fn not_all(out: &mut String, view: &Trace, screen: Screen) {
    let more = view.positions.len().saturating_sub(MOST_POSITIONS);
    if let Some(untold) = (Untold { more, others: view.positions_cut }).told() {
        screen.paragraph(out, 0, untold);
    }
}

/// Each position with its origins, and the claims that hold none.
fn positions(out: &mut String, view: &Trace, screen: Screen) {
    for position in view.positions.iter().take(MOST_POSITIONS) {
        out.push('\n');
        screen.line(out, Line::styled(Style::Heading, &position.label));
        screen.paragraph(out, 2, standing_behind(position));
        for tree in origins(view, position) {
            draw(out, &tree, screen, 2);
        }
        let supporting: BTreeSet<&ClaimName> = position.supporting.iter().collect();
        let allowing = position.claims.iter().filter(|claim| !supporting.contains(claim));
        let allowing = grown(allowing.filter_map(|claim| view.chain(claim)));
        if !allowing.is_empty() {
            screen.line(out, Line::new("  ").run(Style::Dim, "allowed, not supported, by"));
        }
        allowing.iter().for_each(|tree| draw(out, tree, screen, 2));
    }
    not_all(out, view, screen);
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
