//! Tables of TOML: the ways through them, copies with another leaf, and their text.

use toml::{Table, Value};

/// The ways to what is no table, and to each list as a whole.
pub(crate) fn leaves(value: &Value) -> Vec<Vec<String>> {
    let inner: Vec<(String, &Value)> = match value {
        Value::Table(table) => table.iter().map(|(key, it)| (key.clone(), it)).collect(),
        Value::Array(all) if all.iter().any(Value::is_table) => all
            .iter()
            .enumerate()
            .filter(|(_, it)| it.is_table())
            .map(|(n, it)| (n.to_string(), it))
            .collect(),
        _ => return vec![Vec::new()],
    };
    let ways = inner
        .into_iter()
        .flat_map(|(key, it)| leaves(it).into_iter().map(move |rest| [vec![key.clone()], rest].concat()));
    ways.collect()
}

/// What stands at the end of a way.
pub(crate) fn at<'a>(value: &'a mut Value, way: &[String]) -> &'a mut Value {
    way.iter().fold(value, |value, step| match value {
        Value::Array(all) => &mut all[step.parse::<usize>().expect("a number")],
        table => &mut table[step.as_str()],
    })
}

/// The ways to all tables within a table, its own among them.
fn tables(value: &Value) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for leaf in leaves(value) {
        let ways = (0..leaf.len()).map(|steps| leaf[..steps].to_vec());
        found.extend(ways.filter(|way| at(&mut value.clone(), way).is_table()));
    }
    found.sort();
    found.dedup();
    found
}

/// Copies of a table, in each of which another leaf is the payload, or a key of another of its tables is.
pub(crate) fn copies(value: &Value, payload: &str) -> Vec<Value> {
    let mut all: Vec<Value> = Vec::new();
    for way in leaves(value) {
        let mut copy = value.clone();
        *at(&mut copy, &way) = payload.into();
        all.push(copy);
    }
    for way in tables(value) {
        let mut copy = value.clone();
        if let Some(table) = at(&mut copy, &way).as_table_mut() {
            table.insert(payload.to_owned(), payload.into());
            all.push(copy);
        }
    }
    all
}

/// A TOML string on one line in which stands raw what may.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_ascii_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out + "\""
}

/// A table as TOML, each value on its line.
pub(crate) fn emit(out: &mut String, path: &str, table: &Table) {
    let is_tables = |value: &Value| match value {
        Value::Table(_) => true,
        Value::Array(all) => !all.is_empty() && all.iter().all(Value::is_table),
        _ => false,
    };
    for (key, value) in table.iter().filter(|(_, value)| !is_tables(value)) {
        out.push_str(&format!("{} = {}\n", quoted(key), inline(value)));
    }
    for (key, value) in table.iter().filter(|(_, value)| is_tables(value)) {
        let path = if path.is_empty() { quoted(key) } else { format!("{path}.{}", quoted(key)) };
        match value {
            Value::Table(it) => {
                out.push_str(&format!("[{path}]\n"));
                emit(out, &path, it);
            }
            Value::Array(all) => {
                for it in all.iter().filter_map(Value::as_table) {
                    out.push_str(&format!("[[{path}]]\n"));
                    emit(out, &path, it);
                }
            }
            _ => {}
        }
    }
}

fn inline(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        Value::Array(all) => format!("[{}]", all.iter().map(inline).collect::<Vec<_>>().join(", ")),
        Value::Table(table) => {
            let all = table.iter().map(|(key, value)| format!("{} = {}", quoted(key), inline(value)));
            format!("{{ {} }}", all.collect::<Vec<_>>().join(", "))
        }
        other => other.to_string(),
    }
}
