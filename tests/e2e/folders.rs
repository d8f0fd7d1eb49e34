//! The folder under test, and copies of it with something broken.

use crate::browser;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The finished app: `dist/`, or what `ASK_DIST` names.
pub(crate) fn dist() -> PathBuf {
    let folder = std::env::var_os("ASK_DIST").map_or_else(|| browser::root().join("dist"), PathBuf::from);
    assert!(
        folder.join("index.html").is_file(),
        "{} holds no finished app: run `make dist` first, or name a folder with ASK_DIST",
        folder.display()
    );
    folder
}

/// Every file of a folder, relative to it, with `/`, sorted.
pub(crate) fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![String::new()];
    while let Some(below) = open.pop() {
        for entry in fs::read_dir(folder.join(&below)).expect("a folder").flatten() {
            let name = format!("{below}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                open.push(format!("{name}/"));
            } else {
                found.push(name);
            }
        }
    }
    found.sort();
    found
}

/// The file that a compressed file stands beside; any other name is its own.
pub(crate) fn plain_name(name: &str) -> &str {
    name.strip_suffix(".br").or(name.strip_suffix(".gz")).unwrap_or(name)
}

/// Bytes of a file, and of the compressed files beside it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    pub(crate) raw: u64,
    pub(crate) gzip: Option<u64>,
    pub(crate) brotli: Option<u64>,
}

impl Size {
    /// What goes over the network.
    pub(crate) fn sent(self) -> u64 {
        self.brotli.unwrap_or(self.raw)
    }
}

/// The size of every file that a browser may ask for.
pub(crate) fn sizes(folder: &Path) -> BTreeMap<String, Size> {
    let length = |name: &str| fs::metadata(folder.join(name)).map(|data| data.len()).ok();
    let size = |name: &str| Size {
        raw: length(name).unwrap_or_default(),
        gzip: length(&format!("{name}.gz")),
        brotli: length(&format!("{name}.br")),
    };
    let names = files(folder).into_iter().filter(|name| plain_name(name) == name);
    names.map(|name| (name.clone(), size(&name))).collect()
}

/// The files that must be there before the app answers: the page and what its one script names, without the content
/// that comes later.
pub(crate) fn critical(folder: &Path) -> Vec<String> {
    let page = fs::read_to_string(folder.join("index.html")).expect("index.html");
    let script =
        page.split("<script").find(|tag| tag.contains("data-wasm=")).expect("the script that starts the app");
    let mut names = vec!["index.html".to_owned()];
    for attribute in [" src=", " data-js=", " data-wasm=", " data-catalog="] {
        let value = script.split_once(attribute).unwrap_or_else(|| panic!("no{attribute} at the script")).1;
        let value = value.trim_start_matches('"').split(['"', '>', ' ']).next().unwrap_or_default();
        names.push(value.trim_start_matches("./").to_owned());
    }
    names
}

/// A copy of the finished app, gone when dropped.
#[derive(Debug)]
pub(crate) struct Copy(PathBuf);

impl Copy {
    /// With only the files that are wanted. The compressed files beside a file go and stay with it.
    pub(crate) fn with(wanted: impl Fn(&str) -> bool) -> Self {
        let from = dist();
        let to = std::env::temp_dir().join(format!("ask-e2e-{}", uuid::Uuid::new_v4()));
        for name in files(&from) {
            if wanted(plain_name(&name)) {
                let target = to.join(&name);
                fs::create_dir_all(target.parent().expect("a file is in a folder")).expect("a folder");
                fs::copy(from.join(&name), target).expect("a copy");
            }
        }
        Self(to)
    }

    /// Writes a file anew, without compressed files beside it.
    pub(crate) fn replace(&self, name: &str, change: impl Fn(&str) -> String) {
        let path = self.0.join(name);
        let text = change(&fs::read_to_string(&path).expect("a text file"));
        fs::write(&path, text).expect("a file");
        for ending in ["br", "gz"] {
            let _ = fs::remove_file(self.0.join(format!("{name}.{ending}")));
        }
    }
}

impl AsRef<Path> for Copy {
    fn as_ref(&self) -> &Path {
        &self.0
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
