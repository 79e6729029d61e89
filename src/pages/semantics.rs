//! The tables of docs/semantics.md, written from the code: stale ones fail, and `GAINSAY_BLESS=1` writes them anew.

#[cfg(test)]
mod tests {
    use crate::align::relation::Class;
    use crate::align::rows::ROWS;
    use crate::value::quantity;
    use std::path::Path;

    fn cells(cells: &[&str]) -> String {
        let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
        format!("| {} |\n", cells.join(" | "))
    }

    fn quantifiers() -> String {
        let mut table = cells(&["row", "words", "hard", "soft"]) + "|---|---|---|---|\n";
        for row in &quantity::ROWS {
            let [hard, soft] = row.formulas();
            table.push_str(&cells(&[&format!("`{}`", row.name), &row.shown_words(), &hard, &soft]));
        }
        table
    }

    fn rows() -> String {
        let mut table = cells(&["row", "relation", "when", "class"]) + "|---|---|---|---|\n";
        for row in ROWS {
            let kinds: Vec<String> = row.kinds.iter().map(|kind| format!("`{}`", kind.name())).collect();
            table.push_str(&cells(&[
                &row.number.to_string(),
                &kinds.join(" / "),
                row.when,
                row.class.name(),
            ]));
        }
        table
    }

    /// What each class means to a reader.
    fn meaning(class: Class) -> &'static str {
        match class {
            Class::Conflict => "both cannot hold",
            Class::Tension => "both can hold only where one is read as readers seldom do",
            Class::Open => "it cannot be told, and what is missing is said",
            Class::Change => "one takes the other's place, or time passed between them",
            Class::Agreement => "they say the same, or one says it more precisely",
            Class::Compatible => "both can hold",
            Class::Dependence => "the same origin, told twice: no second witness",
            Class::Aside => "they are not held against each other",
        }
    }

    fn classes() -> String {
        let mut table = cells(&["class", "rows", "means"]) + "|---|---|---|\n";
        let mut all: Vec<Class> = ROWS.iter().map(|row| row.class).collect();
        all.sort_unstable();
        all.dedup();
        for class in all {
            let of: Vec<String> =
                ROWS.iter().filter(|row| row.class == class).map(|row| row.number.to_string()).collect();
            table.push_str(&cells(&[class.name(), &of.join(", "), meaning(class)]));
        }
        table
    }

    #[test]
    fn the_tables_of_the_page_are_those_of_the_code() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/semantics.md");
        let page = std::fs::read_to_string(&path).expect("the page is there");
        let mut fresh = page.clone();
        for (name, table) in [("quantifiers", quantifiers()), ("rows", rows()), ("classes", classes())] {
            let (begin, end) = (format!("<!-- begin {name} -->\n"), format!("<!-- end {name} -->"));
            let from = fresh.find(&begin).expect("the table's begin is marked") + begin.len();
            let to = from + fresh[from..].find(&end).expect("the table's end is marked");
            fresh.replace_range(from..to, &format!("\n{table}\n"));
        }
        if std::env::var_os("GAINSAY_BLESS").is_some() {
            std::fs::write(&path, &fresh).expect("the page can be written");
        } else {
            assert_eq!(
                page, fresh,
                "docs/semantics.md is stale: `GAINSAY_BLESS=1 cargo test --lib semantics`"
            );
        }
    }
}
