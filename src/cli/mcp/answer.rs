//! An answer of items: as many as it may hold, cut between two of them.

use super::budget::{MOST, weight};
use super::cursor::Cursor;
use crate::error::{Error, ErrorKind};
use crate::render::json_line;
use crate::view::mcp::{Item, Paged};

/// The bytes that words are shortened to, one after the other, until their item fits.
const SHORTER: [usize; 7] = [6000, 3000, 1500, 700, 300, 100, 0];

/// What is asked for: a question as one text, the record that answers it, and where its answer goes on.
pub(super) struct Asked<'a> {
    pub(super) question: &'a str,
    pub(super) record: &'a str,
    pub(super) cursor: Option<&'a str>,
}

/// As many of some items as an answer holds, as JSON on one line.
///
/// # Errors
/// A cursor that is none, or that leads nowhere.
pub(super) fn answer<T: Item>(asked: &Asked<'_>, items: Vec<T>) -> Result<String, Error> {
    let total = items.len();
    let before = match asked.cursor {
        Some(word) => Cursor::read(word, asked.record, asked.question)?.before,
        None => 0,
    };
    if before > 0 && before >= total {
        return Err(Error::new(
            ErrorKind::Refused,
            format!("there are {total} items, and none from {before} on"),
        ));
    }
    let paged = |told, next: usize| {
        let next = (next < total).then(|| Cursor::new(next, asked.record, asked.question).to_string());
        json_line(&Paged::new(asked.record.to_owned(), (before, total), told, next))
    };
    // What stands around the items, with numbers as long as they get.
    let longest = Cursor::new(total, asked.record, asked.question).to_string();
    let around = Paged::<T>::new(asked.record.to_owned(), (total, total), (Vec::new(), total), Some(longest));
    let room = MOST - weight(&json_line(&around)).min(MOST);
    let (mut told, mut taken, mut passed_over, mut next) = (Vec::new(), 0, 0, before);
    for item in items.into_iter().skip(before) {
        let fits = |weight: usize| taken + weight <= room;
        let mut item = item;
        let mut weighs = 1 + weight(&json_line(&item));
        if !fits(weighs) && !told.is_empty() {
            break;
        }
        if !fits(weighs) {
            weighs = shortened(&mut item, room);
        }
        next += 1;
        match weighs <= room {
            true => {
                taken += weighs;
                told.push(item);
            }
            false => passed_over += 1,
        }
    }
    Ok(paged((told, passed_over), next))
}

/// Shortens the words of others in an item until it fits, or nothing is left of them. What it weighs then.
fn shortened<T: Item>(item: &mut T, room: usize) -> usize {
    let mut weighs = usize::MAX;
    for most in SHORTER {
        item.quoted().into_iter().for_each(|words| words.shorten(most));
        weighs = 1 + weight(&json_line(item));
        if weighs <= room {
            break;
        }
    }
    weighs
}

#[cfg(test)]
mod tests {
    use serde::Serialize;
    use serde_json::Value;

    use super::*;
    use crate::view::mcp::{Quoted, WordsOf};

    #[derive(Serialize)]
    struct Said {
        number: usize,
        says: Quoted,
        name: String,
    }

    impl Item for Said {
        const SCHEMA: &'static str = "gainsay/mcp-said/1";

        fn quoted(&mut self) -> Vec<&mut Quoted> {
            vec![&mut self.says]
        }
    }

    fn said(number: usize, words: &str) -> Said {
        Said { number, says: WordsOf::Source("herald".to_owned()).says(words), name: String::new() }
    }

    fn page(items: Vec<Said>, cursor: Option<&str>) -> Value {
        let asked = Asked { question: "q", record: "0123456789ab", cursor };
        let text = answer(&asked, items).unwrap();
        assert!(weight(&text) <= MOST, "{} thirds", weight(&text));
        serde_json::from_str(&text).unwrap()
    }

    fn numbers(page: &Value) -> Vec<u64> {
        page["items"].as_array().unwrap().iter().map(|item| item["number"].as_u64().unwrap()).collect()
    }

    #[test]
    fn a_walk_along_the_cursors_gives_every_item_once_and_none_cut() {
        for words in ["a", "ሰላም ነው", "“so”, they said"] {
            let items =
                || (0..500).map(|number| said(number, &words.repeat(1 + number % 40))).collect::<Vec<_>>();
            let (mut met, mut cursor, mut pages) = (Vec::new(), None::<String>, 0);
            loop {
                let page = page(items(), cursor.as_deref());
                assert_eq!(
                    (page["total"].as_u64(), page["before"].as_u64()),
                    (Some(500), Some(met.len() as u64))
                );
                met.extend(numbers(&page));
                pages += 1;
                let whole = |item: &Value| item["says"]["quoted"].get("left_out").is_none();
                assert!(page["items"].as_array().unwrap().iter().all(whole));
                match page["next"].as_str() {
                    Some(next) => cursor = Some(next.to_owned()),
                    None => break,
                }
            }
            assert!(met.into_iter().eq(0..500) && pages > 2, "{words}: {pages}");
        }
    }

    #[test]
    fn nothing_is_an_answer_too() {
        let page = page(Vec::new(), None);
        assert_eq!((page["total"].as_u64(), page["next"].is_null()), (Some(0), true));
    }

    #[test]
    fn what_alone_is_too_long_is_shortened_and_says_so() {
        let long = "é".repeat(20_000);
        let page = page(vec![said(0, "a"), said(1, &long), said(2, "b")], None);
        assert_eq!(numbers(&page), [0], "it begins an answer of its own");
        let cursor = page["next"].as_str().unwrap().to_owned();
        let page = self::page(vec![said(0, "a"), said(1, &long), said(2, "b")], Some(&cursor));
        let words = &page["items"][0]["says"]["quoted"];
        let kept = words["text"].as_str().unwrap().len();
        assert_eq!(words["left_out"].as_u64(), Some(40_000 - kept as u64));
        // 3,000 bytes of them weigh 9,000 thirds, twice as many would not fit.
        assert_eq!((kept, numbers(&page).as_slice()), (3000, &[1, 2][..]));
    }

    #[test]
    fn what_cannot_be_shortened_is_passed_over_and_counted() {
        let long = Said { name: "n".repeat(MOST), ..said(1, "a") };
        let page = page(vec![long, said(2, "b")], None);
        assert_eq!((numbers(&page).as_slice(), page["passed_over"].as_u64()), (&[2][..], Some(1)));
        assert!(page["next"].is_null());
    }

    #[test]
    fn a_cursor_that_leads_nowhere_is_refused() {
        for (before, message) in
            [(3, "there are 3 items, and none from 3 on"), (9, "there are 3 items, and none from 9 on")]
        {
            let word = Cursor::new(before, "r", "q").to_string();
            let asked = Asked { question: "q", record: "r", cursor: Some(&word) };
            let items = (0..3).map(|number| said(number, "a")).collect();
            assert_eq!(answer(&asked, items).unwrap_err().to_string(), message);
        }
    }
}
