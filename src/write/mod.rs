//! Files to disk, whole or not at all.
//!
//! The first output is staged beside its place and put there by one rename. Later ones are brought up to date: files that
//! stay the same are not touched and keep their time stamps, the others change places with staged ones once all of them
//! are written. A full disk or any other error leaves the old output as it was.

mod cache;
mod file;
mod fresh;
mod guard;
mod stage;
mod survey;
mod swap;
mod update;

use std::path::Path;

use crate::failure::Failure;
use crate::files::Files;

pub use cache::cache;
pub use file::{file, files};
pub use fresh::fresh;
pub use guard::allowed;
pub use survey::MANIFEST;

/// What writing a folder changed, in files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that were not there.
    pub new: usize,
    /// Files with other bytes than before.
    pub changed: usize,
    /// Files left as they were.
    pub unchanged: usize,
    /// Files of the last output that are no more.
    pub removed: usize,
}

/// Makes `out` hold exactly `files`, next to whatever else somebody put there since (`.gitkeep`, `CNAME`).
///
/// # Errors
/// When `out` is something else than a folder that this function made, or an empty one; when one of `files` would
/// replace a file that somebody else put there; or when the disk refuses. `out` is then as it was before.
pub fn folder(files: &Files, out: &Path) -> Result<Written, Failure> {
    let out = guard::resolve(out)?;
    stage::sweep_around(&out);
    let old = survey::survey(&out)?;
    let plan = old.compare(files, &out)?;
    if plan.differs() || old.manifest.is_none() {
        // A folder with nothing of ours in it is replaced whole, where the system lets us.
        let beside = old.manifest.is_none() && !guard::is_mount_point(&out);
        match if beside { stage::beside(&out)? } else { None } {
            Some(stage) => stage::fill(&stage, files, &old, &out)
                .and_then(|()| swap::into_place(&stage, &out))
                .map_err(|error| Failure::io("write", &out, &error))?,
            None => update::update(files, &plan, &old, &out)?,
        }
    }
    Ok(plan.written())
}
