//! The table without names for the terminal, and last who is who, where that is told.

use crate::render::table::render_events;
use crate::render::term::{Line, Screen, Style};
use crate::view::blind::BlindTable;

/// The table, and last who is who.
pub(crate) fn render(out: &mut String, view: &BlindTable, screen: Screen) {
    render_events(out, &view.events, screen);
    let Some(key) = &view.key else {
        screen.line(out, "names are hidden: `--key` prints who is who");
        return;
    };
    for (title, letters) in [("sources", &key.sources), ("speakers", &key.speakers)] {
        out.push('\n');
        screen.line(out, Line::styled(Style::Heading, title));
        for letter in letters {
            screen.paragraph(out, 2, format!("{}  {} ({})", letter.letter, letter.name, letter.id));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::Alignment;
    use crate::judge::Court;
    use crate::load::from_texts;
    use crate::render::json;
    use crate::render::term::Paint;
    use crate::view::blind::Reveal;
    use crate::view::table::{Of, ProvenanceTable};

    const DOSSIER: [(&str, &str); 2] = [
        (
            "sources/a.toml",
            r#"
            [source]
            herald-1 = { title = "Fire at the mill", publisher = "herald", published = "2024-03-01" }
            courier-1 = { title = "Mill burns", publisher = "courier", published = "2024-03-01" }
            gazette-1 = { title = "After", publisher = "unknown", published = "2024-03-01" }
            leaflet-1 = { title = "Leaflet", publisher = "unknown", published = "2024-03-01" }
            [agent]
            herald = { name = "The Herald" }
            courier = { name = "The Courier" }
            mayor = { name = "Mayor Quimby" }
            "#,
        ),
        (
            "claims/a.toml",
            r#"
            [event.fire]
            title = "The fire"
            [event.fire.question]
            killed = { ask = "How many were killed?", type = "count" }
            hurt = { ask = "How many were hurt?", type = "count" }
            [[claim]]
            source = "herald-1"
            id = "quimby-says"
            question = "fire/killed"
            value = 3
            said-by = "mayor"
            [[claim]]
            source = "courier-1"
            question = "fire/killed"
            stance = "declines"
            [[claim]]
            source = "gazette-1"
            question = "fire/killed"
            stance = "unknown"
            [[claim]]
            source = "courier-1"
            question = "fire/hurt"
            stance = "denies"
            value = 5
            "#,
        ),
    ];

    #[test]
    fn no_name_leaks_until_the_key_is_given() {
        let dossier = from_texts(&DOSSIER);
        let alignment = Alignment::without_texts(&dossier);
        let court = Court::new(&alignment, 0);
        let names =
            ["herald", "Herald", "courier", "Courier", "gazette", "leaflet", "Mill", "mill", "mayor", "imby"];
        let shown = |reveal| {
            let view = BlindTable::new(&dossier, ProvenanceTable::new(&court, Of::All), reveal);
            let mut out = json(&view);
            render(&mut out, &view, Screen { paint: Paint::Off, width: 100 });
            out
        };
        let hidden = shown(Reveal::Nobody);
        assert!(names.iter().all(|name| !hidden.contains(name)), "{hidden}");
        assert!(
            hidden.contains("#killed-1") && hidden.contains("\"said_by\": [\n                    \"A\""),
            "{hidden}"
        );
        let told = shown(Reveal::Everybody);
        let table = told.split("\"key\"").next().expect("there is something before the key");
        assert!(names.iter().all(|name| !table.contains(name)), "the key comes last: {table}");
        assert!(told.contains("  A Mayor Quimby (mayor)\n"), "{told}");
    }
}
