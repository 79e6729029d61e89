//! The nearest known name to one that is not known.

/// Names of more bytes than this have no nearest.
const LONGEST: usize = 200;

/// The candidate most like `name`, where one is like enough to be meant: Jaro-Winkler of at least 0.8.
pub(crate) fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let mut best: Option<(f64, &str)> = None;
    // The work grows with the product of the lengths, and no slip of the keys makes a page.
    if name.len() > LONGEST {
        return None;
    }
    for candidate in candidates.into_iter().filter(|candidate| candidate.len() <= LONGEST) {
        let likeness = strsim::jaro_winkler(name, candidate);
        if likeness >= 0.8
            && best.is_none_or(|(most, held)| likeness > most || likeness == most && candidate < held)
        {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_keys_is_found_and_another_word_is_not() {
        let known = ["jordan-government", "joe-biden", "pentagon"];
        assert_eq!(nearest("jordan-goverment", known), Some("jordan-government"));
        assert_eq!(nearest("bidden", ["biden", "kanani"]), Some("biden"));
        assert_eq!(nearest("xyzzy", known), None);
        let (long, longer) = ("a".repeat(200), "a".repeat(201));
        assert_eq!(nearest(&long, [long.as_str()]), Some(long.as_str()));
        assert_eq!(nearest(&long, [longer.as_str()]), None);
        assert_eq!(nearest(&longer, [long.as_str()]), None);
    }
}
