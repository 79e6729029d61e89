//! Parse, run, exit code; nothing else.

use std::process::ExitCode;

/// A run makes very many small things and drops few of them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    gainsay::main()
}
