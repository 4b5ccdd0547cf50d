//! The staged folder takes the place of the old one.

use std::io;
use std::path::Path;

use super::stage::Stage;
use crate::failure::Failure;

/// Puts the staged folder at `out`; what stood there ends under the stage's name and is removed with it.
pub(super) fn into_place(stage: Stage, out: &Path) -> Result<(), Failure> {
    let failed = |error: io::Error| Failure::io("write", out, &error);
    if !out.exists() {
        return std::fs::rename(&stage.path, out).map_err(failed);
    }
    exchange(&stage.path, out).map_err(failed)
}

/// One system call where there is one, so that no moment is without an output folder.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE).or_else(|_| exchange_by_steps(a, b))
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    exchange_by_steps(a, b)
}

/// The old folder out of the way, the new one in, the old one back if that fails.
fn exchange_by_steps(stage: &Path, out: &Path) -> io::Result<()> {
    let aside = stage.with_extension("old.passerelle");
    std::fs::rename(out, &aside)?;
    if let Err(error) = std::fs::rename(stage, out) {
        std::fs::rename(&aside, out)?;
        return Err(error);
    }
    std::fs::rename(&aside, stage)
}
