//! JSON in few bytes of program: plain functions instead of a macro that unfolds at every use, and a writer without
//! `serde_json`'s tables for fractions, which take 10 kB that do not compress. Nothing here has fractions.

use serde_json::{Map, Value};

/// An object of these fields, in this order where the writer keeps one.
pub(crate) fn object(fields: Vec<(&str, Value)>) -> Value {
    let mut map = Map::new();
    for (name, value) in fields {
        map.insert(name.to_owned(), value);
    }
    Value::Object(map)
}

/// A text.
pub(crate) fn text(text: &str) -> Value {
    Value::String(text.to_owned())
}

/// The document as it is written to a file: indented, so that a person can read it.
pub(crate) fn document(value: &Value) -> String {
    let mut out = String::new();
    write(value, 0, &mut out);
    out
}

fn write(value: &Value, depth: usize, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(yes) => out.push_str(if *yes { "true" } else { "false" }),
        Value::Number(number) => out.push_str(&number.as_i64().unwrap_or_default().to_string()),
        Value::String(text) => quoted(text, out),
        Value::Array(values) => {
            out.push('[');
            for (place, value) in values.iter().enumerate() {
                next(place, depth + 1, out);
                write(value, depth + 1, out);
            }
            close(values.is_empty(), depth, ']', out);
        }
        Value::Object(fields) => {
            out.push('{');
            for (place, (name, value)) in fields.iter().enumerate() {
                next(place, depth + 1, out);
                quoted(name, out);
                out.push_str(": ");
                write(value, depth + 1, out);
            }
            close(fields.is_empty(), depth, '}', out);
        }
    }
}

fn next(place: usize, depth: usize, out: &mut String) {
    if place > 0 {
        out.push(',');
    }
    line(depth, out);
}

fn close(empty: bool, depth: usize, bracket: char, out: &mut String) {
    if !empty {
        line(depth, out);
    }
    out.push(bracket);
}

fn line(depth: usize, out: &mut String) {
    out.push('\n');
    (0..depth).for_each(|_| out.push_str("  "));
}

/// A string with everything escaped that RFC 8259, section 7, says must be.
fn quoted(text: &str, out: &mut String) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\0'..='\u{1f}' => {
                out.push_str("\\u00");
                for digit in [letter as u32 >> 4, letter as u32 & 15] {
                    out.push(char::from_digit(digit, 16).unwrap_or('0'));
                }
            }
            _ => out.push(letter),
        }
    }
    out.push('"');
}
