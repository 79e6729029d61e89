//! How the program is linked.

#![expect(clippy::disallowed_methods, reason = "cargo says there what the target is")]

use std::env;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let of_target = |what: &str| env::var(format!("CARGO_CFG_TARGET_{what}")).unwrap_or_default();
    // A program that lies where it was linked has none of its 40,000 addresses to be written before it begins, each on a page that is
    // then copied: a quarter of what the shortest run takes. Heap, stack and libraries lie somewhere else each time as before.
    let is_static = of_target("FEATURE").split(',').any(|feature| feature == "crt-static");
    if of_target("OS") == "linux" && of_target("ENV") == "gnu" && !is_static {
        println!("cargo:rustc-link-arg-bins=-no-pie");
    }
}
