//! JSON objects in few bytes of program: one plain function instead of a macro that unfolds at every use.

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
    format!("{value:#}")
}
