//! `src/lib.rs` is the layer diagram: a module imports only from its own group or from groups above it.

use std::collections::BTreeMap;
use std::path::Path;

fn layers() -> BTreeMap<String, usize> {
    let lib = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/lib.rs")).expect("lib.rs");
    let mut layer = 0;
    let mut out = BTreeMap::new();
    for line in lib.lines() {
        if line.is_empty() {
            layer += 1;
        } else if let Some(name) = line.strip_prefix("pub mod ").and_then(|rest| rest.strip_suffix(';')) {
            out.insert(name.to_owned(), layer);
        }
    }
    out
}

fn rust_files(folder: &Path, out: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a source folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            rust_files(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

#[test]
fn imports_only_go_up() {
    let layers = layers();
    assert!(layers.len() > 10, "lib.rs lists the modules");
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    let mut files = Vec::new();
    rust_files(root, &mut files);
    for file in files {
        let inside = file.strip_prefix(root).expect("below src");
        let own = inside.components().next().expect("a module").as_os_str().to_string_lossy().replace(".rs", "");
        let Some(&own_layer) = layers.get(&own) else { continue };
        let text = std::fs::read_to_string(&file).expect("a source file");
        for (at, _) in text.match_indices("crate::") {
            let rest = &text[at + "crate::".len()..];
            let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if let Some(&layer) = layers.get(&name) {
                assert!(layer <= own_layer, "{} imports {name}, which is in a lower layer", inside.display());
            }
        }
    }
}
