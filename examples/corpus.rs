//! Writes a made-up collection to measure on: `cargo run --release --example corpus -- 10000 DIR`; with `twins` behind it,
//! so many questions in each language that say the same, to measure links on.

#[path = "../benches/stages/corpus.rs"]
#[allow(dead_code)]
mod corpus;
#[path = "../benches/stages/numbers.rs"]
mod numbers;
#[path = "../benches/stages/twins.rs"]
mod twins;

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (count, folder, made): (_, _, fn(usize) -> Vec<passerelle::source::Source>) = match arguments[..] {
        [count, folder] => (count, folder, corpus::made_up),
        [count, folder, "twins"] => (count, folder, twins::questions),
        _ => usage(),
    };
    let count = count.parse().unwrap_or_else(|_| usage());
    let folder = std::path::Path::new(folder);
    std::fs::create_dir_all(folder.join("content"))?;
    std::fs::write(folder.join("passerelle.yaml"), "base_url: https://bench.example/\n")?;
    for source in made(count) {
        std::fs::write(folder.join(&source.name), &source.text)?;
    }
    Ok(())
}

fn usage() -> ! {
    eprintln!("usage: corpus COUNT DIR [twins]");
    std::process::exit(2)
}
