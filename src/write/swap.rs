//! The staged folder takes the place of the old one.

use std::io;
use std::path::Path;

use super::stage::Stage;

/// Puts the staged folder at `out`; what stood there ends in the stage and is removed with it.
pub(super) fn into_place(stage: &Stage, out: &Path) -> io::Result<()> {
    if out.exists() { exchange(&stage.site(), out) } else { std::fs::rename(stage.site(), out) }
}

/// Two files or folders change places: one system call where there is one, so that no moment is without either.
#[cfg(any(target_os = "linux", target_os = "macos"))]
pub(super) fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE).or_else(|_| exchange_by_steps(a, b))
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
pub(super) fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    exchange_by_steps(a, b)
}

/// `b` out of the way, `a` in, `b` back if that fails.
fn exchange_by_steps(a: &Path, b: &Path) -> io::Result<()> {
    let aside = a.with_extension("old.passerelle");
    std::fs::rename(b, &aside)?;
    if let Err(error) = std::fs::rename(a, b) {
        std::fs::rename(&aside, b)?;
        return Err(error);
    }
    std::fs::rename(&aside, a)
}
