//! The real programs that some tests drive, which a bare machine lacks: `./test` installs them.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The Python of the virtual environment, or the one that `PASSERELLE_PYTHON` names.
pub fn python() -> PathBuf {
    let own = || Path::new(env!("CARGO_MANIFEST_DIR")).join(".venv/bin/python");
    std::env::var_os("PASSERELLE_PYTHON").map_or_else(own, PathBuf::from)
}

/// Whether a program starts with these arguments and is content with them.
pub fn runs(program: impl AsRef<Path>, args: &[&str]) -> bool {
    Command::new(program.as_ref()).args(args).output().is_ok_and(|out| out.status.success())
}

/// Whether everything that a test needs is there; if not, the test is skipped, which it says, or fails, where
/// `PASSERELLE_REQUIRE=all` asks for every test.
pub fn all_there(needs: &[(&str, bool)]) -> bool {
    let missing: Vec<&str> = needs.iter().filter(|(_, there)| !there).map(|(name, _)| *name).collect();
    if missing.is_empty() {
        return true;
    }
    let message = format!("missing: {}; ./test installs them", missing.join(", "));
    assert!(std::env::var("PASSERELLE_REQUIRE").as_deref() != Ok("all"), "{message}");
    eprintln!("skipped, {message}");
    false
}
