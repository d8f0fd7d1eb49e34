//! `ask pack`: finishes the folder that trunk built, so that it can be put on any static host.
//!
//! 1. the content, as one file for each part, and a name for each part of content, program and styles that says what
//!    is in it, by a hash;
//! 2. the style sheets into the page, with their hash in its content security policy: the first screen is painted
//!    from the first answer of the server, and no inline style is allowed but these;
//! 3. the service worker, with the list of every file of this build;
//! 4. ready-made `.br` and `.gz` beside every file that shrinks.

use super::{Call, Failure, load, parts, read, to_json, write};
use sha2::{Digest, Sha256};
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

/// Endings of files that compress well.
const COMPRESSED: [&str; 8] = ["html", "js", "css", "wasm", "json", "svg", "webmanifest", "txt"];

/// What the page may do. `frame-ancestors` works only as a header and is left to the host.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' {styles}; \
                      img-src 'self' data: blob:; media-src blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
                      worker-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; frame-src 'none'";

/// The program as trunk and `.ci/link.mjs` name it.
const PROGRAM: &str = "ask-about-immunotherapy";

pub(super) fn pack(call: &Call, dist: &Path) -> Result<(), Failure> {
    let bundle = load(call)?;
    let language = &call.language;
    let (catalog, details) = parts(&bundle)?;
    write(&dist.join("catalog.json"), &catalog)?;
    write(&dist.join("details.json"), &details)?;
    // The script names the later part of the program, so it is named after it: no two builds can mix.
    let glue = format!("{PROGRAM}.js");
    let later = named(dist, "later.wasm", "later")?;
    let script = replace(&read(&dist.join(&glue))?, "./later.wasm", &format!("./{later}"))?;
    write(&dist.join(&glue), script)?;
    let mut names = Vec::new();
    for (plain, stem) in [
        ("boot.js", "boot"),
        ("catalog.json", &*format!("catalog-{language}")),
        ("details.json", &*format!("details-{language}")),
        ("later.css", "later"),
        (&*glue, PROGRAM),
        (&*format!("{PROGRAM}_bg.wasm"), PROGRAM),
    ] {
        names.push((plain.to_owned(), named(dist, plain, stem)?));
    }
    page(dist, &names)?;
    worker(dist)?;
    compress(dist)
}

/// Gives a file a name that says what is in it.
fn named(dist: &Path, plain: &str, stem: &str) -> Result<String, Failure> {
    let from = dist.join(plain);
    let failure = |error: std::io::Error| Failure::Input(format!("{}: {error}", from.display()));
    let ending = plain.rsplit('.').next().unwrap_or_default();
    let name = format!("{stem}-{}.{ending}", &hex(&fs::read(&from).map_err(failure)?)[..16]);
    fs::rename(&from, dist.join(&name)).map_err(failure)?;
    Ok(name)
}

fn hex(bytes: &[u8]) -> String {
    digits(&Sha256::digest(bytes))
}

fn digits(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |digits, byte| digits + format!("{byte:02x}").as_str())
}

/// Finishes the page. `names` are the plain names of files that it asks for, with those they have now.
fn page(dist: &Path, names: &[(String, String)]) -> Result<(), Failure> {
    let path = dist.join("index.html");
    let (mut html, styles) = inline_styles(dist, &read(&path)?)?;
    let policy = POLICY.replace("{styles}", &format!("'sha256-{}'", base64(&Sha256::digest(&styles))));
    for (mark, with) in [
        ("<!-- policy -->", format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")),
        ("<!-- styles -->", format!("<style>{styles}</style>")),
        ("src=\"./boot.js\"", "src=\"./boot.js\" data-worker=\"./sw.js\"".to_owned()),
        (
            "<!-- preload -->",
            "<link rel=\"preload\" as=\"fetch\" crossorigin href=\"./catalog.json\">".to_owned(),
        ),
    ] {
        html = replace(&html, mark, &with)?;
    }
    for (plain, name) in names {
        let plain = format!("\"./{plain}\"");
        if !html.contains(&plain) {
            return Err(Failure::Input(format!("dist/index.html must name {plain}")));
        }
        html = html.replace(&plain, &format!("\"./{name}\""));
    }
    write(&path, html)
}

fn replace(html: &str, what: &str, with: &str) -> Result<String, Failure> {
    if html.matches(what).count() == 1 {
        Ok(html.replace(what, with))
    } else {
        Err(Failure::Input(format!("what trunk made must hold {what} exactly once")))
    }
}

/// Takes every `<link rel="stylesheet">` out of the page, and its file out of the folder; gives their rules in order.
fn inline_styles(dist: &Path, html: &str) -> Result<(String, String), Failure> {
    let mut left = String::new();
    let mut styles = String::new();
    let mut rest = html;
    while let Some(start) = rest.find("<link rel=\"stylesheet\"") {
        let Some(end) = rest[start..].find('>') else { break };
        let tag = &rest[start..=start + end];
        let href = tag.split("href=\"").nth(1).and_then(|after| after.split('"').next()).unwrap_or_default();
        let file = dist.join(href.trim_start_matches("./"));
        styles.push_str(read(&file)?.trim());
        fs::remove_file(&file).map_err(|error| Failure::Input(format!("{}: {error}", file.display())))?;
        left.push_str(&rest[..start]);
        rest = &rest[start + end + 1..];
    }
    left.push_str(rest);
    if styles.contains("</style") {
        return Err(Failure::Input("a style sheet holds </style".to_owned()));
    }
    Ok((left, styles))
}

/// Standard base64 with padding (RFC 4648), for 32 bytes; not worth a dependency.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let group =
            chunk.iter().fold(0_u32, |group, byte| group << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let letter = char::from(LETTERS[(group >> (18 - 6 * place)) as usize & 63]);
            out.push(if place <= chunk.len() { letter } else { '=' });
        }
    }
    out
}

/// Every file the browser may ask for, sorted, relative to the folder.
fn files(dist: &Path, below: &str) -> Result<Vec<String>, Failure> {
    let folder = dist.join(below);
    let entries =
        fs::read_dir(&folder).map_err(|error| Failure::Input(format!("{}: {error}", folder.display())))?;
    let mut found = Vec::new();
    for entry in entries.flatten() {
        let name = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            found.extend(files(dist, &format!("{name}/"))?);
        } else if !entry.path().extension().is_some_and(|ending| ending == "br" || ending == "gz") {
            found.push(name);
        }
    }
    found.sort();
    Ok(found)
}

/// Fills in the service worker: which build this is and which files belong to it.
fn worker(dist: &Path) -> Result<(), Failure> {
    let path = dist.join("sw.js");
    let mut listed: Vec<String> =
        files(dist, "")?.into_iter().filter(|name| name != "sw.js" && name != "index.html").collect();
    let mut hash = Sha256::new();
    for name in listed.iter().chain([&"index.html".to_owned()]) {
        hash.update(name.as_bytes());
        hash.update(fs::read(dist.join(name)).map_err(|error| Failure::Input(format!("{name}: {error}")))?);
    }
    let build: String = digits(&hash.finalize()[..8]);
    listed.insert(0, String::new());
    let urls = to_json(&listed.iter().map(|name| format!("./{name}")).collect::<Vec<_>>())?;
    write(&path, read(&path)?.replace("\"{build}\"", &format!("\"{build}\"")).replace("[\"{files}\"]", &urls))
}

fn compress(dist: &Path) -> Result<(), Failure> {
    for name in files(dist, "")? {
        let path = dist.join(&name);
        if path.extension().is_some_and(|ending| COMPRESSED.iter().any(|known| ending == *known)) {
            let bytes = fs::read(&path).map_err(|error| Failure::Input(format!("{name}: {error}")))?;
            beside(&path, "br", &brotli(&bytes)?)?;
            beside(&path, "gz", &gzip(&bytes)?)?;
        }
    }
    Ok(())
}

fn beside(path: &Path, ending: &str, bytes: &[u8]) -> Result<(), Failure> {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{ending}"));
    write(&PathBuf::from(name), bytes)
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut out = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &settings)
        .map_err(|error| Failure::Input(error.to_string()))?;
    Ok(out)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>, Failure> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .map_err(|error| Failure::Input(error.to_string()))
}
