//! Names that are given for ids: who or what alone has a name is meant by it.

use super::row::RowKey;
use crate::load::keys::{ClaimKey, KeyForm, Referent};
use crate::model::Dossier;
use crate::model::called::Called;
use crate::model::table::{AgentId, PlaceId};
use crate::value::types::{Form, Kind, Raw};

/// The names of a dossier's agents and places, gathered once.
#[derive(Debug)]
pub(super) struct Named<'d> {
    dossier: &'d Dossier,
    agents: Called<AgentId>,
    places: Called<PlaceId>,
}

impl<'d> Named<'d> {
    pub(super) fn new(dossier: &'d Dossier) -> Self {
        Named { dossier, agents: Called::agents(dossier), places: Called::places(dossier) }
    }

    /// What is given under a key, with the id of what alone has a name in place of the name; of a value as its question's type has it.
    /// What is no such name stays.
    pub(super) fn by_id(&self, key: RowKey, given: Raw, kind: &Kind) -> Raw {
        match (key.form(), kind) {
            (KeyForm::IdOrIds(of @ Referent::Agent) | KeyForm::Id(of @ Referent::Place), _) => {
                self.each(of, given)
            }
            (_, Kind::Agent { .. }) if key == RowKey::Claim(ClaimKey::Value) => {
                self.each(Referent::Agent, given)
            }
            (_, Kind::Place { .. }) if key == RowKey::Claim(ClaimKey::Value) => {
                self.each(Referent::Place, given)
            }
            _ => given,
        }
    }

    fn each(&self, of: Referent, raw: Raw) -> Raw {
        let form = match raw.form {
            Form::Text(words) => Form::Text(self.id(of, &words).map(str::to_owned).unwrap_or(words)),
            Form::List(items) => Form::List(items.into_iter().map(|item| self.each(of, item)).collect()),
            Form::Table(entries) => {
                Form::Table(entries.into_iter().map(|(key, item)| (key, self.each(of, item))).collect())
            }
            form => form,
        };
        Raw { form, ..raw }
    }

    /// The id of the one that has a name; `None` of what is an id, and of what none has or several have.
    fn id(&self, of: Referent, name: &str) -> Option<&'d str> {
        match of {
            Referent::Agent if self.dossier.agents.find(name).is_none() => match self.agents.by(name) {
                [one] => Some(self.dossier.agents.name(*one)),
                _ => None,
            },
            Referent::Place if self.dossier.places.find(name).is_none() => match self.places.by(name) {
                [one] => Some(self.dossier.places.name(*one)),
                _ => None,
            },
            _ => None,
        }
    }
}
