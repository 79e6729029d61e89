//! Why two claims are related as they are, in a sentence that a reader can check by hand.

use crate::align::Alignment;
use crate::align::moment::Order;
use crate::align::origin::Speaker;
use crate::align::relation::{Kind, Pair, Relation, Which};
use crate::align::scope::Extent;
use crate::model::claim::{Modality, Stance, Stated};
use crate::model::question::Dimension;
use crate::model::table::{ClaimId, Id};

/// The reason of a relation, lower case, no full stop, the sources' words in backticks.
pub(crate) fn reason(alignment: &Alignment, a: ClaimId, b: ClaimId, relation: &Relation) -> String {
    let told = Told { alignment, a, b, relation };
    let mut said = told.sentence();
    let assumed = relation.assumed();
    if !assumed.is_empty() {
        let names: Vec<&str> = assumed.iter().map(|dimension| dimension.name()).collect();
        said.push_str(&format!(
            "; assumes the same {} of both, which one of them does not state",
            names.join(" and ")
        ));
    }
    said
}

struct Told<'a> {
    alignment: &'a Alignment<'a>,
    a: ClaimId,
    b: ClaimId,
    relation: &'a Relation,
}

impl Told<'_> {
    fn sentence(&self) -> String {
        let (first, second) = self.directed();
        let (one, other) = (self.words(first), self.words(second));
        match (self.relation.kind, self.relation.row) {
            (Kind::Silent, _) => self.silence(),
            (Kind::Corrected, _) => {
                format!("{one} in `{}` corrects {other} in `{}`", self.source(first), self.source(second))
            }
            (Kind::Superseded, 3) => {
                format!("{one} in `{}` supersedes {other} in `{}`", self.source(first), self.source(second))
            }
            (Kind::Withdrawn, _) => {
                let gone = if self.alignment.is_withdrawn(self.a) { self.a } else { self.b };
                format!(
                    "{} in `{}` no longer stands: it was corrected, retracted or superseded",
                    self.words(gone),
                    self.source(gone)
                )
            }
            (Kind::Same, 5) => "the same words, typography aside".to_owned(),
            (Kind::Differs, _) => "the words differ; words alone do not contradict each other".to_owned(),
            (Kind::DifferentScope, _) => self.different_scope(),
            (Kind::PartExceedsWhole, _) => {
                format!(
                    "the part is larger than the whole: {} within {} ({})",
                    self.full(first),
                    self.full(second),
                    self.dimensions()
                )
            }
            (Kind::Undetermined, 8) => format!(
                "the part, {}, is larger than the whole, {}, but the figure grows and the part's is not known to be the earlier ({} against {})",
                self.full(first),
                self.full(second),
                self.when(first),
                self.when(second)
            ),
            (Kind::PartOf, _) => {
                format!(
                    "{one} covers a part of what {other} covers ({}), and does not exceed it",
                    self.dimensions()
                )
            }
            (Kind::Undetermined, _) => self.undetermined(),
            (Kind::SelfContradiction, _) => {
                format!("{} says both, of the same moment, and {}", self.speaker(), self.apart())
            }
            (Kind::Misreport, _) => {
                format!(
                    "both go back to {}, of the same moment, and {}: one of the two sources misreports",
                    self.speaker(),
                    self.apart()
                )
            }
            (Kind::Superseded, _) => format!(
                "the figure grows, and {} gave the later one: {one} {}, after {other} {}",
                self.speaker(),
                self.when(first),
                self.when(second)
            ),
            (Kind::Lags, _) => format!(
                "the figure grows: {other} {} does not exclude {one} {}",
                self.when(second),
                self.when(first)
            ),
            (Kind::RevisedDown, _) => format!(
                "{} gave a lower figure later: {} {}, after {} {}",
                self.speaker(),
                self.full(first),
                self.when(first),
                self.full(second),
                self.when(second)
            ),
            (Kind::Denial, _) => self.denied(),
            (Kind::Contradiction, _) => {
                let mut said = format!("no state of the world satisfies both: {}", self.apart());
                if self.question().grows {
                    let (x, y) = (self.when(self.a), self.when(self.b));
                    said.push_str(&format!("; growth does not explain it ({x} against {y})"));
                }
                said
            }
            (Kind::Tension, _) => {
                let usual =
                    [self.usual(self.a), self.usual(self.b)].into_iter().flatten().collect::<Vec<_>>();
                format!("both can hold only where one is read as readers seldom do: {}", usual.join(", "))
            }
            (Kind::Repeats, _) => format!("two sources, one origin: both go back to {}", self.speaker()),
            (Kind::Same, _) => "the same words, read alike".to_owned(),
            (Kind::Equivalent, _) => format!("different words, read alike: {}", self.hard(self.a)),
            (Kind::Refines, _) => format!(
                "{} is the narrower of the two: whatever fits it fits {}",
                self.full(first),
                self.full(second)
            ),
            (Kind::Overlaps, _) => format!(
                "both can hold: {} and {} share something, and each allows what the other does not",
                self.full(self.a),
                self.full(self.b)
            ),
        }
    }

    /// The claim that the direction names first: the refining, the part, the later, the correcting one.
    fn directed(&self) -> (ClaimId, ClaimId) {
        match self.relation.direction {
            Some(Which::B) => (self.b, self.a),
            _ => (self.a, self.b),
        }
    }

    fn question(&self) -> &crate::model::question::Question {
        let dossier = self.alignment.dossier;
        &dossier.questions[dossier.claims[self.a].question]
    }

    fn words(&self, id: ClaimId) -> String {
        let claim = &self.alignment.dossier.claims[id];
        let said = self.alignment.dossier.said(claim);
        format!("`{said}`")
    }

    /// The words with the reading, where the reading says more.
    fn full(&self, id: ClaimId) -> String {
        let claim = &self.alignment.dossier.claims[id];
        let hard = self.hard(id);
        match hard.eq_ignore_ascii_case(&self.alignment.dossier.said(claim)) {
            true => self.words(id),
            false => format!("{} ({hard})", self.words(id)),
        }
    }

    fn hard(&self, id: ClaimId) -> String {
        let dossier = self.alignment.dossier;
        dossier.claims[id].shape().map(|shape| dossier.readable(self.question(), shape)).unwrap_or_default()
    }

    fn soft(&self, id: ClaimId) -> String {
        let dossier = self.alignment.dossier;
        match dossier.claims[id].shape() {
            Some(shape) => match shape.numbers() {
                Some(bounds) => self.question().kind.shown(&bounds.soft),
                None => match shape {
                    crate::value::shape::Shape::Names(crate::value::shape::Names::Near(node)) => {
                        format!("outside {}", dossier.node_title(*node))
                    }
                    shape => dossier.readable(self.question(), shape),
                },
            },
            None => String::new(),
        }
    }

    fn source(&self, id: ClaimId) -> &str {
        let dossier = self.alignment.dossier;
        dossier.sources.name(dossier.claims[id].source)
    }

    fn when(&self, id: ClaimId) -> String {
        let when = &self.alignment.basics[id.index()].when;
        let assumed = if when.assumed { " (its source's date)" } else { "" };
        format!("as of {}{assumed}", when.as_of.words)
    }

    fn speaker(&self) -> String {
        let dossier = self.alignment.dossier;
        match self.alignment.origins[self.a.index()].speaker {
            Speaker::Agent(agent) => dossier.agents[agent].name.clone(),
            Speaker::Source(source) => format!("`{}`", dossier.sources.name(source)),
        }
    }

    /// How a claim is usually read, where that is not what it says.
    fn usual(&self, id: ClaimId) -> Option<String> {
        let (words, soft) = (self.words(id), self.soft(id));
        (words != format!("`{soft}`")).then(|| format!("{words} is usually {soft}"))
    }

    /// The one that denies is told second, in whichever order the two are asked about.
    fn denied(&self) -> String {
        let claims = &self.alignment.dossier.claims;
        let (yes, no) = if claims[self.a].denies() { (self.b, self.a) } else { (self.a, self.b) };
        let (yes, no) = (self.full(yes), self.full(no));
        format!("one of the two denies what the other affirms: {yes} and {no} have nothing in common")
    }

    fn apart(&self) -> String {
        format!("{} and {} have nothing in common", self.full(self.a), self.full(self.b))
    }

    fn silence(&self) -> String {
        let claims = &self.alignment.dossier.claims;
        let silent = if claims[self.a].shape().is_none() { self.a } else { self.b };
        let how = match claims[silent].stance() {
            Stance::Declines => "declines to say",
            _ => "says that it is not known",
        };
        format!("`{}` {how}", self.source(silent))
    }

    fn different_scope(&self) -> String {
        let claims = &self.alignment.dossier.claims;
        let projected = |id: ClaimId| claims[id].modality == Modality::Projected;
        if projected(self.a) != projected(self.b) {
            let which = if projected(self.a) { self.a } else { self.b };
            return format!("{} is a projection, the other is not", self.words(which));
        }
        format!("they cover different things: {}", self.dimensions())
    }

    /// The dimensions of scope that are not equal, with what each claim states.
    fn dimensions(&self) -> String {
        let differing = Dimension::ALL.iter().copied().zip(self.relation.scope.each);
        let told: Vec<String> = differing
            .filter(|(_, extent)| *extent != Extent::Equal)
            .map(|(dimension, _)| {
                format!(
                    "{} {} against {}",
                    dimension.name(),
                    self.stated(self.a, dimension),
                    self.stated(self.b, dimension)
                )
            })
            .collect();
        told.join(", ")
    }

    fn stated(&self, id: ClaimId, dimension: Dimension) -> String {
        stated(self.alignment, id, dimension).map_or("not stated".to_owned(), |words| format!("`{words}`"))
    }

    fn undetermined(&self) -> String {
        if self.relation.scope.together == Extent::Unknown {
            let names: Vec<&str> = self.relation.scope.unknown().map(Dimension::name).collect();
            return format!(
                "{} and {} differ, and it is not known whether they cover the same {}",
                self.full(self.a),
                self.full(self.b),
                names.join(" and ")
            );
        }
        let order = Pair::new(self.alignment, self.a, self.b).order();
        let why = match order {
            Order::Equal => {
                "one origin gives two figures for one day in two sources, and the day is only assumed"
            }
            _ => "it cannot be told which is the later",
        };
        format!(
            "the figure grows, {}, and {why} ({} against {})",
            self.apart(),
            self.when(self.a),
            self.when(self.b)
        )
    }
}

/// What a claim states, itself or by its question, of a dimension of scope.
pub(crate) fn stated(alignment: &Alignment, id: ClaimId, dimension: Dimension) -> Option<String> {
    fn words<T>(stated: &Option<Stated<T>>, say: impl Fn(&T) -> String) -> Option<String> {
        match stated {
            None => None,
            Some(Stated::Unknown) => Some("unknown".to_owned()),
            Some(Stated::Is(value)) => Some(say(value)),
        }
    }
    let dossier = alignment.dossier;
    let scope = &alignment.basics[id.index()].scope;
    match dimension {
        Dimension::Population => words(&scope.population, |id| dossier.groups.name(*id).to_owned()),
        Dimension::Place => words(&scope.place, |id| dossier.places.name(*id).to_owned()),
        Dimension::Period => words(&scope.period, |period| period.words.clone()),
        Dimension::Basis => words(&scope.basis, |basis| basis.name().to_owned()),
    }
}
