//! Finding elements as assistive technology does: by role and accessible name, both as the browser computes them
//! (the `WebDriver` commands "Get Computed Role" and "Get Computed Label").

use axum::http::Method;
use serde_json::{Value, json};
use std::sync::Arc;
use thirtyfour::common::command::{Command, ExtensionCommand};
use thirtyfour::error::WebDriverResult;
use thirtyfour::{WebDriver, WebElement};

/// Elements of the page that may have the role, in their order, without those that are hidden. With a name: only
/// those that hold all its words anywhere, because asking for a computed name costs a few milliseconds each.
const CANDIDATES: &str = r#"
const [role, name, root] = arguments;
const tags = {
  alert: "", article: "article", banner: "header", button: "button, summary, input[type=button], input[type=submit], input[type=reset], input[type=file]",
  cell: "td", checkbox: "input[type=checkbox]", columnheader: "th", combobox: "select, input[list]", complementary: "aside",
  contentinfo: "footer", definition: "dd", dialog: "dialog", figure: "figure", form: "form", group: "fieldset, details, optgroup",
  heading: "h1, h2, h3, h4, h5, h6", img: "img, svg", link: "a[href], area[href]", list: "ul, ol, menu", listitem: "li",
  main: "main", meter: "meter", navigation: "nav", option: "option", paragraph: "p", progressbar: "progress",
  radio: "input[type=radio]", region: "section", row: "tr", rowheader: "th", search: "search", searchbox: "input[type=search]",
  separator: "hr", slider: "input[type=range]", spinbutton: "input[type=number]", status: "output",
  table: "table", term: "dt, dfn", textbox: "textarea, input:not([type]), input[type=text], input[type=tel], input[type=email], input[type=url]",
}[role];
const selector = `[role~="${role}"]` + (tags ? `, ${tags}` : "");
const words = name === null ? [] : name.split(/\s+/).filter(Boolean);
const said = (element) => {
  const own = (one) => ["aria-label", "alt", "title", "placeholder", "value"].map((name) => one.getAttribute(name)).join(" ");
  const other = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean).map((id) => document.getElementById(id));
  return [element, ...other, ...(element.labels ?? [])].filter(Boolean)
    .map((one) => [one.textContent, own(one), ...[...one.querySelectorAll("[aria-label], [alt], title, input")].map(own)].join(" ")).join(" ");
};
return [...(root ?? document).querySelectorAll(selector)].filter((element) => {
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  const text = words.length ? said(element) : "";
  return words.every((word) => text.includes(word));
});
"#;

#[derive(Debug)]
struct Computed(String);

impl ExtensionCommand for Computed {
    fn parameters_json(&self) -> Option<Value> {
        None
    }

    fn method(&self) -> Method {
        Method::GET
    }

    fn endpoint(&self) -> Arc<str> {
        self.0.as_str().into()
    }
}

/// The role and the name that the browser computes for an element.
pub(super) async fn computed(driver: &WebDriver, element: &WebElement) -> WebDriverResult<(String, String)> {
    let ask = async |what: &str| -> WebDriverResult<String> {
        let endpoint = format!("/element/{}/computed{what}", element.element_id());
        driver.cmd(Command::ExtensionCommand(Box::new(Computed(endpoint)))).await?.value()
    };
    Ok((plain(ask("role").await?), squeezed(&ask("label").await?)))
}

/// Elements with this role and name that can be seen, in their order on the page.
pub(super) async fn find(
    driver: &WebDriver,
    root: Option<&WebElement>,
    role: &str,
    name: Option<&str>,
) -> WebDriverResult<Vec<(String, WebElement)>> {
    let root = root.map(WebElement::to_json).transpose()?.unwrap_or(Value::Null);
    let held = name.map(|name| name.trim_end_matches('*'));
    let candidates = driver.execute(CANDIDATES, vec![json!(role), json!(held), root]).await?.elements()?;
    let mut found = Vec::new();
    for element in candidates {
        let (is, called) = computed(driver, &element).await?;
        if is == role && name.is_none_or(|name| fits(name, &called)) {
            found.push((called, element));
        }
    }
    Ok(found)
}

/// A `*` at the end of the wanted name stands for any rest.
pub(super) fn fits(wanted: &str, name: &str) -> bool {
    wanted.strip_suffix('*').map_or(wanted == name, |start| name.starts_with(start))
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Names of ARIA for what some browsers call otherwise.
fn plain(role: String) -> String {
    match role.as_str() {
        "image" | "graphics-document" => "img".to_owned(),
        "DisclosureTriangle" | "DisclosureTriangleGrouped" => "button".to_owned(),
        _ => role,
    }
}
