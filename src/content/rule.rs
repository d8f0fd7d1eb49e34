//! When a question is offered: rules over what the person said, as data.

use serde::{Deserialize, Serialize, de, ser::SerializeMap};
use std::{fmt, str::FromStr};

/// One thing a person can say: an option of a step, written `step:option`, for example `moment:about-to-start`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fact {
    /// The step of the walkthrough.
    pub step: String,
    /// The option chosen there.
    pub option: String,
}

impl Fact {
    /// A fact from its two halves.
    pub fn new(step: impl Into<String>, option: impl Into<String>) -> Self {
        Self { step: step.into(), option: option.into() }
    }
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.step, self.option)
    }
}

impl FromStr for Fact {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split_once(':') {
            Some((step, option)) if !step.is_empty() && !option.is_empty() => Ok(Self::new(step, option)),
            _ => Err(format!("'{text}' is not a fact; write step:option, for example moment:about-to-start")),
        }
    }
}

impl Serialize for Fact {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fact {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

/// Everything a person said, as facts: a dozen at most.
pub type Facts = Vec<Fact>;

/// A condition over facts. In JSON: a fact is a string, the rest are `{"all": [..]}`, `{"any": [..]}`, `{"not": ..}`.
///
/// ```
/// use ask_about_immunotherapy::content::{Fact, Rule};
/// let rule: Rule = serde_json::from_str(r#"{"any": ["health:steroids", {"not": "role:self"}]}"#).unwrap();
/// assert!(rule.holds(&[Fact::new("role", "parent")].into()));
/// assert!(!rule.holds(&[Fact::new("role", "self")].into()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The person said this.
    Fact(Fact),
    /// Every one holds; the empty list always holds.
    All(Vec<Rule>),
    /// At least one holds; the empty list never holds.
    Any(Vec<Rule>),
    /// This does not hold.
    Not(Box<Rule>),
}

impl Rule {
    /// Whether the rule holds for what the person said.
    pub fn holds(&self, facts: &Facts) -> bool {
        match self {
            Self::Fact(fact) => facts.contains(fact),
            Self::All(rules) => rules.iter().all(|rule| rule.holds(facts)),
            Self::Any(rules) => rules.iter().any(|rule| rule.holds(facts)),
            Self::Not(rule) => !rule.holds(facts),
        }
    }

    /// The facts that the person stated and that speak for this rule: the reasons to show. A `not` gives none,
    /// because "because you did not say" helps nobody.
    pub fn reasons<'a>(&'a self, facts: &Facts, found: &mut Vec<&'a Fact>) {
        match self {
            Self::Fact(fact) if facts.contains(fact) => found.push(fact),
            Self::All(rules) | Self::Any(rules) => rules.iter().for_each(|rule| rule.reasons(facts, found)),
            Self::Fact(_) | Self::Not(_) => {}
        }
    }

    /// Every fact the rule mentions, also under `not`.
    pub fn mentioned<'a>(&'a self, found: &mut Vec<&'a Fact>) {
        match self {
            Self::Fact(fact) => found.push(fact),
            Self::All(rules) | Self::Any(rules) => rules.iter().for_each(|rule| rule.mentioned(found)),
            Self::Not(rule) => rule.mentioned(found),
        }
    }
}

impl Serialize for Rule {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = match self {
            Self::Fact(fact) => return fact.serialize(serializer),
            _ => serializer.serialize_map(Some(1))?,
        };
        match self {
            Self::All(rules) => map.serialize_entry("all", rules)?,
            Self::Any(rules) => map.serialize_entry("any", rules)?,
            Self::Not(rule) => map.serialize_entry("not", rule)?,
            Self::Fact(_) => {}
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Rule {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Rule;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(
                    r#"a fact like "moment:choosing", or one of {"all": [..]}, {"any": [..]}, {"not": ..}"#,
                )
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Rule, E> {
                text.parse().map(Rule::Fact).map_err(E::custom)
            }

            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Rule, A::Error> {
                let rule = match map.next_key::<String>()?.as_deref() {
                    Some("all") => Rule::All(map.next_value()?),
                    Some("any") => Rule::Any(map.next_value()?),
                    Some("not") => Rule::Not(Box::new(map.next_value()?)),
                    Some(other) => return Err(de::Error::unknown_field(other, &["all", "any", "not"])),
                    None => {
                        return Err(de::Error::custom(
                            "an empty rule; leave `when` out for a general question",
                        ));
                    }
                };
                match map.next_key::<String>()? {
                    None => Ok(rule),
                    Some(_) => {
                        Err(de::Error::custom("a rule has one of all, any, not; nest them to combine"))
                    }
                }
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}
