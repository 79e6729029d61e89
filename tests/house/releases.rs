//! What a release is made of, and that all who name its archives name the same.

use crate::tree::{read, root};

const WORKFLOW: &str = ".github/workflows/release.yml";

/// The targets that the workflow builds for.
fn targets() -> Vec<String> {
    let rows = read(WORKFLOW);
    let rows = rows.lines().filter_map(|line| line.trim_start().strip_prefix("- {target: "));
    rows.map(|row| row.split(',').next().expect("a target").to_owned()).collect()
}

/// What stands between two marks of a file, at the one place where the first does.
fn between(path: &str, from: &str, to: &str) -> String {
    let text = read(path);
    let (_, rest) = text.split_once(from).unwrap_or_else(|| panic!("{path}: `{from}`"));
    assert!(!rest.contains(from), "{path}: `{from}` stands there twice");
    rest.split(to).next().expect("there is a first part").to_owned()
}

/// What a template is for a target of version 1.2.3, by the names that it has for both.
fn filled(template: &str, [version, target]: [&str; 2], of: &str) -> String {
    template.replace(version, "1.2.3").replace(target, of)
}

#[test]
fn the_action_has_an_archive_of_each_target_and_of_no_other() {
    let action = read("action.yml");
    let mut taken: Vec<&str> =
        action.lines().filter_map(|line| line.split_once(") target=")?.1.strip_suffix(" ;;")).collect();
    let mut built = targets();
    taken.sort_unstable();
    built.sort_unstable();
    assert_eq!(built.len(), 5);
    assert_eq!(taken, built);
    let signer = between("action.yml", "--signer-workflow \"$REPOSITORY/", "\"");
    assert_eq!(signer, WORKFLOW, "it is attested by the workflow that builds it");
}

#[test]
fn all_name_an_archive_alike() {
    let manifest: toml::Table = read("Cargo.toml").parse().expect("it is TOML");
    let binstall = &manifest["package"]["metadata"]["binstall"];
    let of_action = between("action.yml", "\n        name=", "\n");
    let of_script = between(".ci/archive.py", "    name = f\"", "\"");
    let release = between("action.yml", "\n        release=", "\n");
    for target in targets() {
        let windows = target.contains("-windows-");
        let (ending, exe) = if windows { (".zip", ".exe") } else { (".tar.gz", "") };
        let own = binstall.get("overrides").and_then(|all| all.get(&target));
        let key =
            |name: &str| own.and_then(|own| own.get(name)).unwrap_or(&binstall[name]).as_str().expect("text");
        let braced = |template: &str| {
            let all =
                template.replace("{ repo }", "$GITHUB_SERVER_URL/$REPOSITORY").replace("{ name }", "gainsay");
            let all = all.replace("{ bin }", "gainsay").replace("{ binary-ext }", exe);
            filled(&all, ["{ version }", "{ target }"], &target)
        };
        let name = format!("gainsay-1.2.3-{target}");
        assert_eq!(filled(&of_action, ["$version", "$target"], &target), name);
        assert_eq!(filled(&of_script, ["{version}", "{asked.target}"], &target), name);
        assert_eq!(
            braced(key("pkg-url")),
            format!("{}/{name}{ending}", release.replace("$version", "1.2.3"))
        );
        assert_eq!(braced(key("bin-dir")), format!("{name}/gainsay{exe}"));
        assert_eq!(key("pkg-fmt"), if windows { "zip" } else { "tgz" });
    }
    let (action, script) = (read("action.yml"), read(".ci/archive.py"));
    assert!(
        action.contains("archive=$name.tar.gz\n")
            && action.contains("archive=$name.zip program=gainsay.exe;")
    );
    assert!(
        script.contains("(as_zip, \".zip\") if \"-windows-\" in asked.target else (as_tar, \".tar.gz\")")
    );
    assert_eq!(manifest["package"]["name"].as_str(), Some("gainsay"));
}

#[test]
fn what_a_release_holds_is_there() {
    let beside = between(".ci/archive.py", "\nBESIDE = [", "]");
    let names: Vec<&str> = beside.split('"').skip(1).step_by(2).collect();
    assert!(
        ["README.md", "LICENSE-MIT", "LICENSE-APACHE"].iter().all(|name| names.contains(name)),
        "{names:?}"
    );
    for name in names {
        assert!(root().join(name).is_file(), "{name}");
    }
}

#[test]
fn only_a_tag_makes_a_draft_and_what_drafts_it_runs_nothing_of_ours() {
    let workflow = read(WORKFLOW);
    let (before, draft) = workflow.split_once("\n  draft:\n").expect("a job that drafts");
    assert!(
        before.contains("\n  push:\n    tags: [\"v*\"]\n  workflow_dispatch:\n\n"),
        "by a tag or by hand"
    );
    assert!(draft.contains("\n    if: github.event_name == 'push'\n    needs: sums\n"));
    let rights = draft.split_once("    permissions:\n").expect("it has rights").1;
    let rights: Vec<&str> = rights.lines().map_while(|line| line.strip_prefix("      ")).collect();
    assert_eq!(rights, ["contents: write", "id-token: write", "attestations: write"]);
    for ours in ["actions/checkout", "cargo", ".ci/", "python", "rustup"] {
        assert!(!draft.contains(ours), "`{ours}`");
    }
    assert!(draft.contains("gh release create") && draft.contains(" --draft --verify-tag "));
    assert_eq!(workflow.matches("gh release").count(), 1, "nothing is published");
}

#[test]
fn the_wheel_is_the_program_of_the_manifest() {
    let page: toml::Table = read("pyproject.toml").parse().expect("it is TOML");
    assert_eq!(page["project"]["name"].as_str(), Some("gainsay"));
    assert_eq!(page["tool"]["maturin"]["bindings"].as_str(), Some("bin"));
    let told = page["project"]["dynamic"].as_array().expect("a list");
    assert!(told.iter().any(|key| key.as_str() == Some("version")), "the version stands in Cargo.toml alone");
    assert!(page["project"].get("version").is_none());
}

/// What the release says of a tag, in a repository with such a manifest and changelog.
#[cfg(unix)]
fn said(tag: &str, repository: &str, heading: &str) -> (Option<i32>, String) {
    let folder = tempfile::tempdir().expect("a folder of our own");
    let manifest = format!(
        "[package]\nname = \"gainsay\"\nversion = \"1.2.3\"\n{repository}\n[dependencies]\nx = {{ version = \"9\" }}\n"
    );
    std::fs::write(folder.path().join("Cargo.toml"), manifest).expect("it can be written");
    let changes = format!("# Changelog\n\n{heading}\n\n- new\n\n## 1.2.2, 2024-01-02\n");
    std::fs::write(folder.path().join("CHANGELOG.md"), changes).expect("it can be written");
    let mut bash = crate::workflows::bash(&crate::workflows::script(WORKFLOW, "The tag is the version"));
    bash.env("GITHUB_SERVER_URL", "https://github.com").env("GITHUB_REPOSITORY", "o/gainsay");
    let output = bash.env("GITHUB_REF_NAME", tag).current_dir(folder.path()).output().expect("bash runs");
    (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
}

#[cfg(unix)]
#[test]
fn a_tag_that_is_not_the_version_makes_no_release() {
    let repository = "repository = \"https://github.com/o/gainsay\"";
    let heading = "## 1.2.3, 2024-03-10";
    assert_eq!(said("v1.2.3", repository, heading), (Some(0), String::new()));
    let of_tag =
        "::error file=Cargo.toml::the tag is v1.2.4, and the version here is 1.2.3: its tag is v1.2.3\n";
    assert_eq!(said("v1.2.4", repository, heading), (Some(1), of_tag.to_owned()));
    for tag in ["1.2.3", "v1.2.3-rc1", "v1x2x3", "v9"] {
        assert_eq!(said(tag, repository, heading).0, Some(1), "{tag}");
    }
    for other in [
        "",
        "repository = \"https://github.com/others/gainsay\"",
        "# repository = \"https://github.com/o/gainsay\"",
    ] {
        let (code, said) = said("v1.2.3", other, heading);
        assert_eq!(code, Some(1));
        assert!(
            said.contains("Cargo.toml::no line says: repository = \"https://github.com/o/gainsay\""),
            "{said}"
        );
    }
    for other in ["## 1.2.3, unreleased", "## 1.2.30, 2024-03-10", "## 1x2x3, 2024-03-10", ""] {
        let (code, said) = said("v1.2.3", repository, other);
        assert_eq!(code, Some(1));
        assert!(said.contains("CHANGELOG.md::no heading gives the day of 1.2.3"), "{said}");
    }
}
