//! Files that the app offers, where the browser saves them.

use crate::browser::Browser;
use serde_json::json;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// A folder for downloads, gone when dropped.
pub(crate) struct Downloads(PathBuf);

impl Downloads {
    /// Where this browser saves from now on.
    pub(crate) async fn of(browser: &Browser) -> Self {
        let folder = std::env::temp_dir().join(format!("ask-downloads-{}", uuid::Uuid::new_v4()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let parameters = json!({"behavior": "allow", "downloadPath": folder});
        browser.chromium("Browser.setDownloadBehavior", parameters).await;
        Self(folder)
    }

    /// Waits for a file that is complete, and gives its text.
    pub(crate) async fn file(&self, name: &str) -> String {
        let start = Instant::now();
        loop {
            if let Ok(text) = std::fs::read_to_string(self.0.join(name)).map_err(drop)
                && !text.is_empty()
            {
                return text;
            }
            assert!(start.elapsed() < Duration::from_secs(15), "no {name} in {:?}", names(&self.0));
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Waits for a file that is complete, and says where it is.
    pub(crate) async fn path(&self, name: &str) -> PathBuf {
        self.file(name).await;
        self.0.join(name)
    }
}

fn names(folder: &Path) -> Vec<std::ffi::OsString> {
    std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name()).collect()
}

impl Drop for Downloads {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
