//! Every key by which one thing names others, in every shape that such names can take.
//!
//! One more key is a line of [`KEYS`], one more shape a line of [`SHAPES`]; each key is run in each shape that it can take.

use super::{CHECK, Files, IMPACT, REPORT, TABLE, TERMINAL, TRACE};

/// A key, what it stands in, and how it names others: `{to}` is where they stand, each as `each` has it; without `each` it
/// takes one alone.
struct Key {
    name: &'static str,
    of: &'static Of,
    text: &'static str,
    each: &'static str,
}

/// What some key stands in: the keys of the question that claims answer, and of each the tables below `sources/` and below
/// `claims/`, the source, and the claim. `{n}` is its number, and `{keys}` what it says of others.
struct Of {
    question: &'static str,
    sources: &'static str,
    claims: &'static str,
    source: &'static str,
    claim: &'static str,
    /// The claim where it says nothing of others; empty where that is the same.
    alone: &'static str,
    runs: &'static [&'static [&'static str]],
}

const OF: Of =
    Of { question: COUNT, sources: "", claims: "", source: "", claim: COUNTED, alone: "", runs: TOLD };
const COUNT: &str = "type = \"count\"";
const COUNTED: &str = "question = \"e/q\"\nvalue = {n}";
const ANSWERED: &str = "question = \"e/q\"\nvalue = \"a{n}\"";
const TOLD: &[&[&str]] = &[CHECK, REPORT, TERMINAL];
const SOURCED: &[&[&str]] = &[CHECK, REPORT, TABLE, TRACE, TERMINAL, IMPACT];

const PLACE: Of = Of {
    question: "type = \"place\"",
    sources: "[place.a{n}]\nname = \"A{n}\"\nkind = \"region\"\n{keys}",
    claim: ANSWERED,
    ..OF
};
const BORDER: Of = Of { sources: "[place.a{n}]\nname = \"A{n}\"\nkind = \"border-zone\"\n{keys}", ..PLACE };
const COVERED: Of =
    Of { question: COUNT, claim: "question = \"e/q\"\nvalue = {n}\nscope = { place = \"a{n}\" }", ..PLACE };
const AGENT: Of = Of {
    question: "type = \"agent\"",
    sources: "[agent.a{n}]\nname = \"A{n}\"\n{keys}",
    claim: ANSWERED,
    ..OF
};
const SPEAKER: Of =
    Of { question: COUNT, claim: "question = \"e/q\"\nvalue = {n}\nsaid-by = \"a{n}\"", ..AGENT };
const SPEAKER_OVER_TIME: Of = Of { question: "type = \"count\"\nover-time = \"grows\"", ..SPEAKER };
const GROUP: Of = Of {
    claims: "[group.a{n}]\nname = \"A{n}\"\n{keys}",
    claim: "question = \"e/q\"\nvalue = {n}\nscope = { population = \"a{n}\" }",
    ..OF
};
const EVENT: Of = Of {
    claims: "[event.a{n}]\ntitle = \"A{n}\"\n{keys}\n[event.a{n}.question.q]\nask = \"?\"\ntype = \"count\"",
    claim: "question = \"a{n}/q\"\nvalue = {n}",
    ..OF
};
const QUESTION: Of = Of {
    claims: "[event.e.question.q{n}]\nask = \"?\"\ntype = \"count\"\n{keys}",
    claim: "question = \"e/q{n}\"\nvalue = {n}",
    ..OF
};
const OPTION: Of = Of {
    question: "type = \"choice\"",
    claims: "[[event.e.question.q.options]]\nid = \"a{n}\"\n{keys}",
    claim: ANSWERED,
    ..OF
};
const SOURCE: Of = Of { source: "{keys}", runs: SOURCED, ..OF };
const SOURCE_OVER_TIME: Of = Of { question: "type = \"count\"\nover-time = \"grows\"", ..SOURCE };
const CLAIM: Of = Of { claim: "question = \"e/q\"\nvalue = {n}\n{keys}", runs: SOURCED, ..OF };
const SAME: Of = Of { claim: "question = \"e/q\"\nvalue = 3\n{keys}", ..CLAIM };
const UNNAMED: Of = Of { claim: "question = \"e/q\"\nvalue = 3\nsaid-by = \"official\"\n{keys}", ..CLAIM };
const VALUE: Of = Of { claim: "question = \"e/q\"\n{keys}", alone: COUNTED, ..OF };
/// Beside what goes round in a ring and is not read, each source has a claim that is.
const RELATIVE: Of = Of {
    claims: "[[claim]]\nid = \"d\"\nsource = \"z{n}\"\nquote = \"x\"\nquestion = \"e/q\"\nvalue = {n}\n",
    ..VALUE
};
const NAMED: &str = "question = \"e/q\"\nvalue = [\"p{n}\"]";
const OF_AGENTS: Of = Of { question: "type = \"agent\"", alone: NAMED, ..VALUE };
const OF_MANY: Of = Of { question: "type = \"agent\"\nmany = true", alone: NAMED, ..VALUE };
const OF_SETS: Of = Of { question: "type = \"set\"", alone: NAMED, ..VALUE };
const ASSESSED: Of = Of {
    claims: "[[assessment]]\nquestion = \"e/q\"\nstatus = \"contested\"\nrationale = \"R\"\n{keys}",
    ..OF
};

const A: &str = "\"a{n}\"";
const P: &str = "\"p{n}\"";
const Z: &str = "\"z{n}\"";
const C: &str = "\"z{n}#c\"";
const ONE: &str = "";

const KEYS: &[Key] = &[
    Key { name: "place within", of: &PLACE, text: "within = [{to}]", each: A },
    Key { name: "place within, of scopes", of: &COVERED, text: "within = [{to}]", each: A },
    Key { name: "place border-of", of: &BORDER, text: "border-of = [{to}]", each: A },
    Key { name: "place disputed-between", of: &PLACE, text: "disputed-between = [{to}]", each: A },
    Key { name: "place near", of: &PLACE, text: "near = [{to}]", each: A },
    Key { name: "place confusable-with", of: &PLACE, text: "confusable-with = [{to}]", each: A },
    Key { name: "place source", of: &PLACE, text: "source = \"z{to}\"", each: ONE },
    Key { name: "agent part-of", of: &AGENT, text: "part-of = [{to}]", each: A },
    Key { name: "agent affiliated-with", of: &AGENT, text: "affiliated-with = [{to}]", each: A },
    Key { name: "speaker part-of", of: &SPEAKER, text: "part-of = [{to}]", each: A },
    Key { name: "speaker part-of, over time", of: &SPEAKER_OVER_TIME, text: "part-of = [{to}]", each: A },
    Key { name: "speaker affiliated-with", of: &SPEAKER, text: "affiliated-with = [{to}]", each: A },
    Key { name: "group part-of", of: &GROUP, text: "part-of = [{to}]", each: A },
    Key { name: "group disjoint-from", of: &GROUP, text: "disjoint-from = [{to}]", each: A },
    Key { name: "event part-of", of: &EVENT, text: "part-of = \"a{to}\"", each: ONE },
    Key {
        name: "event possibly-same-as",
        of: &EVENT,
        text: "possibly-same-as = [{to}]",
        each: "{ event = \"a{n}\", reason = \"R\" }",
    },
    Key {
        name: "event distinct-from",
        of: &EVENT,
        text: "distinct-from = [{to}]",
        each: "{ event = \"a{n}\", reason = \"R\" }",
    },
    Key { name: "question part-of", of: &QUESTION, text: "part-of = \"e/q{to}\"", each: ONE },
    Key { name: "question sum-of", of: &QUESTION, text: "sum-of = [{to}]", each: "\"e/q{n}\"" },
    Key { name: "option part-of", of: &OPTION, text: "part-of = \"a{to}\"", each: ONE },
    Key { name: "derived-from", of: &SOURCE, text: "derived-from = [{to}]", each: "{ source = \"z{n}\" }" },
    Key {
        name: "derived-from, over time",
        of: &SOURCE_OVER_TIME,
        text: "derived-from = [{to}]",
        each: "{ source = \"z{n}\" }",
    },
    Key { name: "capture-of", of: &SOURCE, text: "capture-of = \"z{to}\"", each: ONE },
    Key { name: "corrects of sources", of: &SOURCE, text: "corrects = [{to}]", each: Z },
    Key { name: "retracts of sources", of: &SOURCE, text: "retracts = [{to}]", each: Z },
    Key { name: "corrects of claims", of: &CLAIM, text: "corrects = [{to}]", each: C },
    Key { name: "retracts of claims", of: &CLAIM, text: "retracts = [{to}]", each: C },
    Key { name: "supersedes of claims", of: &CLAIM, text: "supersedes = [{to}]", each: C },
    Key { name: "disputes of claims", of: &CLAIM, text: "disputes = [{to}]", each: C },
    Key { name: "said-by of publishers", of: &SAME, text: "said-by = [{to}]", each: P },
    Key { name: "via of publishers", of: &UNNAMED, text: "via = [{to}]", each: P },
    Key { name: "lower-than", of: &RELATIVE, text: "value = { lower-than = \"z{to}#c\" }", each: ONE },
    Key {
        name: "higher-than",
        of: &RELATIVE,
        text: "value = { higher-than = \"z{to}#c\", by = 3 }",
        each: ONE,
    },
    Key { name: "values that list agents", of: &OF_AGENTS, text: "value = [{to}]", each: P },
    Key { name: "values that list agents side by side", of: &OF_MANY, text: "value = [{to}]", each: P },
    Key { name: "values that list items", of: &OF_SETS, text: "value = [{to}]", each: P },
    Key {
        name: "values that list items and no more",
        of: &OF_SETS,
        text: "value = { exactly = [{to}] }",
        each: P,
    },
    Key { name: "assessment claims", of: &ASSESSED, text: "claims = [{to}]", each: C },
    Key { name: "assessment preferred", of: &ASSESSED, text: "preferred = [{to}]", each: C },
];

/// By how many there are: which others one names.
type Names = fn(usize, usize) -> Vec<usize>;

/// The shapes that a key can take that names one alone, and those for keys that name several.
const SHAPES: [(&str, Names); 4] = [
    ("chain", |n, at| (at + 1 < n).then_some(at + 1).into_iter().collect()),
    ("ring", |n, at| vec![(at + 1) % n]),
    ("fan-in", |_, at| (at > 0).then_some(0).into_iter().collect()),
    ("pairs", |n, at| (at % 2 == 0 && at + 1 < n).then_some(at + 1).into_iter().collect()),
];
const WIDE: [(&str, Names); 3] = [
    ("fan-out", |n, at| if at == 0 { (1..n).collect() } else { Vec::new() }),
    ("star both ways", |n, at| if at == 0 { (1..n).collect() } else { vec![0] }),
    // Some name all of as many others: as many names as there are things.
    ("all to all", |n, at| if at < n.isqrt() { (n.isqrt()..2 * n.isqrt()).collect() } else { Vec::new() }),
];

/// A key in a shape.
pub(super) struct Shaped {
    pub(super) name: String,
    key: &'static Key,
    names: Names,
}

pub(super) const SIZE: usize = 1000;

/// Every key in every shape, key by key.
pub(super) fn all() -> impl Iterator<Item = Vec<Shaped>> {
    let of = |key: &'static Key| {
        let wide = WIDE.iter().filter(|_| !key.each.is_empty());
        let shaped = |(shape, names): &(&str, Names)| Shaped {
            name: format!("{shape} by {}", key.name),
            key,
            names: *names,
        };
        SHAPES.iter().chain(wide).map(shaped).collect()
    };
    KEYS.iter().map(of)
}

impl Shaped {
    pub(super) fn runs(&self) -> &'static [&'static [&'static str]] {
        self.key.of.runs
    }

    pub(super) fn files(&self, n: usize) -> Files {
        let of = self.key.of;
        let mut sources = String::from("[agent.official]\nname = \"an official\"\nnamed = false\n");
        let mut claims =
            format!("[event.e]\ntitle = \"E\"\n[event.e.question.q]\nask = \"?\"\n{}\n", of.question);
        for at in 0..n {
            let keys = self.keys(n, at);
            let filled = |text: &str| text.replace("{keys}", &keys).replace("{n}", &at.to_string());
            let (day, month) = (1 + at % 28, 1 + at / 28 % 12);
            sources += &format!(
                "[agent.p{at}]\nname = \"P{at}\"\n[source.z{at}]\ntitle = \"T\"\npublisher = \"p{at}\"\n\
                 published = \"2024-{month:02}-{day:02}\"\n{}\n{}\n",
                filled(of.source),
                filled(of.sources)
            );
            claims += &filled(of.claims);
            let claim = if keys.is_empty() && !of.alone.is_empty() { of.alone } else { of.claim };
            claims +=
                &format!("\n[[claim]]\nid = \"c\"\nsource = \"z{at}\"\nquote = \"x\"\n{}\n", filled(claim));
        }
        vec![("sources/s.toml", sources), ("claims/c.toml", claims)]
    }

    /// What one says of others.
    fn keys(&self, n: usize, at: usize) -> String {
        let to = (self.names)(n, at).into_iter().map(|to| match self.key.each {
            "" => to.to_string(),
            each => each.replace("{n}", &to.to_string()),
        });
        let to: Vec<String> = to.collect();
        if to.is_empty() { String::new() } else { self.key.text.replace("{to}", &to.join(", ")) }
    }
}
