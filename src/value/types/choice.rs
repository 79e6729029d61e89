//! Reading a choice: one of the question's options, a list (one of these), or `none`.

use super::options::Options;
use super::raw::{Form, Raw};
use super::refusal::Refusal;
use crate::text::nearest;
use crate::value::shape::{Run, Runs};
use crate::value::unreadable::Unreadable;

/// The states that the value allows.
///
/// # Errors
/// An empty list, and anything but options to the letter.
pub(super) fn read(raw: &Raw, options: &Options) -> Result<Runs, Refusal> {
    let chosen = match &raw.form {
        _ if raw.is_none() => return Ok(Runs::one(options.none())),
        Form::List(items) if items.is_empty() => {
            return Err(Refusal::unreadable("an empty list allows nothing", raw));
        }
        Form::List(items) => items.as_slice(),
        _ => std::slice::from_ref(raw),
    };
    let allowed: Result<Vec<Run>, Refusal> = chosen.iter().map(|option| one(option, options)).collect();
    Ok(Runs::of(allowed?))
}

/// A word that is no option is held against so many that are.
const MOST_HELD: usize = 100;
/// So many options are listed where none was named.
const MOST_LISTED: usize = 20;

fn one(raw: &Raw, options: &Options) -> Result<Run, Refusal> {
    let Form::Text(id) = &raw.form else {
        let why = Unreadable::new(format!("{} names no option", raw.described()));
        return Err(Refusal::Unreadable(why.help(expected(options)), raw.at.clone()));
    };
    if raw.is_none() {
        return Err(Refusal::none_beside(raw));
    }
    options.allowed(id).ok_or_else(|| {
        let why = Unreadable::new(match nearest(id, options.ids().take(MOST_HELD)) {
            Some(near) => format!("`{id}` is none of the question's options: did you mean `{near}`?"),
            None => format!("`{id}` is none of the question's options"),
        });
        Refusal::Unreadable(why.help(expected(options)), raw.at.clone())
    })
}

fn expected(options: &Options) -> String {
    let mut listed: Vec<String> =
        options.ids().take(MOST_LISTED).map(|option| format!("`{option}`")).collect();
    let more = options.ids().skip(MOST_LISTED).count();
    if more > 0 {
        listed.push(format!("{more} more"));
    }
    let listed = listed.join(", ");
    format!("expected one of {listed}, a list of these, or `none`")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw(form: Form) -> Raw {
        Raw { form, at: 0..1 }
    }

    fn text(word: &str) -> Raw {
        raw(Form::Text(word.to_owned()))
    }

    fn list(words: &[&str]) -> Raw {
        raw(Form::List(words.iter().map(|word| text(word)).collect()))
    }

    #[test]
    fn an_option_a_list_or_none_is_read_and_all_else_refused() {
        let options = Options::plain(&["drone".to_owned(), "rocket".to_owned()]);
        let read = |raw: Raw| {
            read(&raw, &options).map_err(|refusal| match refusal {
                Refusal::Unreadable(why, _) => why.message,
                other => panic!("{other:?}"),
            })
        };
        for (given, expected) in [
            (text("rocket"), Ok(Runs::one(1))),
            (list(&["rocket", "drone", "rocket"]), Ok(Runs::between(0, 1))),
            (text("none"), Ok(Runs::one(2))),
            (list(&[]), Err("an empty list allows nothing")),
            (list(&["drone", "none"]), Err("`none` stands alone: it excludes every other value")),
            (text("rockets"), Err("`rockets` is none of the question's options: did you mean `rocket`?")),
            (raw(Form::Truth(true)), Err("true or false names no option")),
        ] {
            assert_eq!(read(given.clone()), expected.map_err(str::to_owned), "{given:?}");
        }
    }
}
