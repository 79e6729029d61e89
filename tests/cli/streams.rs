//! Standard output that is closed, full or has no reader.

use std::fs::File;
use std::process::{Command, Stdio};

use crate::run::{Dossier, SMALL, program};

/// Every command, so that it has something to print on the small dossier.
const COMMANDS: [&str; 13] = [
    "--help",
    "--version",
    "check --help",
    "check",
    "check --format json",
    "table",
    "report",
    "explain contradiction",
    "schema claims",
    "read count three",
    "completions bash",
    "man",
    "trace fire/killed",
];

#[test]
fn a_closed_standard_output_is_an_error_of_every_command() {
    let dossier = Dossier::new(&SMALL);
    for command in COMMANDS {
        let mut shell = Command::new("sh");
        shell.arg("-c").arg(format!("exec \"$0\" {command} >&-")).arg(env!("CARGO_BIN_EXE_gainsay"));
        let output = shell.current_dir(dossier.path()).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{command}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains("could not write to `standard output`"), "{command}: {said}");
    }
}

#[test]
fn a_full_disk_is_an_error_of_every_command_and_nowhere_is_none() {
    let dossier = Dossier::new(&SMALL);
    for command in COMMANDS {
        let exit = |path: &str| {
            let to = File::options().read(true).write(true).open(path).unwrap();
            let mut run = program();
            run.current_dir(dossier.path()).args(command.split(' ')).stdout(to).stderr(Stdio::null());
            run.status().unwrap().code()
        };
        if cfg!(target_os = "linux") {
            assert_eq!(exit("/dev/full"), Some(2), "{command}");
        }
        // Opened for both, as many programs do that throw the output away, it is not taken for a closed one.
        assert_ne!(exit("/dev/null"), Some(2), "{command}");
    }
}

#[test]
fn a_reader_that_goes_away_changes_no_exit_code_and_no_file() {
    let dossier = Dossier::new(&SMALL);
    for command in COMMANDS.iter().chain(&["report --write", "lock", "check --write-baseline"]) {
        let exit = |gone: bool| {
            let mut run = program();
            run.current_dir(dossier.path()).args(command.split(' ')).stderr(Stdio::null());
            let out = match gone {
                true => {
                    let (reader, writer) = std::io::pipe().unwrap();
                    drop(reader);
                    Stdio::from(writer)
                }
                false => Stdio::null(),
            };
            run.stdout(out).status().unwrap().code()
        };
        assert_eq!(exit(true), exit(false), "{command}");
    }
    for ending in ["md", "html", "json"] {
        assert!(dossier.read(&format!("reports/report.{ending}")).len() > 100);
    }
}
