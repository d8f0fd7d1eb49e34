//! The content security policy: only what the build knows can run or style.

use crate::browser::{Screen, play};
use crate::folders::dist;
use crate::site_of;

/// Reads the page as it came from the server, not as the program changed it, and gives what is inline and not
/// allowed by a hash of the policy.
const UNHASHED: &str = r#"
const page = new DOMParser().parseFromString(await (await fetch("./index.html")).text(), "text/html");
const policy = page.querySelector("meta[http-equiv=Content-Security-Policy]")?.content ?? "";
const rule = (name) => policy.split(";").map((part) => part.trim().split(/\s+/)).find(([first]) => first === name) ?? [];
const problems = policy ? [] : ["there is no policy"];
const hash = async (text) => {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
};
for (const name of ["script-src", "style-src"]) {
  for (const word of ["'unsafe-inline'", "'unsafe-eval'", "*", "data:", "blob:", "https:", "http:"]) {
    if (rule(name).includes(word)) problems.push(`${name} allows ${word}`);
  }
}
if (!rule("default-src").includes("'none'")) problems.push("default-src is not 'none'");
for (const script of page.querySelectorAll("script")) {
  if (!script.src && !rule("script-src").includes(await hash(script.textContent))) problems.push(script.outerHTML);
}
for (const style of page.querySelectorAll("style")) {
  if (!rule("style-src").includes(await hash(style.textContent))) problems.push(style.outerHTML.slice(0, 80));
}
for (const element of page.querySelectorAll("*")) {
  for (const { name, value } of element.attributes) {
    if (name === "style" || name.startsWith("on") || /^\s*javascript:/i.test(value)) problems.push(`${element.localName} ${name}=${value}`);
  }
}
return problems;
"#;

#[test]
fn no_script_or_style_is_inline_unhashed() {
    let site = site_of(dist());
    play(Screen::Phone, async |browser| {
        browser.open_app(&site.url("/")).await;
        let problems: Vec<String> = browser.eval(UNHASHED).await;
        assert_eq!(problems, [""; 0]);
    });
}
