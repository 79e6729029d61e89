//! How a session begins and ends: without a dossier, without input, without anybody who hears it.

use std::io::{Read, Write};

use serde_json::json;

use crate::client::{Client, mill};
use crate::run::Dossier;

#[test]
fn an_input_that_ends_ends_the_program_and_nothing_is_said() {
    let dossier = mill();
    let end = Client::new(dossier.path(), &[]).end();
    assert_eq!((end.code, end.rest.as_str(), end.err.as_str()), (Some(0), "", ""));
}

#[test]
fn without_a_dossier_nothing_is_answered() {
    let folder = Dossier::new(&[]);
    let end = Client::new(folder.path(), &[]).end();
    assert_eq!((end.code, end.rest.as_str()), (Some(2), ""));
    assert!(end.err.contains("gainsay.toml"), "{}", end.err);
}

#[test]
fn claims_are_proposed_for_the_dossier_that_is_read_and_for_no_other() {
    let (here, there) = (mill(), mill());
    let there = there.path().to_str().unwrap();
    let end = Client::new(here.path(), &["--propose", there, "--dossier", "."]).end();
    assert_eq!((end.code, end.rest.as_str()), (Some(2), ""));
    assert!(end.err.contains("name two folders"), "{}", end.err);
    // One folder by two names is one.
    let end = Client::new(here.path(), &["--propose", ".", "--dossier", "claims/.."]).end();
    assert_eq!((end.code, end.err.as_str()), (Some(0), ""));
}

#[test]
fn a_client_that_goes_away_ends_the_program_and_is_no_error() {
    let dossier = mill();
    let mut client = Client::new(dossier.path(), &[]);
    client.ask("disputes", &json!({}));
    let (mut child, mut input) = client.stop_listening();
    let ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\n";
    // Until it has gone too; its input stays open.
    while input.write_all(ping.as_bytes()).is_ok() && child.try_wait().unwrap().is_none() {}
    let status = child.wait().unwrap();
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    assert_eq!((status.code(), err.as_str()), (Some(0), ""));
}

#[test]
fn a_message_that_never_ends_is_read_within_fixed_memory_and_told() {
    let dossier = mill();
    let mut client = Client::new(dossier.path(), &[]);
    let part = vec![b'a'; 1 << 20];
    for _ in 0..64 {
        client.send(&part);
    }
    client.send(b"\n");
    let said = client.hear().unwrap();
    assert!(said.contains("-32600") && said.contains("longer than 4 MB"), "{said}");
    // And the next is answered as if nothing had been.
    client.send(b"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\n");
    assert_eq!(client.hear().unwrap(), "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");
    #[cfg(target_os = "linux")]
    {
        let peak = client.peak_kilobytes();
        assert!(peak < 100_000, "{peak} kB");
    }
    assert_eq!(client.end().code, Some(0));
}
