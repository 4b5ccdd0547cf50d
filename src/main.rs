//! The `passerelle` program.

mod cli;

// Building a site is mostly small strings on many threads, where this allocator takes a fifth less time than glibc's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    cli::run()
}
