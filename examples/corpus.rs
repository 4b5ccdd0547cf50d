//! Writes a made-up collection to measure on: `cargo run --release --example corpus -- 10000 DIR`.

#[path = "../benches/stages/corpus.rs"]
#[allow(dead_code)]
mod corpus;

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let count = arguments.next().and_then(|n| n.parse().ok());
    let (Some(count), Some(folder)) = (count, arguments.next()) else {
        eprintln!("usage: corpus COUNT DIR");
        std::process::exit(2);
    };
    let folder = std::path::PathBuf::from(folder);
    std::fs::create_dir_all(folder.join("content"))?;
    std::fs::write(folder.join("passerelle.yaml"), "base_url: https://bench.example/\n")?;
    for source in corpus::made_up(count) {
        std::fs::write(folder.join(&source.name), &source.text)?;
    }
    Ok(())
}
