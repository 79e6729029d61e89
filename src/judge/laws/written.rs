//! The TOML that says a random case, under one naming or another.

use std::fmt::Write;

use crate::model::question::OverTime;

use super::random::{
    AGENTS, BASES, Case, Changes, GROUPS, KINDS, MOMENTS, OPTIONS, PERIODS, PLACES, Place, SOURCES, Stance,
    Value,
};

/// What things are called: the same dossier under two of these must mean the same.
pub(crate) struct Names(pub(crate) bool);

impl Names {
    /// The name of the `index`-th of a kind. Renamed, the order of the names is another.
    pub(crate) fn of(&self, kind: &str, index: usize) -> String {
        const OTHER: [&str; 10] =
            ["zulu", "kilo", "yankee", "alpha", "mike", "bravo", "tango", "lima", "echo", "quebec"];
        match self.0 {
            false => format!("{kind}{index:03}"),
            true => format!("{}{}-{kind}", OTHER[index % 10], 999 - index),
        }
    }

    /// The full name of a claim.
    pub(crate) fn claim(&self, case: &Case, index: usize) -> String {
        format!("{}#{}", self.of("s", case.claims[index].source), self.of("claim", index))
    }
}

impl Case {
    /// The files: manifest, names, and the claims in the order given, spread over so many files.
    pub(crate) fn files(&self, names: &Names, order: &[usize], spread: usize) -> Vec<(String, String)> {
        let mut files = vec![
            ("gainsay.toml".to_owned(), "[dossier]\ntitle = \"random\"\n".to_owned()),
            ("sources/who.toml".to_owned(), self.who(names)),
            ("claims/asked.toml".to_owned(), self.asked(names)),
        ];
        let spread = spread.max(1);
        let mut claims = vec![String::new(); spread];
        for (at, index) in order.iter().enumerate() {
            claims[at % spread].push_str(&self.claim(names, *index));
        }
        files.extend(claims.into_iter().enumerate().map(|(at, text)| (format!("claims/c{at}.toml"), text)));
        files
    }

    fn who(&self, names: &Names) -> String {
        let mut out = String::new();
        let list = |kind: &str, of: &[usize]| {
            of.iter().map(|at| format!("\"{}\"", names.of(kind, *at))).collect::<Vec<_>>().join(", ")
        };
        for (at, (part_of, affiliated, named)) in AGENTS.iter().enumerate() {
            let _ = writeln!(out, "[agent.{}]\nname = \"agent {at}\"\nnamed = {named}", names.of("a", at));
            let _ = writeln!(
                out,
                "part-of = [{}]\naffiliated-with = [{}]\n",
                list("a", part_of),
                list("a", affiliated)
            );
        }
        for (at, Place { kind, within, border_of, disputed_between }) in PLACES.iter().enumerate() {
            let _ = writeln!(
                out,
                "[place.{}]\nname = \"place {at}\"\nkind = \"{kind}\"\nwithin = [{}]",
                names.of("p", at),
                list("p", within)
            );
            for (key, of) in [("border-of", border_of), ("disputed-between", disputed_between)] {
                if !of.is_empty() {
                    let _ = writeln!(out, "{key} = [{}]", list("p", of));
                }
            }
        }
        for (at, (publisher, published)) in SOURCES.iter().enumerate() {
            let publisher = publisher.map_or("unknown".to_owned(), |agent| names.of("a", agent));
            let published = MOMENTS[*published].0;
            let _ = writeln!(
                out,
                "[source.{}]\ntitle = \"t\"\npublisher = \"{publisher}\"\npublished = \"{published}\"",
                names.of("s", at)
            );
            match at {
                3 if self.links & 1 != 0 => writeln!(out, "capture-of = \"{}\"", names.of("s", 0)),
                4 if self.links & 2 != 0 => writeln!(
                    out,
                    "derived-from = [{{ source = \"{}\", how = \"quotes\" }}]",
                    names.of("s", 1)
                ),
                5 if self.links & 4 != 0 => writeln!(out, "corrects = [\"{}\"]", names.of("s", 1)),
                1 if self.links & 8 != 0 => writeln!(out, "retracts = [\"{}\"]", names.of("s", 2)),
                _ => Ok(()),
            }
            .expect("a string can be written to");
        }
        out
    }

    fn asked(&self, names: &Names) -> String {
        let mut out = String::new();
        for (at, (name, _, part_of)) in GROUPS.iter().enumerate() {
            let part_of: Vec<String> =
                part_of.iter().map(|at| format!("\"{}\"", names.of("g", *at))).collect();
            let _ = writeln!(
                out,
                "[group.{}]\nname = \"{name}\"\npart-of = [{}]",
                names.of("g", at),
                part_of.join(", ")
            );
        }
        let event = names.of("e", 0);
        let _ = writeln!(
            out,
            "[event.{event}]\ntitle = \"event\"\n[event.{event}.question.{}]\nask = \"?\"\ntype = \"{}\"",
            names.of("q", 0),
            KINDS[self.kind]
        );
        // A running toll is written in either of its two ways.
        match self.over_time {
            OverTime::Fixed => {}
            OverTime::Grows if names.0 => out.push_str("grows = true\n"),
            over_time => {
                let _ = writeln!(out, "over-time = \"{over_time}\"");
            }
        }
        if let Some(at) = self.settles {
            let _ = writeln!(out, "settles = \"{}\"", MOMENTS[at].0);
        }
        if let Some(additive) = self.additive {
            let _ = writeln!(out, "additive = {additive}");
        }
        if self.many {
            out.push_str("many = true\n");
        }
        if self.kind == 5 {
            let option = |(at, part_of): (usize, &Option<usize>)| match part_of {
                None => format!("\"option-{at}\""),
                Some(whole) => format!("{{ id = \"option-{at}\", part-of = \"option-{whole}\" }}"),
            };
            let options: Vec<String> = OPTIONS.iter().enumerate().map(option).collect();
            let _ = writeln!(out, "options = [{}]", options.join(", "));
        }
        out
    }

    fn claim(&self, names: &Names, index: usize) -> String {
        let said = &self.claims[index];
        let mut out = format!(
            "\n[[claim]]\nid = \"{}\"\nsource = \"{}\"\nquestion = \"{}/{}\"\n",
            names.of("claim", index),
            names.of("s", said.source),
            names.of("e", 0),
            names.of("q", 0)
        );
        match said.stance {
            Stance::Silent => out.push_str("stance = \"unknown\"\n"),
            Stance::Denies => out.push_str("stance = \"denies\"\n"),
            Stance::Affirms => {}
        }
        if said.stance != Stance::Silent {
            let _ = writeln!(out, "value = {}", self.written(names, &said.value));
        }
        if let Some(agent) = said.said_by {
            let _ = writeln!(out, "said-by = \"{}\"", names.of("a", agent));
        }
        if said.projected {
            out.push_str("modality = \"projected\"\n");
        }
        let [population, period, basis] = said.scope;
        let population =
            population.map(|at| if at < GROUPS.len() { names.of("g", at) } else { "unknown".to_owned() });
        let scope = [
            population.map(|it| format!("population = \"{it}\"")),
            period.map(|at| format!("period = \"{}\"", PERIODS[at].0)),
            basis.map(|at| format!("basis = \"{}\"", BASES[at].0)),
        ];
        let scope: Vec<String> = scope.into_iter().flatten().collect();
        if !scope.is_empty() {
            let _ = writeln!(out, "scope = {{ {} }}", scope.join(", "));
        }
        if let Some(at) = said.as_of {
            let _ = writeln!(out, "as-of = \"{}\"", MOMENTS[at].0);
        }
        if let Some((how, of)) = self.changed(index) {
            let key = if how == Changes::Corrects { "corrects" } else { "supersedes" };
            let _ = writeln!(out, "{key} = [\"{}\"]", names.claim(self, of));
        }
        out
    }

    /// A value as TOML writes it.
    fn written(&self, names: &Names, value: &Value) -> String {
        let day = |n: i64| format!("2024-01-{n:02}");
        let name = |kind: &str, at: usize| match at.checked_sub(AGENTS.len()) {
            Some(word) if kind == "a" => format!("\"word {word}\""),
            _ => format!("\"{}\"", names.of(kind, at)),
        };
        let list =
            |kind: &str, of: &[usize]| of.iter().map(|at| name(kind, *at)).collect::<Vec<_>>().join(", ");
        match (value, self.kind) {
            (Value::Not(inner), _) => format!("{{ not = {} }}", self.written(names, inner)),
            (Value::Number(n), 2) => format!("\"{}\"", day(*n)),
            (Value::AtLeast(n), 2) => format!("\"{}/..\"", day(*n)),
            (Value::AtMost(n), 2) => format!("\"../{}\"", day(*n)),
            (Value::Between(a, b), 2) => format!("\"{}/{}\"", day(*a), day(*b)),
            (Value::Number(n), _) => n.to_string(),
            (Value::AtLeast(n), _) => format!("\"at least {n}\""),
            (Value::MoreThan(n), _) => format!("\"more than {n}\""),
            (Value::AtMost(n), _) => format!("\"at most {n}\""),
            (Value::FewerThan(n), _) => format!("\"fewer than {n}\""),
            (Value::Between(a, b), _) => format!("{{ min = {a}, max = {b} }}"),
            (Value::About(n), _) => format!("\"about {n}\""),
            (Value::Dozens, _) => "\"dozens\"".to_owned(),
            (Value::Names(of), 3) => format!("[{}]", list("p", of)),
            (Value::Names(of), _) => format!("[{}]", list("a", of)),
            (Value::Near(at), _) => format!("{{ near = {} }}", name("p", *at)),
            (Value::NoAnswer, _) => "\"none\"".to_owned(),
            (Value::Truth(at), _) => (*at == 1).to_string(),
            (Value::Options(of), _) => {
                let options = of.iter().map(|at| format!("\"option-{at}\"")).collect::<Vec<_>>();
                format!("[{}]", options.join(", "))
            }
            (Value::AtLeastItems(of), _) => format!("[{}]", list("a", of)),
            (Value::ExactlyItems(of), _) => format!("{{ exactly = [{}] }}", list("a", of)),
            (Value::WithoutItems(of), _) => format!("{{ without = [{}] }}", list("a", of)),
            (Value::Words(at), _) => format!("\"{}\"", ["some words", "other words", "third words"][*at]),
        }
    }
}
