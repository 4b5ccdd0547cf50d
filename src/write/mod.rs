//! Files to disk, whole or not at all.
//!
//! A folder is staged beside the one it replaces and swapped in by one rename, so that a full disk, an error or a killed
//! process leaves the old output as it was. Files that stay the same are hard-linked into the stage: they keep their
//! time stamps, and cost no data. When nothing differs, nothing is touched.

mod file;
mod guard;
mod inside;
mod stage;
mod survey;
mod swap;

use std::path::Path;

use crate::failure::Failure;
use crate::files::Files;

pub use file::file;
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
    let old = survey::survey(&out)?;
    let plan = old.compare(files, &out)?;
    if plan.differs() || old.manifest.is_none() {
        let stage = if guard::is_mount_point(&out) { None } else { stage::beside(&out)? };
        match stage {
            Some(mut stage) => {
                stage::fill(&mut stage, files, &plan, &old, &out)?;
                swap::into_place(stage, &out)?;
            }
            None => inside::write(files, &plan, &old, &out)?,
        }
    }
    Ok(plan.written())
}
