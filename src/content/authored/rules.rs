//! How facts and rules look in a file, for the schemas: they are read by hand, so their shape is written by hand too.

use crate::content::rule::{Fact, Rule};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

impl JsonSchema for Fact {
    fn schema_name() -> Cow<'static, str> {
        "Fact".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A step and one of its options, for example moment:about-to-start.",
            "type": "string",
            "pattern": "^[^:]+:.+$"
        })
    }
}

impl JsonSchema for Rule {
    fn schema_name() -> Cow<'static, str> {
        "Rule".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let fact = generator.subschema_for::<Fact>();
        let rule = generator.subschema_for::<Self>();
        let rules = json_schema!({"type": "array", "items": rule});
        let one = |word: &str, value: &Schema| {
            let properties = serde_json::Map::from_iter([(word.to_owned(), value.clone().to_value())]);
            json_schema!({"type": "object", "properties": properties, "required": [word], "additionalProperties": false})
        };
        json_schema!({
            "description": "A condition over what a person said.",
            "anyOf": [fact, one("all", &rules), one("any", &rules), one("not", &rule)]
        })
    }
}
