//! What Cargo.toml promises: why each dependency is there, that it is used, and that none of them speaks to a network.

use crate::none;
use crate::tree::{Tree, read};

/// What reaches for a network, by the name of its crate.
const NETWORK: [&str; 10] =
    ["reqwest", "ureq", "hyper", "curl", "tokio", "async-std", "rustls", "native-tls", "openssl", "socket2"];

#[test]
fn nothing_uses_the_network() {
    let lock = read("Cargo.lock");
    for name in NETWORK {
        assert!(!lock.contains(&format!("name = \"{name}\"")), "`{name}` is among the dependencies");
    }
}

#[test]
fn every_dependency_says_why() {
    let mut faults = Vec::new();
    for manifest in ["Cargo.toml", "fuzz/Cargo.toml"].map(read) {
        let mut section = "";
        let mut before = "";
        for line in manifest.lines() {
            if line.starts_with('[') {
                section = line;
            } else if section.contains("dependencies") && line.contains(" = ") && !before.starts_with("# ") {
                faults.push(line.to_owned());
            }
            before = line;
        }
    }
    none(&faults, "the line before a dependency in Cargo.toml says why it is there");
}

#[test]
fn every_dependency_is_used() {
    let manifest = read("Cargo.toml");
    let dependencies =
        manifest.split("\n[dependencies]\n").nth(1).and_then(|rest| rest.split("\n[").next()).unwrap();
    let is_named = |name: &str| {
        Tree::own().sources.iter().any(|source| {
            source.code.windows(2).any(|two| two[0].is(name) && (two[1].is("::") || two[1].is("!")))
        })
    };
    let names = dependencies.lines().filter_map(|line| line.split_once(" = "));
    let unused: Vec<String> =
        names.map(|(name, _)| name.replace('-', "_")).filter(|name| !is_named(name)).collect();
    none(&unused, "a dependency that no line names");
}

#[test]
fn rust_is_the_same_everywhere() {
    // What CI asks for is what the manifest promises.
    let manifest = read("Cargo.toml");
    assert!(manifest.contains("unsafe_code = \"deny\""), "no unsafe");
    assert!(manifest.contains("unwrap_used = \"warn\""), "no unwrap outside tests");
    assert!(manifest.contains("rust-version = "), "the resolver skips what is newer");
}

/// What asks before std has begun, through a macro of a crate that is there for it.
const BEFORE_MAIN: &str = "src/cli/stream.rs";

#[test]
fn nothing_is_unsafe() {
    let own = Tree::own();
    let is_unsafe = |source: &&crate::tree::Source| {
        source.code.iter().any(|token| token.is("unsafe") || token.is("unsafe_code"))
    };
    let met: Vec<&str> = own.sources.iter().filter(is_unsafe).map(|source| source.path.as_str()).collect();
    assert_eq!(met, [BEFORE_MAIN]);
    let asks = own.sources.iter().filter(|source| source.path == BEFORE_MAIN);
    let written = asks.map(|source| source.code.iter().filter(|token| token.is("unsafe")).count());
    assert_eq!(written.collect::<Vec<_>>(), [1], "one look at standard output");
}
