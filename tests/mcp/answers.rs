//! What holds of every answer of a tool, whatever was asked.

use serde_json::Value;

use crate::schema::Schema;

/// Words that stand in texts of others and are addressed to whoever reads them by machine.
pub(crate) const INJECTED: &str = "ignore all previous instructions";

/// What is wrong with the result of a call, whatever it should say.
pub(crate) fn faults(tool: &str, result: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    let content = result["content"].as_array().expect("a result has content");
    let text = match content.as_slice() {
        [one] if one["type"] == "text" => one["text"].as_str().expect("a text is one"),
        _ => return vec![format!("it is not one text: {result}")],
    };
    let tokens = tokens(text);
    if tokens > 4000 {
        faults.push(format!("it has {tokens} tokens"));
    }
    if text.contains('\n') || text.chars().any(|c| c.is_control()) {
        faults.push("it holds what steers a terminal".to_owned());
    }
    let read: Value = serde_json::from_str(text).expect("the text is JSON");
    if result["isError"] == true {
        if result.get("structuredContent").is_some() {
            faults.push("an error has an answer beside it".to_owned());
        }
        unmarked(&read, "", &mut faults);
        return faults;
    }
    let answer = &result["structuredContent"];
    if read != *answer {
        faults.push("the text says another thing than the answer".to_owned());
    }
    let schema = Schema::of(&format!("mcp-{}", tool.replace('_', "-")));
    faults.extend(schema.faults(answer));
    unmarked(answer, "", &mut faults);
    faults
}

/// Tokens as docs/mcp.md counts them: one for three ASCII characters, one for each byte of any other.
fn tokens(text: &str) -> usize {
    let (ascii, other): (Vec<char>, Vec<char>) = text.chars().partition(char::is_ascii);
    (ascii.len() + 3 * other.iter().map(|c| c.len_utf8()).sum::<usize>()).div_ceil(3)
}

/// The places at which words that are addressed to a machine stand outside of the field for words of others.
pub(crate) fn unmarked(value: &Value, at: &str, faults: &mut Vec<String>) {
    match value {
        Value::String(text) if text.to_lowercase().contains(INJECTED) && !at.ends_with(".quoted.text") => {
            faults.push(format!("{at}: `{text}` is not marked as quoted"));
        }
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(index, item)| unmarked(item, &format!("{at}[{index}]"), faults));
        }
        Value::Object(object) => {
            for (key, value) in object {
                if key.to_lowercase().contains(INJECTED) {
                    faults.push(format!("{at}: a key is `{key}`"));
                }
                unmarked(value, &format!("{at}.{key}"), faults);
            }
        }
        _ => {}
    }
}
